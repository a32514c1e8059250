import type pg from 'pg'
import { loadDistrict } from '../../../demo/src/load.ts'
import { tellStory } from '../../../demo/src/story.ts'
import { system } from '../kit/actor.ts'
import type { Database } from '../kit/db/database.ts'
import { newId } from '../kit/ids.ts'
import type { KeyRing } from '../kit/secrets/key-ring.ts'
import { facts } from '../rooms.ts'

const isEmpty = async (owner: pg.Pool, region: number) =>
  (await owner.query('select 1 from organisations.org where region = $1 limit 1', [region])).rowCount === 0

/** Loads the example district into an empty database; leaves a used one alone. Returns whether it loaded. */
export const loadExample = async (given: { owner: pg.Pool; db: Database; keys: KeyRing; region: number; people: number; unions?: number }, tell: (line: string, share?: number) => void) => {
  if (!(await isEmpty(given.owner, given.region))) return false
  await loadDistrict(given.owner, given.keys, facts, { region: given.region, people: given.people, unions: given.unions ?? 1000, seed: 20_261_120 }, tell)
  await given.db.write({ region: given.region, by: system, operation: 'loadExample', request: newId() }, (work) => tellStory(work, given.keys))
  return true
}
