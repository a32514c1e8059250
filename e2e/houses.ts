import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Before all journeys: a place for the examples that they share. After them: nothing is left. */
const setup = () => {
  const kept = mkdtempSync(path.join(tmpdir(), 'gongyou-houses-'))
  chmodSync(kept, 0o711)
  process.env['GONGYOU_E2E_HOUSES'] = kept
  return () => rmSync(kept, { recursive: true, force: true })
}
export default setup
