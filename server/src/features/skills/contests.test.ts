import { drawn, isSeedOf } from '@gongyou/contract/kit/draw.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { expect, test } from 'vitest'
import { aContest } from '../../test/contests.ts'
import { aUnion } from '../../test/union.ts'

const union = await aUnion({ people: 400, unions: 60 })
const { officer, head, units, announced, contest, plan, worker, after, rowsOf, today } = await aContest(union)
const [bees, hive, wax, ...benches] = units
const judgesFrom = benches.slice(0, 4).map((u) => ({ person: u.people[0]!, unit: u }))
const marks = (safety: number, craft: number, work: number, penalties = {}) => ({ items: { safety, craft, work }, penalties })

const enter = (trade: string, unit: (typeof units)[number], names: string[], consents = true) =>
  officer.ask('enterEntrants', { params: { id: trade }, body: { unit: unit.id, people: names.map((name) => ({ name, consents })) } })
const names = (u: (typeof units)[number] | undefined, n: number) => u!.people.slice(0, n).map((p) => p.name)

/** A contest with five entrants of three units and three judges of others, drawn in both rounds. */
const underWay = async () => {
  const made = await announced()
  await enter(made.trade, bees!, names(bees, 2))
  await enter(made.trade, hive!, names(hive, 2))
  await enter(made.trade, wax!, names(wax, 1), false)
  await officer.ask('addJudges', {
    params: { id: made.id },
    body: { judges: [...judgesFrom.map((j) => ({ person: j.person.id, unit: j.unit.id })), { person: bees!.people[2]!.id, unit: bees!.id }] },
  })
  const paper = await officer.ask('drawRound', { params: { id: made.theory }, body: {} })
  const practice = await officer.ask('drawRound', { params: { id: made.practice }, body: { judges: 3 } })
  return { ...made, paper, drawn: practice }
}
const phones = async (ids: readonly string[]) => Promise.all(ids.map((id) => worker(units.flatMap((u) => u.people).find((p) => p.id === id)!.mobile)))
/** Every judge gives `base` and what the blind number adds; so the order is known. */
const judged = async (round: string, judges: readonly string[], starters: number) => {
  for (const [j, phone] of (await phones(judges)).entries())
    for (let blind = 1; blind <= starters; blind++)
      await phone.ask('handInSheet', { params: { id: round }, body: { blind, marks: marks(1500, 4000 - blind * 100 + j, 2500) } })
}
const papers = (round: string, n: number) =>
  officer.ask('enterPaperScores', { params: { id: round }, body: { rows: Array.from({ length: n }, (_, i) => ({ blind: i + 1, score: 8000 + i })) } })

