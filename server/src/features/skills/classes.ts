import { dayNumber } from '@gongyou/contract/kit/civil-date.ts'
import { sql } from 'kysely'
import { holds } from '../../kit/actor.ts'
import { type Look, type Work, anyOf } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { ratingsOf } from './rate-class.ts'

type Part = 'am' | 'pm' | 'eve'
export type HalfDay = { on: string; part: Part }
export type NewClass = {
  name: string
  edition: number
  academy: string
  course: string
  lecturer: string | null
  org: string
  mode: 'site' | 'online' | 'both'
  place: string
  hours: number
  seats: number | null
  costCents: number
  mustAttend: number
  passMark: number | null
  halfDays: readonly HalfDay[]
}

/** What a class hangs on stands in registers and is valid today: an academy whose plaque was taken opens no class. */
const mustStand = async (work: Work, given: NewClass) => {
  const wanted = [
    ['academies', given.academy, 'academy', '请选择有效的工匠学院'],
    ['academy-courses', given.course, 'course', '请选择课程'],
    ...(given.lecturer ? [['lecturers', given.lecturer, 'lecturer', '请选择讲师库里的讲师'] as const] : []),
  ] as const
  const rows = await work.db
    .selectFrom('registers.entry')
    .select(['id', 'register'])
    .where('region', '=', work.region)
    .where('id', '=', anyOf(wanted.map(([, id]) => id)))
    .where('ended_on', 'is', null)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', work.today)]))
    .execute()
  const bad = wanted.filter(([register, id]) => !rows.some((r) => r.id === id && r.register === register))
  if (bad.length > 0) throw refuse('request.invalid', { fields: bad.map(([, , path, message]) => ({ path, message })) })
}

/** Opens a class. Fails on `class_edition_unique` where the course has this edition already. */
export const createClass = async (work: Work, given: NewClass) => {
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', given.org)
    .where('dissolved_on', 'is', null)
    .where(clause(await reachOf(work, 'skills.run'), 'id'))
    .executeTakeFirst()
  if (!org) throw refuse('record.not-found')
  await mustStand(work, given)
  const days = [...new Map(given.halfDays.map((h) => [`${h.on} ${h.part}`, h])).values()].toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const [from, to] = [days[0]!.on, days.at(-1)!.on]
  const numberOf = (day: string) => dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))!
  if (numberOf(to) - numberOf(from) > 366) throw refuse('request.invalid', { fields: [{ path: 'halfDays', message: '一期培训不超过一年' }] })
  const id = newId()
  await work.tx
    .insertInto('skills.class')
    .values({
      region: work.region,
      id,
      name: given.name,
      edition: given.edition,
      academy_id: given.academy,
      course_id: given.course,
      lecturer_id: given.lecturer,
      org_id: org.id,
      town: org.town,
      mode: given.mode,
      place: given.place,
      from_on: from,
      to_on: to,
      hours: given.hours,
      seats: given.seats,
      cost_cents: given.costCents,
      must_attend: given.mustAttend,
      pass_mark: given.passMark,
      created_at: work.at,
    })
    .execute()
  await work.tx
    .insertInto('skills.half_day')
    .values(days.map((h) => ({ region: work.region, class_id: id, on_day: h.on, part: h.part })))
    .execute()
  work.ledger.act({ kind: 'academy.class-opened', subject: id, org: org.id })
  return { id }
}

