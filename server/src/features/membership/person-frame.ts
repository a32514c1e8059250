import { ageOn, daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import type { Frame } from '@gongyou/contract/forms/index.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { runPrepared } from '../../kit/db/prepared.ts'
import type { PersonFrame } from '../cases/index.ts'

type Row = {
  id: string
  card_number: string | null
  path: string | null
  name: string
  mobile: string | null
  sex: number
  birth_on: string | null
  residence_town: number | null
  status: string | null
  joined_on: string | null
  occupation: string | null
  org_id: string | null
  org_name: string | null
  town: number | null
  employer_id: string | null
  employer: string | null
}

/** A label of the tree's path is the id of the union without its dashes. */
const idOfLabel = (l: string) => `${l.slice(0, 8)}-${l.slice(8, 12)}-${l.slice(12, 16)}-${l.slice(16, 20)}-${l.slice(20)}`

const frameOf = (p: Row, today: string): Frame => {
  const member = p.status === 'active' || p.status === 'retained'
  const said: [string, Frame[string] | null][] = [
    ['person.name', p.name],
    ['person.mobile', p.mobile],
    ['person.sex', p.sex === 1 ? 'male' : p.sex === 2 ? 'female' : undefined],
    ['person.birthOn', p.birth_on],
    ['person.age', p.birth_on ? ageOn(p.birth_on, today) : undefined],
    ['person.member', member],
    ['person.memberMonths', member && p.joined_on ? Math.floor(daysBetween(p.joined_on, today) / 30.4375) : 0],
    ['person.union', p.org_id ? { id: p.org_id, name: p.org_name } : undefined],
    ['person.unions', p.path ? p.path.split('.').map(idOfLabel) : []],
    ['person.card', p.card_number],
    ['person.town', p.town ?? p.residence_town],
    ['person.occupation', p.occupation],
    ['person.employer', p.employer ? { ...(p.employer_id ? { id: p.employer_id } : {}), name: p.employer } : undefined],
  ]
  const frame: Record<string, Frame[string]> = {}
  for (const [name, value] of said) if (value !== null && value !== undefined) frame[name] = value
  return frame
}

/** What services may know of many persons without asking, each by his id. */
export const personFrames = async (look: Look, personIds: readonly string[]): Promise<ReadonlyMap<string, Frame>> => {
  const asked = sql<Row>`
    select p.id, p.name, p.mobile, p.sex, p.birth_on, p.residence_town, m.status, m.joined_on, coalesce(m.occupation, e.occupation) as occupation, m.card_number,
           o.id as org_id, o.name as org_name, o.town, o.path::text as path, e.employer_id, coalesce(w.name, e.employer_name) as employer
      from people.person p
      left join membership.membership m on m.region = p.region and m.person_id = p.id
      left join organisations.org o on o.region = m.region and o.id = m.org_id
      left join lateral (select * from organisations.employment x where x.region = p.region and x.person_id = p.id and x.until is null order by x.since desc, x.id limit 1) e on true
      left join organisations.employer w on w.region = e.region and w.id = e.employer_id
     where p.region = ${look.region} and p.id = any(${personIds as string[]}::uuid[])`
  const { rows } = await runPrepared(look.raw, asked)
  return new Map(rows.map((p) => [p.id, frameOf(p, look.today)]))
}

/** What services may know of a person without asking: for conditions and for filling in forms. */
export const personFrame: PersonFrame = async (look, personId) => (await personFrames(look, [personId])).get(personId) ?? {}