test('from the plan to the titles: approved by another, drawn verifiably, sealed, opened together, posted, given', async () => {
  const made = await underWay()
  const { trades } = await contest(made.id)
  // The draw can be run again by anybody.
  expect(await isSeedOf(made.drawn.seedHash, made.drawn.seed)).toBe(true)
  const list = (await officer.ask('listEntrants', { params: { id: made.trade }, query: {} })).rows.map((r) => r.id)
  expect(made.drawn.entrants).toEqual(await drawn(made.drawn.seed, list))
  expect(made.drawn.judges).toHaveLength(3)
  expect(made.drawn.judges).not.toContain(bees!.people[2]!.id)
  expect(trades[0]!.rounds[1]!.seed).toBe(made.drawn.seed)

  const [first] = await phones(made.drawn.judges)
  const page = await first!.ask('getMyJudging', { params: { id: made.practice } })
  expect(JSON.stringify(page)).not.toContain(bees!.people[0]!.name)
  expect(page.sheets.map((s) => s.blind)).toEqual([1, 2, 3, 4, 5])
  await papers(made.theory, 5)
  await judged(made.practice, made.drawn.judges, 4)
  await expect(officer.ask('openRound', { params: { id: made.practice } })).rejects.toMatchObject({
    problem: { code: 'skills.sheets-missing', errors: expect.arrayContaining([{ path: 'sheets', message: expect.stringContaining('5 号未交') }]) },
  })
  for (const id of [made.practice, made.theory])
    await expect(officer.ask('getRoundResult', { params: { id } })).rejects.toMatchObject({ problem: { code: 'skills.not-open' } })
  // Nothing of a mark can be read in the database either.
  const sheets = await rowsOf<{ sealed: Buffer }>('select sealed from skills.sheet where round_id = $1', [made.practice])
  expect(sheets.length).toBe(12)
  expect(sheets.every((s) => !s.sealed.toString('latin1').includes('craft'))).toBe(true)
  for (const phone of await phones(made.drawn.judges))
    await phone.ask('handInSheet', { params: { id: made.practice }, body: { blind: 5, marks: marks(0, 0, 0) } })
  await officer.ask('openRound', { params: { id: made.practice } })
  await expect(officer.ask('publishResult', { params: { id: made.trade } })).rejects.toMatchObject({ problem: { code: 'skills.rounds-open' } })
  await officer.ask('openRound', { params: { id: made.theory } })

  const result = await officer.ask('getRoundResult', { params: { id: made.practice } })
  // 15 of 20 + 39 of 50 + 25 of 30, and one hundredth more for each further judge, on average one.
  expect(result.rows.map((r) => [r.blind, r.score])).toEqual([
    [1, 7901],
    [2, 7801],
    [3, 7701],
    [4, 7601],
    [5, 0],
  ])
  const ranking = await officer.ask('getRanking', { params: { id: made.trade } })
  expect(ranking.rows.map((r) => r.place)).toEqual([1, 2, 3, 4, 5])
  const { until, paper } = await officer.ask('publishResult', { params: { id: made.trade } })
  expect(until > today).toBe(true)
  const text = JSON.stringify(await officer.ask('getPaper', { params: { id: paper } }))
  for (const r of ranking.rows) expect(text).toContain(r.name)

  const titles = ranking.rows.slice(0, 3).map((r, i) => ({ entrant: r.entrant, title: i === 0 ? ('craftsman' as const) : ('expert' as const) }))
  const give = (list = titles) => officer.ask('giveTitles', { params: { id: made.trade }, body: { titles: list } })
  await expect(give()).rejects.toMatchObject({ problem: { code: 'skills.notice-runs' } })
  const { number } = await first!.ask('objectToResult', { params: { id: made.trade }, body: { why: '第二名的实操成绩与现场公布不一致' } })
  const back = after(12)
  const later = await union.as('fazhan')
  const boss = await union.as('fabuzhang')
  const laterGive = (list = titles) => later.ask('giveTitles', { params: { id: made.trade }, body: { titles: list } })
  await expect(laterGive()).rejects.toMatchObject({ problem: { code: 'skills.objections-open' } })
  const { objections } = await later.ask('getRanking', { params: { id: made.trade } })
  expect(objections).toMatchObject([{ number, closed: false }])
  const page2 = await boss.ask('getCase', { params: { id: objections[0]!.case } })
  await boss.ask('takeCaseStep', {
    params: { id: objections[0]!.case, action: 'reject' },
    body: { version: page2.version, answers: { finding: '已核对评分表原件' }, said: '经核查，成绩无误' },
  })
  await expect(laterGive([...titles, { entrant: ranking.rows[3]!.entrant, title: 'expert' }])).rejects.toMatchObject({
    problem: { code: 'skills.over-quota' },
  })
  const given = await laterGive()
  const consented = ranking.rows.slice(0, 3).filter((r) => r.consented).length
  expect(given).toEqual({ given: 3, enteredInPool: consented })
  await expect(laterGive()).rejects.toMatchObject({ problem: { code: 'skills.published' } })
  expect((await later.ask('getContest', { params: { id: made.id } })).state).toBe('awarded')
  const pool = await rowsOf("select person_id from registers.entry where register = 'talents'")
  expect(pool).toHaveLength(consented)

  const { rows } = await later.ask('getRanking', { params: { id: made.trade } })
  const code = rows[0]!.certificate!
  const seen = await union.visitor().ask('verifyCertificate', { params: { code } })
  expect(seen).toMatchObject({ award: '密云工匠', holder: expect.stringMatching(/^.\*+$/), withdrawnOn: null })
  await expect(union.visitor().ask('verifyCertificate', { params: { code: 'AAAAAAAAAAAA' } })).rejects.toMatchObject({ status: 404 })
  const pdf = await later.send({ method: 'GET', url: `/api/skills/certificates/${code}/pdf` })
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const other = await worker(judgesFrom[3]!.person.mobile)
  expect((await other.send({ method: 'GET', url: `/api/skills/certificates/${code}/pdf` })).statusCode).toBe(404)
  back()
  const facts = await rowsOf<{ fact: string; n: number }>("select fact, count(*)::int as n from ledger.fact where fact like 'contest%' group by fact")
  expect(Object.fromEntries(facts.map((f) => [f.fact, f.n]))).toEqual({
    'contests-held': 1,
    'contest-trades-held': 1,
    'contest-rounds-held': 2,
    'contest-starts': 5,
    'contest-titles': 3,
  })

  // A title that is taken back is a reversal: the figure falls, and stays as long as its list of records.
  const titlesNow = async () => {
    const query = { from: '2026-01-01', to: addDays(today, 60) }
    const { value } = await later.ask('getFigure', { params: { code: 'contest-titles' }, query })
    const records = await later.ask('listFigureRecords', { params: { code: 'contest-titles' }, query: { ...query, limit: 200 } })
    expect(records.rows).toHaveLength(value!)
    return value
  }
  const before = await titlesNow()
  expect(before).toBeGreaterThanOrEqual(3)
  await later.ask('withdrawCertificate', { params: { code }, body: { because: '经查作品由他人代做' } })
  expect(await titlesNow()).toBe(before! - 1)
  const standing = await rowsOf("select act_id from ledger.fact where fact = 'contest-titles'")
  expect(standing).toHaveLength(2)
  const ranked = await later.ask('getRanking', { params: { id: made.trade } })
  expect(ranked.rows[0]).toMatchObject({ title: 'craftsman', withdrawnOn: expect.any(String) })
  expect((await union.visitor().ask('getScoreboard', { params: { id: made.id } })).trades[0]!.rows.map((r) => r.title)).toEqual([
    null,
    'expert',
    'expert',
    null,
    null,
  ])
  const pool2 = await rowsOf<{ answers: Record<string, unknown> }>(
    "select answers from registers.entry where register = 'talents' and ended_on is null",
  )
  expect(pool2.filter((e) => e.answers['title'] === 'craftsman')).toHaveLength(0)
  expect(pool2).toHaveLength(consented)
})

