import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { clause, reachOf } from '../organisations/index.ts'
import { type HalfDay, attendanceOf, halfDaysOf, lockClass, traineesOf } from './classes.ts'
import { membersNamed, unitWithin } from './entrants.ts'
import { issueCertificate } from './certificates.ts'

/** Each name of a list with what it was found to be among the members of the unit. */
const lookUp = async (look: Look, classId: string, unit: string, names: readonly string[]) => {
  await unitWithin(look, unit)
  const known = await membersNamed(look, unit, names)
  const listed = new Set((await traineesOf(look, classId)).map((t) => t.person_id))
  return names.map((name, i) => {
    const found = known.filter((k) => k.name === name)
    const is =
      names.indexOf(name) !== i
        ? ('twice' as const)
        : found.length > 1
          ? ('several' as const)
          : !found[0]
            ? ('unknown' as const)
            : listed.has(found[0].id)
              ? ('on-the-list' as const)
              : ('known' as const)
    return { name, is, id: found.length === 1 ? found[0]!.id : undefined }
  })
}

/** Enrols persons by id: for lists of units today, and for sign-ups. The caller has judged that he may. */
export const addTrainees = async (work: Work, classId: string, unit: string, persons: readonly string[]) => {
  const c = await lockClass(work, classId, 'skills.read')
  if (c.seats !== null && c.trainees + persons.length > c.seats)
    throw refuse('skills.class-full', { says: `名额 ${c.seats}，已报 ${c.trainees}，还可报 ${Math.max(0, c.seats - c.trainees)}` })
  if (persons.length === 0) return
  await work.tx
    .insertInto('skills.trainee')
    .values(persons.map((person_id) => ({ region: work.region, class_id: classId, person_id, unit_id: unit, enrolled_at: work.at })))
    .onConflict((x) => x.columns(['region', 'class_id', 'person_id']).doUpdateSet({ left_at: null, unit_id: unit }))
    .execute()
  for (const person of persons) work.ledger.act({ kind: 'academy.enrolled', subject: classId, org: unit, person })
}

export const enrol = async (work: Work, classId: string, given: { unit: string; names: readonly string[]; dry: boolean }) => {
  const rows = await lookUp(work, classId, given.unit, given.names)
  const shown = rows.map(({ name, is }) => ({ name, is }))
  if (given.dry) return { enrolled: 0, rows: shown }
  const bad = rows.flatMap((r, i) => (r.is === 'known' ? [] : [{ path: `names.${i}`, message: words[r.is](r.name) }]))
  if (bad.length > 0) throw refuse('request.invalid', { fields: bad })
  await addTrainees(
    work,
    classId,
    given.unit,
    rows.flatMap((r) => r.id ?? []),
  )
  return { enrolled: rows.length, rows: shown }
}
const words = {
  unknown: (name: string) => `${name}不在这个单位的会员名册里，请先登记`,
  several: (name: string) => `${name}在单位里有同名会员，请到其个人页办理`,
  'on-the-list': (name: string) => `${name}已经报名`,
  twice: (name: string) => `${name}写了两次`,
}

export const leaveClass = async (work: Work, classId: string, person: string) => {
  await lockClass(work, classId, 'skills.read')
  const gone = await work.tx
    .updateTable('skills.trainee')
    .set({ left_at: work.at })
    .where('region', '=', work.region)
    .where('class_id', '=', classId)
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .where(clause(await reachOf(work, 'skills.enter'), 'unit_id'))
    .returning('unit_id')
    .executeTakeFirst()
  if (!gone) throw refuse('record.not-found')
  work.ledger.act({ kind: 'academy.left', subject: classId, org: gone.unit_id, person })
}

