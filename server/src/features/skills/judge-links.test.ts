import { expect, test } from 'vitest'
import { aContest } from '../../test/contests.ts'
import { workbook } from '../../test/rosters.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 400, unions: 60 })
const { officer, units, announced, contest, after, rowsOf, worker } = await aContest(union)
const [bees, hive] = units
const key = 'k'.repeat(40)
const marks = { items: { safety: 1500, craft: 4000, work: 2500 }, penalties: {} }

/** A contest with two entrants and one judge from outside, named for the practice round. */
const underWay = async () => {
  const made = await announced()
  for (const u of [bees!, hive!])
    await officer.ask('enterEntrants', { params: { id: made.trade }, body: { unit: u.id, people: [{ name: u.people[0]!.name, consents: true }] } })
  const { person } = await officer.ask('addOutsideJudge', { params: { id: made.id }, body: { name: '闵知秋', from: '示范烹饪协会' } })
  await officer.ask('drawRound', { params: { id: made.theory }, body: {} })
  await officer.ask('drawRound', { params: { id: made.practice }, body: { judges: 1 } })
  const link = async (days = 7) => {
    const { url } = await officer.ask('makeJudgeLink', { params: { id: made.id, person }, body: { days } })
    return url.split('/').at(-1)!
  }
  return { ...made, person, link }
}
const open = (token: string, with_ = key) => union.visitor().ask('openJudgeLink', { body: { token, key: with_ } })
const hand = (token: string, round: string, blind: number, more: object = {}) =>
  union.visitor().ask('handInByLink', { body: { token, key, round, blind, marks, ...more } })

test('a judge from outside scores by a link, without an account and without a name', async () => {
  const made = await underWay()
  const token = await made.link()
  const seen = await open(token)
  expect(seen).toMatchObject({ judge: '闵知秋', rounds: [{ round: made.practice, sheets: [{ blind: 1 }, { blind: 2 }] }] })
  for (const u of [bees!, hive!]) expect(JSON.stringify(seen)).not.toContain(u.people[0]!.name)
  await hand(token, made.practice, 1)
  // The same again, as a phone does on a weak network, changes nothing; another sheet is refused.
  await hand(token, made.practice, 1)
  await expect(hand(token, made.practice, 1, { marks: { ...marks, items: { ...marks.items, craft: 1 } } })).rejects.toMatchObject({
    problem: { code: 'skills.handed-in' },
  })
  await expect(hand(token, made.practice, 2, { marks: { ...marks, items: { ...marks.items, safety: 10_100 } } })).rejects.toMatchObject({
    problem: { code: 'skills.mark-refused' },
  })
  await expect(hand(token, made.theory, 1)).rejects.toMatchObject({ status: 404 })
  await hand(token, made.practice, 2)
  expect((await open(token)).rounds[0]!.sheets.every((s) => s.handedIn)).toBe(true)
  await officer.ask('openRound', { params: { id: made.practice } })
  const result = await officer.ask('getRoundResult', { params: { id: made.practice } })
  expect(result.rows.map((r) => r.sheets[0]!.judge.name)).toEqual(['闵知秋', '闵知秋'])
  // On record as the judge, not as nobody.
  expect(
    await rowsOf("select distinct actor from ledger.audit where subject_id = $1 and detail->>'act' = 'contest.sheet-handed-in'", [made.practice]),
  ).toEqual([{ actor: '闵知秋（评委链接）' }])
})

test('a link stays with the device that opened it, ends when taken back, replaced or out of date', async () => {
  const made = await underWay()
  const token = await made.link()
  await expect(hand(token, made.practice, 1)).rejects.toMatchObject({ problem: { code: 'skills.judge-link-elsewhere' } })
  await open(token)
  await expect(open(token, 'x'.repeat(40))).rejects.toMatchObject({ problem: { code: 'skills.judge-link-elsewhere' } })
  await expect(
    union.visitor().ask('handInByLink', { body: { token, key: 'x'.repeat(40), round: made.practice, blind: 1, marks } }),
  ).rejects.toMatchObject({
    problem: { code: 'skills.judge-link-elsewhere' },
  })
  expect((await contest(made.id)).panel.find((j) => j.person.id === made.person)).toMatchObject({
    outside: true,
    unit: { name: '示范烹饪协会' },
    link: { opened: true },
  })
  const second = await made.link()
  await expect(open(token)).rejects.toMatchObject({ status: 404, problem: { code: 'skills.judge-link-gone' } })
  await officer.ask('endJudgeLink', { params: { id: made.id, person: made.person } })
  await expect(open(second)).rejects.toMatchObject({ problem: { code: 'skills.judge-link-gone' } })
  const third = await made.link(1)
  const back = after(2)
  await expect(open(third)).rejects.toMatchObject({ problem: { code: 'skills.judge-link-gone' } })
  back()
  await expect(open('t'.repeat(32))).rejects.toMatchObject({ problem: { code: 'skills.judge-link-gone' } })
  // Only the hash is kept.
  expect(JSON.stringify(await rowsOf('select * from skills.judge_link'))).not.toContain(second)
  const stranger = await worker(bees!.people[1]!.mobile)
  await expect(stranger.ask('makeJudgeLink', { params: { id: made.id, person: made.person }, body: {} })).rejects.toMatchObject({ status: 403 })
  await expect(officer.ask('makeJudgeLink', { params: { id: made.id, person: bees!.people[1]!.id }, body: {} })).rejects.toMatchObject({
    status: 404,
  })
})

test('a judge who stands down has nothing left behind his link', async () => {
  const made = await underWay()
  const token = await made.link()
  await open(token)
  await officer.ask('standDownJudge', { params: { id: made.practice, person: made.person }, body: { because: '与参赛者有亲属关系' } })
  expect((await open(token)).rounds).toEqual([])
  await expect(hand(token, made.practice, 1)).rejects.toMatchObject({ status: 404 })
})