test('a score of 101, of another round, left open: refused with the item and what it may be', async () => {
  const made = await underWay()
  const [judge] = await phones(made.drawn.judges)
  const send = (m: object) => judge!.ask('handInSheet', { params: { id: made.practice }, body: { blind: 1, marks: m as never } })
  await expect(send(marks(10_100, 0, 0))).rejects.toMatchObject({
    status: 422,
    problem: { errors: [{ path: 'marks.safety', message: '安全规程满分 20.00，不能超过' }] },
  })
  await expect(send({ items: { safety: 1, craft: 1 } })).rejects.toMatchObject({ status: 422 })
  await expect(send({ items: { safety: 1, craft: 1, work: 1, paper: 1 } })).rejects.toMatchObject({ status: 422 })
  await expect(send(marks(-1, 0, 0))).rejects.toMatchObject({ status: 422 })
  await expect(officer.ask('enterPaperScores', { params: { id: made.theory }, body: { rows: [{ blind: 1, score: 10_100 }] } })).rejects.toMatchObject(
    {
      problem: { code: 'skills.mark-refused', errors: [{ path: 'rows.0', message: '1 号超过满分 100' }] },
    },
  )
  // Handed in, and sent again by a weak network: once. Another sheet for the same number: no.
  await send(marks(100, 200, 300))
  await send(marks(100, 200, 300))
  await expect(send(marks(100, 200, 301))).rejects.toMatchObject({ problem: { code: 'skills.handed-in' } })
})

test('a judge scoring his own unit is refused by the database, whoever let him in', async () => {
  const made = await underWay()
  await officer.ask('nameJudge', { params: { id: made.practice }, body: { person: bees!.people[2]!.id } })
  const judge = await worker(bees!.people[2]!.mobile)
  const { starts } = await officer.ask('getRound', { params: { id: made.practice } })
  const own = starts.find((s) => s.unit === bees!.name)!.blind!
  const shown = (await judge.ask('getMyJudging', { params: { id: made.practice } })).sheets.map((s) => s.blind)
  expect(shown).toHaveLength(3)
  expect(shown).not.toContain(own)
  await expect(judge.ask('handInSheet', { params: { id: made.practice }, body: { blind: own, marks: marks(1, 1, 1) } })).rejects.toMatchObject({
    status: 409,
    problem: { code: 'skills.own-unit' },
  })
  // Nor can a unit be written into a sheet that is not the judge's or the entrant's.
  const entrant = starts.find((s) => s.unit === bees!.name)!.entrant
  const lie = (unit: string) =>
    union.owner.query(`insert into skills.sheet values (110118, $1, $2, $3, $4, $5, '\\x00', 1, now())`, [
      made.practice,
      entrant,
      bees!.id,
      bees!.people[2]!.id,
      unit,
    ])
  await expect(lie(bees!.id)).rejects.toMatchObject({ constraint: 'sheet_not_own_unit' })
  await expect(lie(wax!.id)).rejects.toMatchObject({ constraint: 'sheet_judge_fkey' })
})