/** Who was there on one half day, as the list says it now. */
export const markAttendance = async (work: Work, classId: string, given: HalfDay & { present: readonly string[] }) => {
  const c = await lockClass(work, classId, 'skills.run')
  if (!(await halfDaysOf(work, classId)).some((d) => d.on_day === given.on && d.part === given.part))
    throw refuse('request.invalid', { fields: [{ path: 'on', message: '这个半天不在课表里' }] })
  if (given.on > work.today) throw refuse('request.invalid', { fields: [{ path: 'on', message: '还没有到这一天' }] })
  const known = new Set((await traineesOf(work, classId)).map((t) => t.person_id))
  const present = [...new Set(given.present)].filter((id) => known.has(id))
  await work.tx
    .deleteFrom('skills.attendance')
    .where('region', '=', work.region)
    .where('class_id', '=', classId)
    .where('on_day', '=', given.on)
    .where('part', '=', given.part)
    .execute()
  if (present.length > 0)
    await work.tx
      .insertInto('skills.attendance')
      .values(
        present.map((person_id) => ({ region: work.region, class_id: classId, person_id, on_day: given.on, part: given.part, marked_at: work.at })),
      )
      .execute()
  work.ledger.act({
    kind: 'academy.attendance-marked',
    subject: classId,
    org: c.org_id,
    data: { on: given.on, part: given.part, present: present.length },
  })
}

export const recordTests = async (work: Work, classId: string, rows: readonly { person: string; score: number }[]) => {
  const c = await lockClass(work, classId, 'skills.run')
  for (const r of rows) {
    const changed = await work.tx
      .updateTable('skills.trainee')
      .set({ score: r.score })
      .where('region', '=', work.region)
      .where('class_id', '=', classId)
      .where('person_id', '=', r.person)
      .where('left_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (!changed) throw refuse('record.not-found')
  }
  work.ledger.act({ kind: 'academy.tested', subject: classId, org: c.org_id, data: { papers: rows.length } })
}

/** Ends the class: completed is who attended enough and passed; only now the class is counted, once. */
export const finishClass = async (work: Work, classId: string, given: { version: number; costCents: number }) => {
  const c = await lockClass(work, classId, 'skills.run')
  if (c.version !== given.version) throw refuse('record.changed')
  if (work.today < c.to_on) throw refuse('request.invalid', { fields: [{ path: 'id', message: `培训到 ${c.to_on}，结束后才能结班` }] })
  const [days, marks, people] = [await halfDaysOf(work, classId), await attendanceOf(work, classId), await traineesOf(work, classId)]
  let completed = 0
  const about = { town: c.town, course: c.course, academy: c.academy, mode: c.mode }
  for (const t of people) {
    const present = marks.filter((m) => m.person_id === t.person_id).length
    const done = present * 100 >= c.must_attend * days.length && present > 0 && (c.pass_mark === null || (t.score ?? -1) >= c.pass_mark)
    const certificate = done
      ? await issueCertificate(work, {
          kind: 'course',
          person: t.person_id,
          holder: t.name,
          unit: t.unit,
          org: c.org_id,
          award: `${c.course}（${c.hours / 10} 课时）结业`,
          reason: `${c.academy} ${c.name}，${c.from_on} 至 ${c.to_on}`,
        })
      : undefined
    if (done) completed++
    await work.tx
      .updateTable('skills.trainee')
      .set({ completed: done, certificate_id: certificate?.id ?? null })
      .where('region', '=', work.region)
      .where('class_id', '=', classId)
      .where('person_id', '=', t.person_id)
      .execute()
    // Somebody who enrolled and never came was not trained.
    if (present > 0)
      work.ledger.act(
        {
          kind: 'academy.trained',
          subject: classId,
          org: t.unit_id,
          person: t.person_id,
          day: c.to_on,
          data: { ...about, town: t.town, completed: String(done), halfDays: present },
        },
        false,
      )
  }
  await work.tx
    .updateTable('skills.class')
    .set({ finished_at: work.at, cost_cents: given.costCents, version: sql`version + 1` })
    .where('region', '=', work.region)
    .where('id', '=', classId)
    .execute()
  work.ledger.act({
    kind: 'academy.class-held',
    subject: classId,
    org: c.org_id,
    day: c.to_on,
    data: { ...about, hours: c.hours / 10, yuan: given.costCents / 100 },
  })
  return { completed, trainees: people.length }
}
