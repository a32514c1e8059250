import type pg from 'pg'
import { listCourses } from '../../../demo/src/courses.ts'
import { loadDistrict } from '../../../demo/src/load.ts'
import { tellActivities } from '../../../demo/src/activities.ts'
import { tellAcademy } from '../../../demo/src/academy.ts'
import { tellClaims } from '../../../demo/src/claims.ts'
import { tellContests } from '../../../demo/src/contests.ts'
import { tellHotline } from '../../../demo/src/hotline.ts'
import { demoPassword, joinCodes, staffPersonas, workerPersonas } from '../../../demo/src/personas.ts'
import { tellLessons } from '../../../demo/src/lessons.ts'
import { tellReports } from '../../../demo/src/reports.ts'
import { addStaff, tellStory } from '../../../demo/src/story.ts'
import { tellVenues } from '../../../demo/src/venues.ts'
import { posts } from '@gongyou/contract/organisations/posts.ts'
import type { Setup } from '../kit/http/building.ts'
import { type Actor, system } from '../kit/actor.ts'
import type { Database, Work } from '../kit/db/database.ts'
import { newId } from '../kit/ids.ts'
import type { KeyRing } from '../kit/secrets/key-ring.ts'
import { catalogue, facts, house } from '../rooms.ts'

const has = async (owner: pg.Pool, table: string, region: number) =>
  (await owner.query(`select 1 from ${table} where region = $1 limit 1`, [region])).rowCount === 1

type Write = <T>(by: Actor, fn: (work: Work) => Promise<T>) => Promise<T>

/** What the example tells beside its people, each chapter once: where its table holds anything it was told. */
const chapters = {
  courses: { table: 'registers.entry', tell: (write: Write, keys: KeyRing) => write(system, (work) => listCourses(work, keys)) },
  venues: { table: 'venues.venue', tell: (write: Write, keys: KeyRing) => tellVenues(write, { ...house, keys }) },
  orders: { table: 'hotline."order"', tell: (write: Write, keys: KeyRing) => tellHotline(write, { ...house, keys }) },
  claims: { table: 'statistics.claim', tell: (write: Write) => tellClaims(write) },
  contests: { table: 'skills.competition', tell: (write: Write, keys: KeyRing) => tellContests(write, { ...house, keys }) },
  academy: { table: 'skills.class', tell: (write: Write, keys: KeyRing) => tellAcademy(write, keys) },
  activities: {
    table: 'activities.activity',
    tell: async (write: Write, keys: KeyRing) => {
      await tellActivities(write, { ...house, keys })
      await tellLessons(write, { ...house, keys })
    },
  },
  reports: { table: 'reports.report', tell: (write: Write) => tellReports(write, catalogue) },
} as const
export type Chapter = keyof typeof chapters
export const allChapters = Object.keys(chapters) as Chapter[]

type Given = { owner: pg.Pool; db: Database; keys: KeyRing; region: number; people: number; unions?: number; chapters?: readonly Chapter[] }

/** Loads the example district into an empty database and tells its story; a second start finds both and does nothing. */
export const loadExample = async (given: Given, tell: (line: string, share?: number) => void) => {
  const { owner, db, keys, region, people, unions = 1000 } = given
  if (!(await has(owner, 'organisations.org', region))) await loadDistrict(owner, keys, facts, { region, people, unions, seed: 20_261_120 }, tell)
  const write: Write = (by, fn) => db.write({ region, by, operation: 'loadExample', request: newId() }, fn)
  if (!(await has(owner, 'accounts.account', region))) await tellStory(write, keys)
  else await write(system, (work) => addStaff(work, keys))
  for (const name of given.chapters ?? allChapters) if (!(await has(owner, chapters[name].table, region))) await chapters[name].tell(write, keys)
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