test('whoever filed the plan does not approve it; a plan that is filed does not change', async () => {
  const made = await plan()
  const { case: id } = await head.ask('fileContestPlan', { params: { id: made.id }, body: { version: 1 } })
  const { version } = await head.ask('getCase', { params: { id } })
  await expect(head.ask('takeCaseStep', { params: { id, action: 'approve' }, body: { version, answers: {} } })).rejects.toMatchObject({
    problem: { code: 'skills.own-plan' },
  })
  await expect(officer.ask('removeContestTrade', { params: { id: made.trade } })).rejects.toMatchObject({ problem: { code: 'skills.plan-closed' } })
  await expect(enter(made.trade, bees!, names(bees, 1))).rejects.toMatchObject({ problem: { code: 'skills.not-announced' } })
  const leader = await union.as('lingdao')
  await leader.ask('takeCaseStep', { params: { id, action: 'sendBack' }, body: { version, answers: {}, said: '请补充决赛轮次' } })
  await officer.ask('removeContestTrade', { params: { id: made.trade } })
  expect((await contest(made.id)).state).toBe('planned')
})

test('names are found in the unit; unclear ones are said and nothing is entered', async () => {
  const made = await announced()
  const dry = await officer.ask('enterEntrants', {
    params: { id: made.trade },
    body: { unit: bees!.id, dry: true, people: [{ name: bees!.people[0]!.name }, { name: '无此人' }, { name: bees!.people[0]!.name }] },
  })
  expect(dry.rows.map((r) => r.is)).toEqual(['known', 'unknown', 'twice'])
  await expect(enter(made.trade, bees!, [bees!.people[0]!.name, bees!.people[0]!.name])).rejects.toMatchObject({ status: 400 })
  await enter(made.trade, bees!, [bees!.people[0]!.name, '外聘技师'])
  await expect(enter(made.trade, bees!, [bees!.people[0]!.name])).rejects.toMatchObject({
    problem: { errors: [{ message: expect.stringContaining('已在参赛名单里') }] },
  })
  expect((await officer.ask('listEntrants', { params: { id: made.trade }, query: {} })).rows.map((r) => r.number)).toEqual([1, 2])
})

test('a judge who stands down counts no more; a sheet put right by arbitration stands beside the old one', async () => {
  const made = await underWay()
  await papers(made.theory, 5)
  await judged(made.practice, made.drawn.judges.slice(0, 2), 5)
  await officer.ask('standDownJudge', { params: { id: made.practice, person: made.drawn.judges[2]! }, body: { because: '与选手是亲属，申请回避' } })
  await officer.ask('openRound', { params: { id: made.practice } })
  await officer.ask('openRound', { params: { id: made.theory } })
  const before = await officer.ask('getRoundResult', { params: { id: made.practice } })
  expect(before.rows[4]!.sheets).toHaveLength(2)
  const entrant = before.rows[4]!.entrant.id
  const correct = (who: typeof officer) =>
    who.ask('correctSheet', {
      params: { id: made.practice },
      body: { entrant, judge: made.drawn.judges[0]!, marks: marks(2000, 5000, 3000), because: '计时器故障，经录像复核' },
    })
  await expect(correct(officer)).rejects.toMatchObject({ status: 403 })
  await correct(head)
  const now = await officer.ask('getRoundResult', { params: { id: made.practice } })
  expect(now.rows[4]!.score! - before.rows[4]!.score!).toBe((10_000 - before.rows[4]!.sheets[0]!.total) / 2)
  expect(now.rows[4]!.sheets[0]!.corrected).toBe('计时器故障，经录像复核')
  const history = await rowsOf<{ n: number }>(
    'select count(*)::int as n from skills.opened_sheet where round_id = $1 and entrant_id = $2 and judge_id = $3',
    [made.practice, entrant, made.drawn.judges[0]],
  )
  expect(history).toEqual([{ n: 2 }])
  await officer.ask('publishResult', { params: { id: made.trade } })
  await expect(correct(head)).rejects.toMatchObject({ problem: { code: 'skills.published' } })
  await head.ask('withdrawResult', { params: { id: made.trade }, body: { because: '异议成立，更正后重新公示' } })
  await correct(head)
  await officer.ask('publishResult', { params: { id: made.trade } })
})

test('the board is public, shows nothing sealed, masks names until a title is given', async () => {
  const made = await underWay()
  await papers(made.theory, 5)
  const see = () => union.visitor().ask('getScoreboard', { params: { id: made.id } })
  expect((await see()).trades[0]).toMatchObject({
    rows: [],
    rounds: [
      { sheetsIn: 5, sheetsOf: 5, order: [] },
      { sheetsIn: 0, sheetsOf: 15 },
    ],
  })
  await officer.ask('openRound', { params: { id: made.theory } })
  const board = await see()
  expect(board.trades[0]!.rows.map((r) => r.final)).toEqual([2401, 2401, 2401, 2400, 2400])
  expect(board.trades[0]!.rows.every((r) => r.name.includes('*'))).toBe(true)
  const secret = await plan()
  await expect(union.visitor().ask('getScoreboard', { params: { id: secret.id } })).rejects.toMatchObject({ status: 404 })
})