const classes = (look: Look) =>
  look.db
    .selectFrom('skills.class as c')
    .innerJoin('registers.entry as a', (j) => j.onRef('a.region', '=', 'c.region').onRef('a.id', '=', 'c.academy_id'))
    .innerJoin('registers.entry as k', (j) => j.onRef('k.region', '=', 'c.region').onRef('k.id', '=', 'c.course_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'c.region').onRef('o.id', '=', 'c.org_id'))
    .leftJoin('registers.entry as l', (j) => j.onRef('l.region', '=', 'c.region').onRef('l.id', '=', 'c.lecturer_id'))
    .where('c.region', '=', look.region)
    .selectAll('c')
    .select(['a.title as academy', 'k.title as course', 'l.title as lecturer', 'o.name as org'])
    .select(
      sql<number>`(select count(*)::int from skills.trainee t where t.region = c.region and t.class_id = c.id and t.left_at is null)`.as('trainees'),
    )
export type ClassRow = NonNullable<Awaited<ReturnType<ReturnType<typeof classes>['executeTakeFirst']>>>

/** Classes are open to all unions; only whoever runs them changes them. */
export const classOf = async (look: Look, id: string, right: 'skills.read' | 'skills.run' = 'skills.read') => {
  const found = await classes(look).where('c.id', '=', id).executeTakeFirst()
  if (!found) throw refuse('record.not-found')
  if (right === 'skills.run') {
    const reach = await reachOf(look, right)
    if (reach !== 'all' && !reach.includes(found.org_id)) throw refuse('record.not-found')
  }
  return found
}
export const lockClass = async (work: Work, id: string, right: 'skills.read' | 'skills.run') => {
  await work.tx.selectFrom('skills.class').select('id').where('region', '=', work.region).where('id', '=', id).forUpdate().executeTakeFirst()
  const found = await classOf(work, id, right)
  if (found.finished_at) throw refuse('skills.class-finished')
  return found
}

const modeOf = (mode: string): NewClass['mode'] => (mode === 'online' ? 'online' : mode === 'both' ? 'both' : 'site')
const partOf = (part: string): Part => (part === 'am' ? 'am' : part === 'pm' ? 'pm' : 'eve')
const stateOf = (c: ClassRow, today: string) =>
  c.finished_at ? ('finished' as const) : today < c.from_on ? ('coming' as const) : today <= c.to_on ? ('running' as const) : ('over' as const)

const line = (c: ClassRow, today: string) => ({
  id: c.id,
  name: c.name,
  edition: c.edition,
  course: { id: c.course_id, name: c.course },
  academy: { id: c.academy_id, name: c.academy },
  mode: modeOf(c.mode),
  from: c.from_on,
  to: c.to_on,
  hours: c.hours,
  trainees: c.trainees,
  seats: c.seats,
  state: stateOf(c, today),
  org: { id: c.org_id, name: c.org },
})

export const classesWithin = async (
  look: Look,
  f: { q?: string | undefined; year?: number | undefined; after?: string | undefined; limit: number },
) => {
  const [day, id] = f.after?.split('|') ?? []
  if (f.after && !(/^\d{4}-\d\d-\d\d$/.test(day ?? '') && /^[0-9a-f-]{36}$/.test(id ?? ''))) throw refuse('request.invalid')
  const rows = await classes(look)
    .$if(Boolean(f.q), (q) => q.where(sql<boolean>`position(${f.q} in c.name) > 0`))
    .$if(f.year !== undefined, (q) => q.where(sql<boolean>`extract(year from c.from_on) = ${f.year}`))
    .$if(Boolean(id), (q) => q.where((e) => e(e.refTuple('c.from_on', 'c.id'), '<', e.tuple(day!, id!))))
    .orderBy('c.from_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(f.limit + 1)
    .execute()
  const page = rows.slice(0, f.limit)
  const last = page.at(-1)
  return { rows: page.map((c) => line(c, look.today)), next: rows.length > page.length && last ? `${last.from_on}|${last.id}` : null }
}

export const attendanceOf = (look: Look, id: string) =>
  look.db
    .selectFrom('skills.attendance')
    .select(['person_id', 'on_day', 'part'])
    .where('region', '=', look.region)
    .where('class_id', '=', id)
    .execute()
export const halfDaysOf = (look: Look, id: string) =>
  look.db
    .selectFrom('skills.half_day')
    .select(['on_day', 'part'])
    .where('region', '=', look.region)
    .where('class_id', '=', id)
    .orderBy('on_day')
    .orderBy(sql`array_position(array['am','pm','eve'], part)`)
    .execute()

export const traineesOf = (look: Look, id: string) =>
  look.db
    .selectFrom('skills.trainee as t')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 't.region').onRef('p.id', '=', 't.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 't.region').onRef('o.id', '=', 't.unit_id'))
    .leftJoin('skills.certificate as c', (j) => j.onRef('c.region', '=', 't.region').onRef('c.id', '=', 't.certificate_id'))
    .where('t.region', '=', look.region)
    .where('t.class_id', '=', id)
    .where('t.left_at', 'is', null)
    .select(['t.person_id', 'p.name', 't.unit_id', 'o.name as unit', 'o.town', 't.score', 't.completed', 'c.code', 'c.withdrawn_on'])
    .orderBy('t.enrolled_at')
    .orderBy('t.person_id')
    .execute()

/** One class. Units see their own people in it; whoever runs it sees all. */
export const classPage = async (look: Look, id: string) => {
  const c = await classOf(look, id)
  const run = holds(look.by, 'skills.run') ? await reachOf(look, 'skills.run') : []
  const mayRun = run === 'all' || run.includes(c.org_id)
  const reach = mayRun ? 'all' : await reachOf(look, 'skills.read')
  const [days, marks] = [await halfDaysOf(look, id), await attendanceOf(look, id)]
  const people = (await traineesOf(look, id)).filter((t) => reach === 'all' || reach.includes(t.unit_id))
  const heads = new Set(marks.map((m) => m.person_id)).size
  return {
    ...line(c, look.today),
    lecturer: c.lecturer_id && c.lecturer ? { id: c.lecturer_id, name: c.lecturer } : null,
    place: c.place,
    costCents: c.cost_cents,
    costPerHeadCents: heads > 0 ? Math.round(c.cost_cents / heads) : null,
    mustAttend: c.must_attend,
    passMark: c.pass_mark,
    version: c.version,
    mayRun,
    halfDays: days.map((d) => ({
      on: d.on_day,
      part: partOf(d.part),
      present: marks.filter((m) => m.on_day === d.on_day && m.part === d.part).length,
    })),
    people: people.map((t) => ({
      person: { id: t.person_id, name: t.name },
      unit: t.unit,
      present: marks.filter((m) => m.person_id === t.person_id).map((m) => ({ on: m.on_day, part: partOf(m.part) })),
      score: t.score,
      completed: t.completed,
      certificate: t.code,
      withdrawn: t.withdrawn_on !== null,
    })),
    ratings: mayRun ? await ratingsOf(look, id, heads) : { answered: 0, of: heads, average: null, said: [] },
  }
}
