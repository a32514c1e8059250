import type { RawBuilder } from 'kysely'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { findFile } from '../documents/index.ts'
import { lockPaper, setPaper } from './rows.ts'

const scanKinds = ['application/pdf', 'image/jpeg', 'image/png']

/** Puts the scan of the sealed paper into the record; a better scan replaces it, and the acts keep both. */
export const attachSealedScan = async (work: Work, id: string, fileId: string, within?: RawBuilder<boolean>) => {
  const paper = await lockPaper(work, id, undefined, within)
  if (!paper.issued_at) throw refuse('papers.not-issued')
  if (paper.withdrawn_at) throw refuse('papers.withdrawn')
  const file = await findFile(work, fileId)
  if (!scanKinds.includes(file.media_type)) throw refuse('papers.scan-kind')
  await setPaper(work, paper, { scan_file: fileId, scanned_at: work.at, scanned_by: work.by.personId })
  work.ledger.act({ kind: 'paper.sealed', subject: id, org: paper.org_id, data: { file: fileId, number: paper.number } })
}

/** Withdraws an issued paper. It stays in the register with its number, which nobody gets again. */
export const withdrawPaper = async (work: Work, id: string, because: string, version?: number, within?: RawBuilder<boolean>) => {
  const paper = await lockPaper(work, id, version, within)
  if (!paper.issued_at) throw refuse('papers.not-issued')
  if (paper.withdrawn_at) throw refuse('papers.withdrawn')
  await setPaper(work, paper, { withdrawn_at: work.at, withdrawn_by: work.by.personId, withdrawn_because: because })
  work.ledger.act({ kind: 'paper.withdrawn', subject: id, org: paper.org_id, data: { kind: paper.kind, number: paper.number, because } })
}
