import { kindFaults, kindRevisionFaults } from '@gongyou/contract/activities/faults.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import { checkUp, recuperation } from '@gongyou/contract/activities/own/care.ts'
import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion, region } from '../../test/union.ts'
import { syncKinds } from './kinds.ts'

const union = await aUnion({ people: 1500 })
const desk = await anActivityDesk(union)
const crowd = await desk.workers(8)

/** Plans and brings it through the approval that these kinds need. */
const agreed = async (more: Parameters<typeof desk.planned>[0]) => {
  const a = await desk.planned(more)
  const { caseId } = await desk.gulou.ask('submitActivity', { params: { id: a.id }, body: { version: a.version } })
  const now = await desk.chair.ask('getCase', { params: { id: caseId! } })
  await desk.chair.ask('takeCaseStep', { params: { id: caseId!, action: 'agree' }, body: { version: now.version, answers: {}, said: '同意' } })
  return { id: a.id, pool: a.pools[0]!.id, session: a.sessionList[0]!.id }
}

const withQuestion = (question: object): ActivityKind => ({ ...(checkUp as ActivityKind), revision: 3, questions: { extra: question as never } })

test('a kind that keeps no results can declare nothing that could hold one; the start stops', async () => {
  expect(kindFaults(checkUp)).toEqual([])
  const label = (zh: string) => ({ zh, en: '' })
  const bad: object[] = [
    { kind: 'text', label: label('备注') },
    { kind: 'number', label: label('数值') },
    { kind: 'table', label: label('表'), columns: {} },
    { kind: 'files', accept: 'any', label: label('附件') },
    { kind: 'date', label: label('日期') },
    { kind: 'choice', label: label('血压'), options: [{ code: 'a', label: label('高') }] },
    { kind: 'choice', label: label('套餐'), options: [{ code: 'a', label: label('既往病史') }] },
  ]
  for (const question of bad)
    expect(
      kindFaults(withQuestion(question)).map((f) => f.path),
      JSON.stringify(question),
    ).toContain('questions.extra')
  const fine = { kind: 'choice', label: label('时段'), options: [{ code: 'am', label: label('上午') }] }
  expect(kindFaults(withQuestion(fine))).toEqual([])
  const findings: ActivityKind = { ...(checkUp as ActivityKind), revision: 3, form: { report: { kind: 'text', label: label('体检结论') } } }
  const start = union.db.write({ region, by: system, operation: 'start', request: 'start' }, (work) => syncKinds(work, [findings]))
  await expect(start).rejects.toMatchObject({ code: 'activities.kind-faulty' })
  const { noResults: _, ...open } = checkUp as ActivityKind
  expect(kindRevisionFaults(checkUp, { ...open, revision: 3 })).toMatchObject([{ path: 'noResults' }])
})

test('nor can one check-up ask for findings by a question of its own', async () => {
  const questions = { history: { kind: 'text' as const, label: { zh: '既往病史', en: '' } } }
  const plan = { kind: 'check-up', answers: { hospital: '示范医院' } }
  await expect(desk.planned({ ...plan, questions })).rejects.toMatchObject({ status: 400 })
  const a = await desk.planned(plan)
  const change = desk.gulou.ask('changeActivity', { params: { id: a.id }, body: { version: a.version, questions } })
  await expect(change).rejects.toMatchObject({ status: 400 })
})

test('recuperation: the honoured first, nobody twice within the years the rule says, at most so many of a town', async () => {
  const [a, b, c, d] = crowd
  await union.owner.query(
    `insert into skills.certificate (region, id, number, code, kind, person_id, holder, unit, org_id, award, reason, issued_on)
     values ($1, gen_random_uuid(), 'MYGJ-2025-0001', 'ABCDEFGHJKLM', 'title', $2, '某', '某', $3, '密云工匠', '竞赛', '2025-05-01')`,
    [region, c!.id, desk.town],
  )
  const sessions = [{ startsAt: inHours(48), endsAt: inHours(120), place: '示范疗养院' }]
  const answers = { base: '示范疗养院', days: 3 }
  const emergency = { answers: { emergency: '13700001111' } }
  const one = await agreed({
    kind: 'recuperation',
    answers,
    sessions,
    seats: { seats: 2, standbySeats: 5, rule: 'first', quotas: [{ orgId: desk.town, seats: 1 }] },
  })
  const states = []
  for (const w of [a!, b!, c!, d!]) states.push((await w.signUp(one.pool, emergency)).state)
  // Two seats, but only one for this town; behind it the honoured stands before those who came earlier.
  expect(states).toEqual(['confirmed', 'standby', 'standby', 'standby'])
  const order = (await desk.gulou.ask('listSignUps', { params: { id: one.id } })).rows
    .filter((r) => r.place !== null)
    .toSorted((x, y) => x.place! - y.place!)
    .map((r) => r.person.id)
  expect(order).toEqual([c!.id, b!.id, d!.id])
  // Whoever stands on the list of this year cannot go a second time.
  const two = await agreed({ kind: 'recuperation', answers, sessions, seats: { seats: 5, rule: 'first' } })
  expect(await a!.signUp(two.pool, emergency)).toMatchObject({ status: 409, code: 'activities.not-eligible' })
  // Three years on he may again: the number stands in the rule of the kind.
  await union.owner.query(
    `update activities.session set starts_at = starts_at - interval '3 years', ends_at = ends_at - interval '3 years' where id = $1`,
    [one.session],
  )
  expect((await a!.signUp(two.pool, emergency)).state).toBe('confirmed')
  expect(recuperation.rules?.some((r) => JSON.stringify(r.holds).includes('"atLeast":3'))).toBe(true)
})
