import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { periodBefore } from '@gongyou/contract/returns/period.ts'
import { checkQuestions } from '@gongyou/contract/returns/questions.ts'
import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textsOf } from '../../kit/sheets/sheet-samples.ts'
import { asCounted, households, visits } from '../../test/returns.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 200 })
const office = await union.as('bangong')
const organiser = await union.as('zuzhi')
const station = await union.as('gulou')
const chair = await union.as('gulouzhuxi')
const refused = (status: number, code: string) => expect.objectContaining({ status, problem: expect.objectContaining({ code }) })
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const earlier = periodBefore('month', periodBefore('month', today).from)

const draft = await office.ask('createReturnDesign', { body: { title: '走访慰问月报' } })
const saved = await office.ask('saveReturnDesign', { params: { id: draft.id }, body: { version: draft.version, definition: { ...visits } } })
const { code } = await office.ask('publishReturnDesign', { params: { id: draft.id }, body: { version: saved.version, because: '市总要求' } })
const sheetOf = async (round: string) => {
  const { rows } = await union.owner.query<{ id: string }>(
    `select s.id from returns.sheet s join organisations.org o on o.id = s.org_id where s.round_id = $1 and o.name = '鼓楼街道总工会'`,
    [round],
  )
  return { params: { id: rows[0]!.id } }
}
const bodyWith = (s: ReturnSheet, answers: object) => ({ ...asCounted(s), answers: { ...answers } })

test('a number may not exceed the line it is checked against; answers are kept with who typed them', async () => {
  const { id } = await office.ask('openReturnRound', { body: { form: code, day: earlier.from } })
  const at = await sheetOf(id)
  const open = await station.ask('getReturnSheet', at)
  expect(open.questions.map((q) => [q.code, q.answer, q.last])).toEqual(['visited', 'helped', 'meeting', 'note'].map((c) => [c, null, null]))
  const hand = (answers: object) => station.ask('handInReturn', { ...at, body: bodyWith(open, answers) })
  await expect(hand({})).rejects.toEqual(refused(422, 'returns.answers-wrong'))
  await expect(hand({ visited: 3, helped: 5, meeting: 'y' })).rejects.toMatchObject({
    problem: { code: 'returns.answers-wrong', errors: [{ path: 'answers.helped', message: '不能大于“走访困难职工家庭”（3）' }] },
  })
  await expect(hand({ visited: -1, helped: 0, meeting: 'y' })).rejects.toEqual(refused(422, 'returns.answers-wrong'))
  await expect(hand({ visited: 3, helped: 2, meeting: 'maybe' })).rejects.toEqual(refused(422, 'returns.answers-wrong'))
  await expect(hand({ visited: 3, helped: 2, meeting: 'y', strange: 1 })).rejects.toEqual(refused(422, 'returns.answers-wrong'))
  const done = await hand({ visited: 3, helped: 2, meeting: 'y', note: '  入户三家 ' })
  expect(done).toMatchObject({ state: 'handed-in', nil: false })
  const visited = done.questions.find((q) => q.code === 'visited')!
  expect(visited).toMatchObject({ answer: 3, at: 2, section: { zh: '二、走访' } })
  expect(visited.by).not.toBeNull()
  expect(done.questions.find((q) => q.code === 'note')!.answer).toBe('入户三家')
})

test('the next period proposes what was said last and fills in nothing by itself', async () => {
  const { id } = await office.ask('openReturnRound', { body: { form: code } })
  const at = await sheetOf(id)
  const open = await station.ask('getReturnSheet', at)
  expect(open.questions.find((q) => q.code === 'visited')).toMatchObject({ answer: null, last: { answer: 3 } })
  expect(open.questions.find((q) => q.code === 'meeting')).toMatchObject({ answer: null, last: { answer: 'y' } })
  await expect(station.ask('handInReturn', { ...at, body: asCounted(open) })).rejects.toEqual(refused(422, 'returns.answers-wrong'))
})

