import { singleDeclaration, usualMatch } from '@gongyou/contract/activities/single.ts'
import { expect, test } from 'vitest'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'
import { activityKinds } from '../../rooms.ts'
import { kindFaults } from '@gongyou/contract/activities/faults.ts'

const union = await aUnion({ people: 300 })
const desk = await anActivityDesk(union)

test('every kind of this release is sane, and each can be planned', async () => {
  expect(activityKinds.flatMap((k) => kindFaults(k).map((f) => `${k.code}: ${f.says.zh}`))).toEqual([])
  expect(new Set(activityKinds.map((k) => k.code)).size).toBe(15)
  for (const kind of activityKinds) expect((await desk.planned({ kind: kind.code, answers: {} })).kind.code).toBe(kind.code)
})

test('a plan that needs approval is published by the case, or comes back with words', async () => {
  const plan = { kind: 'training', answers: { subject: '集体协商实务', target: '基层工会主席', cost: 300_000 } }
  const a = await desk.planned(plan)
  await expect(desk.gulou.ask('publishActivity', { params: { id: a.id }, body: { version: a.version } })).rejects.toMatchObject({
    problem: { code: 'activities.approval-needed' },
  })
  const asked = await desk.gulou.ask('submitActivity', { params: { id: a.id }, body: { version: a.version } })
  expect(asked).toMatchObject({ stage: 'submitted', may: ['clone'] })
  const step = async (action: string, said: string) => {
    const now = await desk.chair.ask('getCase', { params: { id: (await desk.seen(a.id)).caseId! } })
    return desk.chair.ask('takeCaseStep', { params: { id: now.id, action }, body: { version: now.version, answers: {}, said } })
  }
  await step('sendBack', '请补充保险')
  const back = await desk.seen(a.id)
  expect(back).toMatchObject({ stage: 'draft', because: '请补充保险' })
  const again = await desk.gulou.ask('submitActivity', { params: { id: a.id }, body: { version: back.version } })
  // Whoever filed it cannot approve it, though his post could.
  const filed = await desk.gulou.ask('getCase', { params: { id: again.caseId! } })
  await expect(
    desk.gulou.ask('takeCaseStep', { params: { id: filed.id, action: 'agree' }, body: { version: filed.version, answers: {}, said: '同意' } }),
  ).rejects.toMatchObject({ status: 403, problem: { code: 'activities.own-plan' } })
  expect((await desk.seen(a.id)).stage).toBe('submitted')
  expect(again.caseId).not.toBe(asked.caseId)
  await step('agree', '同意')
  expect(await desk.seen(a.id)).toMatchObject({ stage: 'open' })
})

test('a series, a course with one pool, a clone: the same plan with other days', async () => {
  const weekly = await desk.planned({ kind: 'fitness', answers: { coach: '成教练' }, repeat: { every: 'week', times: 4 } })
  expect(weekly.sessionList).toHaveLength(4)
  expect(new Set(weekly.pools.map((p) => p.id)).size).toBe(4)
  const starts = weekly.sessionList.map((s) => new Date(s.startsAt).getTime())
  expect(starts.slice(1).map((t, i) => (t - starts[i]!) / 86_400_000)).toEqual([7, 7, 7])
  const course = await desk.planned({ whole: true, repeat: { days: ['2027-01-10', '2027-01-17'] } })
  expect([course.sessionList.length, course.pools.length, course.pools[0]!.sessionId]).toEqual([3, 1, null])
  const clone = await desk.gulou.ask('cloneActivity', { params: { id: weekly.id }, body: { on: '2027-03-01', series: true } })
  expect(clone.sessionList.map((s) => s.startsAt.slice(11))).toEqual(weekly.sessionList.map((s) => s.startsAt.slice(11)))
  expect(clone.seriesId).toBe(weekly.id)
  const template = await desk.gulou.ask('cloneActivity', { params: { id: weekly.id }, body: { on: '2027-03-01', template: true } })
  expect(template).toMatchObject({ template: true, may: ['change', 'clone'] })
})

test('drafts are of the office; other towns do not see them, nor what is run there', async () => {
  const a = await desk.planned()
  await expect(desk.guoyuan.ask('getActivity', { params: { id: a.id } })).rejects.toMatchObject({ status: 404 })
  await expect(union.visitor().ask('getOpenActivity', { params: { id: a.id } })).rejects.toMatchObject({ status: 404 })
  const there = await desk.orgNamed('果园街道总工会')
  await expect(desk.planned({ orgId: there })).rejects.toMatchObject({ problem: { code: 'activities.no-such-place' } })
  const open = await desk.gulou.ask('publishActivity', { params: { id: a.id }, body: { version: a.version } })
  expect(open.may).toContain('run')
  expect((await union.visitor().ask('getOpenActivity', { params: { id: a.id } })).mine).toEqual([])
  expect((await union.visitor().ask('listOpenActivities', { query: { kind: 'lecture' } })).rows.map((r) => r.id)).toContain(a.id)
  expect((await desk.guoyuan.ask('listActivities', {})).rows.map((r) => r.id)).not.toContain(a.id)
})