const row = (blind: string, score: string) => ({ 编号: blind, 成绩: score })
const importOf = async (round: string, rows: Record<string, string>[], dry = false, who = officer) => {
  const form = new FormData()
  const bytes = await workbook(['编号', '成绩'], rows.map((r) => [r['编号'] ?? '', r['成绩'] ?? '']) as never)
  form.set('file', new Blob([new Uint8Array(bytes)]), '成绩.xlsx')
  const sent = new Response(form)
  const answer = await who.send({
    method: 'POST',
    url: `/api/skills/rounds/${round}/scores/import?dry=${dry}`,
    headers: { 'content-type': sent.headers.get('content-type')! },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  return {
    status: answer.statusCode,
    ...answer.json<{ rows: number; entered: number; replaces: number; batch: string; bad: { row: number; says: string }[] }>(),
  }
}

const faulty = [row('1', '101'), row('2', '88.5'), row('2', '70'), row('9', '60'), row('甲', '80')]
const faults = [
  { row: 2, says: '1 号超过满分 100' },
  { row: 4, says: '2 号写了两次，请只留一行' },
  { row: 5, says: '这一轮没有 9 号，请核对编号和轮次' },
  { row: 6, says: '编号应是抽签得到的号码' },
]

test('paper scores from a spreadsheet: a dry run names every row the import would refuse, and nothing is entered by either', async () => {
  const made = await underWay()
  const scored = () => rowsOf('select * from skills.paper_score where round_id = $1', [made.theory])
  for (const dry of [true, false]) expect(await importOf(made.theory, faulty, dry)).toMatchObject({ status: 200, rows: 5, entered: 0, bad: faults })
  const unread = await importOf(made.theory, [row('甲', '80'), row('1', '八十'), row('2', '80.555')])
  expect(unread.bad.map((b) => b.row)).toEqual([2, 3, 4])
  expect(await scored()).toEqual([])
  expect(await importOf(made.theory, [row('1', '91'), row('2', '88.5')], true)).toMatchObject({ entered: 0, replaces: 0, bad: [], batch: null })
  expect(await scored()).toEqual([])
  expect(await importOf(made.theory, [row('1', '91'), row('2', '88.5')])).toMatchObject({ entered: 2, bad: [] })
  expect(await scored()).toHaveLength(2)
  // Whoever did not come has no score, and the dry run knows it.
  const { starts } = await officer.ask('getRound', { params: { id: made.theory } })
  await officer.ask('markStart', { params: { id: made.theory }, body: { entrant: starts.find((s) => s.blind === 2)!.entrant, absent: '未到场' } })
  const absent = { bad: [{ row: 3, says: '2 号已登记缺席，请先取消缺席' }] }
  for (const dry of [true, false]) expect(await importOf(made.theory, [row('1', '95'), row('2', '60')], dry)).toMatchObject(absent)
  expect(await importOf(made.theory, [row('1', '95')], true)).toMatchObject({ bad: [], replaces: 1 })
})

test('a dry run refuses a round that is judged, opened, not drawn or not his as the import does', async () => {
  const made = await underWay()
  const both = async (round: string, code: string) => {
    for (const dry of [true, false]) expect((await importOf(round, [row('1', '90')], dry)) as unknown).toMatchObject({ code })
  }
  await both(made.practice, 'record.refused')
  const early = await announced()
  await both(early.theory, 'skills.not-drawn')
  await both('00000000-0000-7000-8000-000000000000', 'record.not-found')
  expect(await importOf(made.theory, [row('1', '90')], true, await union.as('gulou'))).toMatchObject({ status: 403 })
  await importOf(made.theory, [row('1', '90'), row('2', '80')])
  await officer.ask('openRound', { params: { id: made.theory } })
  await both(made.theory, 'skills.already-open')
})

test('scores that were entered last are taken back together: what stood before stands again', async () => {
  const made = await underWay()
  const newest = async () => (await officer.ask('getRound', { params: { id: made.theory } })).newestBatch
  const undo = (batch: string) => officer.ask('undoPaperScores', { params: { id: made.theory }, body: { batch } })
  expect(await newest()).toBeNull()
  const first = await importOf(made.theory, [row('1', '91')])
  const second = await importOf(made.theory, [row('1', '50'), row('2', '60')])
  expect(second).toMatchObject({ entered: 2, replaces: 1 })
  expect(await newest()).toMatchObject({ id: second.batch, papers: 2 })
  await expect(undo(first.batch)).rejects.toMatchObject({ problem: { code: 'record.changed' } })
  expect(await undo(second.batch)).toEqual({ undone: 2 })
  const { starts, missing } = await officer.ask('getRound', { params: { id: made.theory } })
  expect(starts.map((s) => [s.blind, s.scoreEntered]).toSorted()).toEqual([
    [1, true],
    [2, false],
  ])
  expect(missing).toBe(1)
  await expect(undo(second.batch)).rejects.toMatchObject({ problem: { code: 'record.changed' } })
  await importOf(made.theory, [row('2', '70')])
  await officer.ask('openRound', { params: { id: made.theory } })
  const { rows } = await officer.ask('getRoundResult', { params: { id: made.theory } })
  expect(rows.map((r) => [r.blind, r.score]).toSorted()).toEqual([
    [1, 9100],
    [2, 7000],
  ])
  await expect(undo(second.batch)).rejects.toMatchObject({ problem: { code: 'skills.already-open' } })
  await expect(
    (await union.as('zhuxi')).ask('undoPaperScores', { params: { id: made.theory }, body: { batch: second.batch } }),
  ).rejects.toMatchObject({ status: 403 })
})
