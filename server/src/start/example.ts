import type pg from 'pg'
import { loadDistrict } from '../../../demo/src/load.ts'
import { tellContests } from '../../../demo/src/contests.ts'
import { tellHotline } from '../../../demo/src/hotline.ts'
import { demoPassword, joinCodes, staffPersonas, workerPersonas } from '../../../demo/src/personas.ts'
import { tellStory } from '../../../demo/src/story.ts'
import { posts } from '@gongyou/contract/organisations/posts.ts'
import type { Setup } from '../kit/http/building.ts'
import type { Actor } from '../kit/actor.ts'
import type { Database, Work } from '../kit/db/database.ts'
import { newId } from '../kit/ids.ts'
import type { KeyRing } from '../kit/secrets/key-ring.ts'
import { facts, house } from '../rooms.ts'

const has = async (owner: pg.Pool, table: string, region: number) =>
  (await owner.query(`select 1 from ${table} where region = $1 limit 1`, [region])).rowCount === 1

/** Loads the example district into an empty database and tells its story; a second start finds both and does nothing. */
export const loadExample = async (
  given: { owner: pg.Pool; db: Database; keys: KeyRing; region: number; people: number; unions?: number; orders?: boolean },
  tell: (line: string, share?: number) => void,
) => {
  const { owner, db, keys, region, people, unions = 1000, orders = true } = given
  if (!(await has(owner, 'organisations.org', region))) await loadDistrict(owner, keys, facts, { region, people, unions, seed: 20_261_120 }, tell)
  const write = <T>(by: Actor, fn: (work: Work) => Promise<T>) => db.write({ region, by, operation: 'loadExample', request: newId() }, fn)
  if (!(await has(owner, 'accounts.account', region))) await tellStory(write, keys)
  if (orders && !(await has(owner, 'hotline."order"', region))) await tellHotline(write, { ...house, keys })
  if (orders && !(await has(owner, 'skills.competition', region))) await tellContests(write, { ...house, keys })
}

/** The people one can be in the example, for the pages that offer them. */
export const examplePeople: NonNullable<Setup['example']> = {
  personas: [
    ...staffPersonas.map((p) => ({
      kind: 'staff' as const,
      name: p.name,
      post: posts[p.post].name.zh,
      at: p.at,
      login: p.login,
      password: demoPassword,
      mobile: null,
      tries: p.tries,
    })),
    ...workerPersonas.map((p) => ({
      kind: 'worker' as const,
      name: p.name,
      post: null,
      at: p.joins,
      login: null,
      password: null,
      mobile: p.mobile,
      tries: p.tries,
    })),
  ],
  joinCodes: joinCodes.map(({ code, label, expired }) => ({ code, label, expired })),
}