test('totals add what the units typed and count what they chose; the workbook is in the table of the level above', async () => {
  const round = (await office.ask('listReturnRounds', { query: {} })).rows.find((r) => r.form === code && r.handedIn === 0)!.id
  const { rows } = await union.owner.query<{ id: string; name: string }>(
    `select s.id, o.name from returns.sheet s join organisations.org o on o.id = s.org_id where s.round_id = $1 order by o.name`,
    [round],
  )
  const towns = rows.filter((r) => r.name.endsWith('总工会')).slice(0, 3)
  const given = [
    { visited: 4, helped: 1, meeting: 'y' },
    { visited: 6, helped: 6, meeting: 'n', note: '=1+1' },
    { visited: 1, helped: 0, meeting: 'y' },
  ]
  for (const [i, town] of towns.entries()) {
    const sheet = await organiser.ask('getReturnSheet', { params: { id: town.id } })
    await organiser.ask('handInReturn', { params: { id: town.id }, body: bodyWith(sheet, given[i]!) })
  }
  const page = await office.ask('getReturnRound', { params: { id: round } })
  const typed = Object.fromEntries(page.typed.map((t) => [t.code, t]))
  expect([typed['visited']!.sum, typed['helped']!.sum, typed['visited']!.answered]).toEqual([11, 7, 3])
  expect(typed['meeting']!.chosen.map((c) => [c.label.zh, c.units])).toEqual([
    ['已召开', 2],
    ['未召开', 1],
  ])
  expect([typed['note']!.sum, typed['note']!.answered]).toEqual([null, 1])
  // What was typed is no figure: the catalogue has not grown by it.
  expect(page.totals.map((t) => t.code)).toEqual(['joined', 'members'])
  const first = await office.ask('listReturnAnswers', { params: { id: round, line: 'visited' }, query: { limit: 2 } })
  const rest = await office.ask('listReturnAnswers', { params: { id: round, line: 'visited' }, query: { limit: 2, after: first.next! } })
  expect([...first.rows, ...rest.rows].map((r) => r.answer.zh).sort()).toEqual(['1', '4', '6'])
  await expect(office.ask('listReturnAnswers', { params: { id: round, line: 'joined' }, query: {} })).rejects.toEqual(
    refused(404, 'record.not-found'),
  )
  expect((await chair.ask('listReturnAnswers', { params: { id: round, line: 'visited' }, query: {} })).rows.map((r) => r.org.name)).toEqual(
    towns.filter((t) => t.name === '鼓楼街道总工会').map((t) => t.name),
  )

  const answer = await office.send({ method: 'GET', url: `/api/returns/rounds/${round}/export` })
  const file = path.join(union.folder, 'typed.xlsx')
  writeFileSync(file, answer.rawPayload)
  const upper = await textsOf(file, '上级表式')
  expect(upper[0]![0]).toBe('北京市总工会走访慰问情况月报')
  expect(upper[1]!.at(-1)).toBe('计量单位：人、户')
  expect(upper[2]).toEqual([
    '单位',
    '02 会员总数（人）',
    '01 发展会员（人）',
    '04 其中：当场解决（户）〔填报〕',
    '03 走访困难职工家庭（户）〔填报〕',
    '05 是否召开工作例会〔填报〕',
    '06 情况说明〔填报〕',
  ])
  expect(upper).toHaveLength(3 + rows.length + 2)
  const sum = upper.find((r) => r[0] === '合计')!
  expect([sum[3], sum[4], sum[5]]).toEqual(['7', '11', '已召开 2；未召开 1'])
  expect(upper.find((r) => r[0] === towns[1]!.name)!.slice(3)).toEqual(['6', '6', '未召开', '=1+1'])
  expect(upper.at(-1)![0]).toBe('注：走访户数由各单位填报。')
  expect((await textsOf(file, '汇总表'))[1]!.slice(3)).toEqual(['系统', '系统', '填报', '填报', '填报', '填报'])
  const said = await textsOf(file, '填报内容')
  expect(said).toHaveLength(1 + 10)
  expect(said[1]!.slice(4, 6).every((x) => x !== '')).toBe(true)
})