test('a cancelled activity takes no more sign-ups, tells those who had seats, and cannot be cancelled twice', async () => {
  const [w] = await desk.workers(1)
  const a = await desk.published()
  const pool = a.pools[0]!.id
  expect((await w!.signUp(pool)).state).toBe('confirmed')
  await desk.gulou.ask('cancelActivity', { params: { id: a.id }, body: { version: a.version, because: '大雪，道路封闭' } })
  expect(await w!.signUp(pool)).toMatchObject({ code: 'activities.closed' })
  expect((await w!.mine())[0]).toMatchObject({ state: 'cancelled' })
  const { rows } = await union.owner.query(
    `select body ->> 'zh' as body from notices.message where person_id = $1 order by created_at desc limit 1`,
    [w!.id],
  )
  expect(rows[0].body).toContain('大雪')
  const seen = await desk.seen(a.id)
  await expect(desk.gulou.ask('cancelActivity', { params: { id: a.id }, body: { version: seen.version, because: '再取消' } })).rejects.toMatchObject({
    status: 409,
  })
})

test('times that cannot be are refused with words', async () => {
  await expect(desk.planned({ sessions: [{ startsAt: inHours(3), endsAt: inHours(2), place: '站点' }] })).rejects.toMatchObject({
    problem: { code: 'activities.times-wrong' },
  })
  await expect(desk.planned({ seats: { opensAt: inHours(40), closesAt: inHours(30) } })).rejects.toMatchObject({
    problem: { code: 'activities.sign-up-times-wrong' },
  })
  const past = await desk.planned({ sessions: [{ startsAt: inHours(-5), endsAt: inHours(-4), place: '站点' }] })
  await expect(desk.gulou.ask('publishActivity', { params: { id: past.id }, body: { version: past.version } })).rejects.toMatchObject({
    problem: { code: 'activities.in-the-past' },
  })
})

test('an officer makes a kind of his own, and plans under it', async () => {
  const office = await union.as('zhuren')
  const draft = await office.ask('createKindDesign', { body: { title: '亲子手工' } })
  const definition = {
    ...draft.definition,
    questions: {
      child: { kind: 'text', label: { zh: '孩子姓名', en: '' } },
      photo: { kind: 'files', accept: 'photo', label: { zh: '照片', en: '' } },
    },
  }
  const saved = await office.ask('saveKindDesign', { params: { id: draft.id }, body: { version: draft.version, definition } })
  expect(saved.faults.map((f) => f.path)).toEqual(['questions.photo'])
  await expect(
    office.ask('publishKindDesign', { params: { id: draft.id }, body: { version: saved.version, because: '新开' } }),
  ).rejects.toMatchObject({ status: 422 })
  const fixed = await office.ask('saveKindDesign', {
    params: { id: draft.id },
    body: { version: saved.version, definition: { ...definition, questions: { child: definition.questions.child } } },
  })
  const made = await office.ask('publishKindDesign', { params: { id: draft.id }, body: { version: fixed.version, because: '新开' } })
  expect((await desk.planned({ kind: made.code, answers: {} })).definition.questions).toHaveProperty('child')
  await expect(desk.gulou.ask('createKindDesign', { body: { title: '不行' } })).rejects.toMatchObject({ status: 403 })
  await office.ask('retireKind', { params: { code: made.code }, body: { because: '停办' } })
  await expect(desk.planned({ kind: made.code, answers: {} })).rejects.toMatchObject({ status: 404 })
})

test('a kind where people may choose each other asks for the declaration, and promises what its form says', async () => {
  const office = await union.as('zhuren')
  const draft = await office.ask('createKindDesign', { body: { title: '青年交友' } })
  const save = async (version: number, questions: object) =>
    office.ask('saveKindDesign', {
      params: { id: draft.id },
      body: { version, definition: { ...draft.definition, match: { ...usualMatch, keepDays: 10 }, questions } },
    })
  const without = await save(draft.version, {})
  expect(without.faults.map((f) => f.path)).toEqual(['match'])
  const declared = await save(without.version, { single: singleDeclaration(10, 1) })
  expect(declared.faults).toEqual([])
  const made = await office.ask('publishKindDesign', { params: { id: draft.id }, body: { version: declared.version, because: '新开' } })
  const next = await office.ask('createKindDesign', { body: { title: '青年交友', from: made.code } })
  // What was promised is not taken back.
  const { match: _, ...rest } = next.definition
  const gone = await office.ask('saveKindDesign', { params: { id: next.id }, body: { version: next.version, definition: rest } })
  expect(gone.faults.map((f) => f.path)).toEqual(['match'])
  await office.ask('dropKindDesign', { params: { id: next.id } })
})