test('with nothing to report only what stands is asked; what the records say is not told away without a reason', async () => {
  const round = (await office.ask('listReturnRounds', { query: {} })).rows.find((r) => r.form === code && r.handedIn === 3)!.id
  const { rows } = await union.owner.query<{ id: string }>(`select id from returns.sheet where round_id = $1 and state = 'open' order by id`, [round])
  const sheets = await Promise.all(rows.map((r) => organiser.ask('getReturnSheet', { params: { id: r.id } })))
  const busy = sheets.find((s) => (s.lines.find((l) => l.code === 'joined')!.counted ?? 0) > 0)
  const idle = sheets.find((s) => s.lines.find((l) => l.code === 'joined')!.counted === 0)!
  const nil = (s: ReturnSheet, because: string, told = 0) => ({
    ...asCounted(s),
    lines: asCounted(s).lines.map((l) => (l.code === 'joined' ? { ...l, told, because } : l)),
    nil: true,
  })
  const hand = (s: ReturnSheet, body: object) => organiser.ask('handInReturn', { params: { id: s.id }, body: { ...asCounted(s), ...body } })
  await expect(hand(idle, nil(idle, ''))).rejects.toEqual(refused(422, 'returns.answers-wrong'))
  await expect(hand(idle, { ...nil(idle, '更正', 2), answers: { meeting: 'n' } })).rejects.toEqual(refused(422, 'returns.not-nil'))
  const done = await hand(idle, { ...nil(idle, ''), answers: { meeting: 'n', visited: 9 } })
  expect(done).toMatchObject({ nil: true, state: 'handed-in' })
  expect(done.questions.map((q) => q.answer)).toEqual([null, null, 'n', null])
  if (busy) {
    await expect(hand(busy, { ...nil(busy, ''), answers: { meeting: 'n' } })).rejects.toEqual(refused(422, 'returns.reason-missing'))
    expect(await hand(busy, { ...nil(busy, '录入有误'), answers: { meeting: 'n' } })).toMatchObject({ nil: true })
  }
  expect((await office.ask('getReturnRound', { params: { id: round } })).round.nil).toBe(busy ? 2 : 1)
})

test('a period that was handed up says so, and how many sheets have moved since', async () => {
  const { id, to } = (await office.ask('listReturnRounds', { query: {} })).rows.find((r) => r.form === code && r.handedIn > 2)!
  const mark = (body: { on: string; to: string } | { on: null; because: string }) => office.ask('markRoundReported', { params: { id }, body })
  await expect(mark({ on: to, to: '市总工会' })).rejects.toEqual(refused(422, 'returns.early-mark'))
  await expect(chair.ask('markRoundReported', { params: { id }, body: { on: today, to: '市总工会' } })).rejects.toEqual(refused(403, 'right.missing'))
  expect((await mark({ on: today, to: '市总工会' })).reported).toMatchObject({ on: today, to: '市总工会', movedSince: 0 })
  const { rows } = await union.owner.query<{ id: string }>(`select id from returns.sheet where round_id = $1 and state = 'handed-in' limit 1`, [id])
  const sheet = await organiser.ask('getReturnSheet', { params: { id: rows[0]!.id } })
  expect(sheet.reported).toEqual({ on: today, to: '市总工会' })
  await organiser.ask('recallReturn', { params: { id: sheet.id }, body: { version: sheet.version, because: '漏了一户' } })
  expect((await office.ask('getReturnRound', { params: { id } })).round.reported!.movedSince).toBe(1)
  const moved = await office.ask('listReturnSheets', { params: { id }, query: { state: 'moved' } })
  expect(moved.rows.map((r) => r.id)).toEqual([sheet.id])
  expect((await mark({ on: null, because: '市总退回' })).reported).toBeNull()
})

test('bounds hold for whatever is answered, and nothing to report asks less, never more', () => {
  const asked = (code: string, more: object = {}) => ({ code, field: households, always: false, notMoreThan: null, notLessThan: null, ...more })
  const bound = (c: string) => ({ code: c, label: { zh: c, en: c } })
  const questions = [asked('a'), asked('b', { notMoreThan: bound('a') }), asked('c', { notLessThan: bound('f'), always: true })]
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(20), fc.option(fc.nat(20)), fc.boolean(), (a, b, c, f, nil) => {
      const { answers, faults } = checkQuestions(questions, { a, b, c }, () => f, { today, nil })
      const wrong = [...(!nil && b > a ? ['b'] : []), ...(f !== null && c < f ? ['c'] : [])]
      expect(faults.map((x) => x.path)).toEqual(wrong)
      expect(Object.keys(answers)).toEqual(nil ? ['c'] : ['a', 'b', 'c'])
    }),
  )
})
