import { addDays } from '../../contract/src/kit/civil-date.ts'
import type { Marks } from '../../contract/src/skills/scoring.ts'
import { type Engine, takeStep } from '../../server/src/features/cases/index.ts'
import {
  addEntrants,
  addJudges,
  addTrade,
  announce,
  createContest,
  drawRound,
  enterPaperScores,
  filePlan,
  giveTitles,
  handIn,
  markStart,
  openRound,
  publish,
} from '../../server/src/features/skills/index.ts'
import { type Actor, nobody, system } from '../../server/src/kit/actor.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import { type Write, officer } from './hotline.ts'
import { seeded } from './random.ts'

/** The work of so many days ago: states and days are written as they would have been then. */
export const ago = (work: Work, days: number): Work => ({
  ...work,
  at: new Date(work.at.getTime() - days * 86_400_000),
  today: addDays(work.today, -days),
})

const how = { decimals: 2, rounding: 'half_up' } as const
const paper = { ...how, items: [{ code: 'paper', name: '卷面成绩', full: 10_000, weight: 10_000 }], penalties: [], drop: null }
const bench = (names: readonly (readonly [string, number])[], drop: number) => ({
  ...how,
  items: names.map(([name, points], i) => ({ code: `i${i + 1}`, name, full: points * 100, weight: points * 100 })),
  penalties: [
    { code: 'p1', name: '超时', kind: 'each' as const, points: 200 },
    { code: 'p2', name: '严重违章', kind: 'out' as const, points: 0 },
  ],
  drop: { from: drop, high: 1, low: 1 },
})
const trade = (name: string, items: readonly (readonly [string, number])[], craftsmen: number, experts: number) => ({
  name,
  team: false,
  ...how,
  ties: [{ by: 'round' as const, round: 2 }, { by: 'time' as const }],
  craftsmen,
  experts,
  rounds: [
    { kind: 'theory' as const, name: '理论', weight: 3000, judged: false, scheme: paper, advance: null, heldOn: null, place: '区工人文化宫' },
    {
      kind: 'practice' as const,
      name: '实操',
      weight: 7000,
      judged: true,
      scheme: bench(items, 5),
      advance: null,
      heldOn: null,
      place: '区工匠学院实训室',
    },
  ],
})

type Member = { id: string; name: string; unit: string }

/** Members of different unions: who competes, and who judges, of other unions than theirs. */
const cast = async (work: Work) => {
  const rows: Member[] = await work.db
    .selectFrom('membership.membership as m')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'm.region').onRef('p.id', '=', 'm.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'm.region').onRef('o.id', '=', 'm.org_id'))
    .where('m.region', '=', work.region)
    .where('m.status', '=', 'active')
    .where('p.mobile', 'is not', null)
    .where('o.kind', 'in', ['base_single', 'base_joint', 'direct_union'])
    .distinctOn('m.org_id')
    .select(['p.id', 'p.name', 'm.org_id as unit'])
    .orderBy('m.org_id')
    .orderBy('p.id')
    .limit(40)
    .execute()
  const judges = rows.slice(0, 7)
  return { judges, entrants: rows.slice(7) }
}

/** Two contests: one held and honoured, one under way with sheets still coming in. */
export const tellContests = async (write: Write, engine: Engine) => {
  const { keys } = engine
  const dice = seeded(31)
  const { run, head, root, judges, entrants } = await write(system, async (work) => ({
    run: await officer(work, 'fazhan'),
    head: await officer(work, 'fabuzhang'),
    root: await work.db
      .selectFrom('organisations.org')
      .select('id')
      .where('region', '=', work.region)
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow(),
    ...(await cast(work)),
  }))
  if (entrants.length < 12) return
  const judge = (id: string): Actor => ({ ...nobody, kind: 'worker', personId: id, name: judges.find((j) => j.id === id)!.name })

  const begin = async (days: number, given: { edition: number; name: string; until: number; trades: ReturnType<typeof trade>[] }) => {
    const made = await write(run, async (work) => {
      const then = ago(work, days)
      const { id } = await createContest(then, {
        series: { name: '“工匠杯”职工技能大赛', sponsor: '' },
        edition: given.edition,
        year: Number(then.today.slice(0, 4)),
        name: given.name,
        level: 'district',
        org: root.id,
        document: `密工发〔${then.today.slice(0, 4)}〕${given.edition + 20}号`,
        entriesUntil: addDays(then.today, given.until),
        heldFrom: addDays(then.today, given.until),
        heldTo: addDays(then.today, given.until + 20),
        masked: true,
      })
      const trades = []
      for (const t of given.trades) trades.push((await addTrade(then, id, t)).id)
      return { id, trades, case: (await filePlan(then, engine, id, 1)).case }
    })
    await write(head, async (work) => {
      const { version } = await work.db
        .selectFrom('cases.matter')
        .select('version')
        .where('region', '=', work.region)
        .where('id', '=', made.case)
        .executeTakeFirstOrThrow()
      await takeStep(work, engine, made.case, { version, action: 'approve', answers: {}, said: '同意，请严格评分封存和公示。' })
    })
    await write(run, async (work) => {
      const { version } = await work.db
        .selectFrom('skills.competition')
        .select('version')
        .where('region', '=', work.region)
        .where('id', '=', made.id)
        .executeTakeFirstOrThrow()
      await announce(ago(work, days), made.id, { version, document: '' })
      await addJudges(
        ago(work, days),
        made.id,
        judges.map((j) => ({ person: j.id, unit: j.unit })),
      )
    })
    return made
  }
  const enter = (days: number, tradeId: string, people: readonly Member[]) =>
    write(run, async (work) => {
      for (const [i, p] of people.entries()) await addEntrants(ago(work, days), tradeId, p.unit, [{ name: p.name, person: p.id, consents: i !== 3 }])
    })
  const roundsOf = (tradeId: string) =>
    write(system, (work) =>
      work.db.selectFrom('skills.round').select('id').where('region', '=', work.region).where('trade_id', '=', tradeId).orderBy('seq').execute(),
    )
  const sheet = (items: readonly (readonly [string, number])[], blind: number): Marks => ({
    items: Object.fromEntries(items.map(([, points], i) => [`i${i + 1}`, Math.round(points * (70 + ((blind * 7) % 23) + dice.below(7)))])),
    penalties: blind % 5 === 0 ? { p1: 1 } : {},
  })
  const score = async (
    days: number,
    round: string,
    who: readonly string[],
    items: readonly (readonly [string, number])[],
    starters: number,
    upTo = starters,
  ) => {
    for (const id of who)
      await write(judge(id), async (work) => {
        for (let blind = 1; blind <= upTo; blind++) await handIn(ago(work, days), keys, round, { blind, marks: sheet(items, blind) })
      })
  }

  const care = [
    ['入户礼仪与沟通', 15],
    ['居室清洁', 30],
    ['家庭餐制作', 35],
    ['安全与应急', 20],
  ] as const
  const held = await begin(60, { edition: 2, name: '第二届“工匠杯”家政服务技能大赛', until: 10, trades: [trade('家政服务', care, 2, 4)] })
  await enter(55, held.trades[0]!, entrants.slice(0, 9))
  const [theory, practice] = await roundsOf(held.trades[0]!)
  const first = await write(run, (work) => drawRound(ago(work, 45), theory!.id, 0))
  await write(run, (work) =>
    enterPaperScores(
      ago(work, 45),
      theory!.id,
      first.entrants.map((_, i) => ({ blind: i + 1, score: 7200 + ((i * 530) % 2600) })),
    ),
  )
  const second = await write(run, (work) => drawRound(ago(work, 45), practice!.id, 5))
  for (const [i, entrant] of second.entrants.entries())
    await write(run, (work) => markStart(ago(work, 44), practice!.id, { entrant, seconds: 2400 + ((i * 137) % 900) }))
  await score(44, practice!.id, second.judges, care, second.entrants.length)
  for (const round of [theory!, practice!]) await write(run, (work) => openRound(ago(work, 43), keys, round.id))
  await write(run, (work) => publish(ago(work, 42), held.trades[0]!))
  await write(run, async (work) => {
    const then = ago(work, 20)
    const placed = await work.db
      .selectFrom('skills.placing')
      .select('entrant_id')
      .where('region', '=', work.region)
      .where('trade_id', '=', held.trades[0]!)
      .where('place', 'is not', null)
      .orderBy('place')
      .limit(6)
      .execute()
    await giveTitles(
      then,
      keys,
      held.trades[0]!,
      placed.map((p, i) => ({ entrant: p.entrant_id, title: i < 2 ? 'craftsman' : 'expert' })),
    )
  })

  const bees = [
    ['蜂群检查', 25],
    ['取蜜操作', 30],
    ['病虫害识别', 25],
    ['安全防护', 20],
  ] as const
  const lift = [
    ['出车检查', 20],
    ['绕桩行驶', 40],
    ['堆垛', 40],
  ] as const
  const now = await begin(20, {
    edition: 3,
    name: '第三届“工匠杯”职工技能大赛',
    until: 18,
    trades: [trade('养蜂', bees, 1, 2), trade('叉车', lift, 1, 2)],
  })
  await enter(15, now.trades[0]!, entrants.slice(6, 14))
  await enter(15, now.trades[1]!, entrants.slice(14, 18))
  const [paperRound, field] = await roundsOf(now.trades[0]!)
  const third = await write(run, (work) => drawRound(ago(work, 1), paperRound!.id, 0))
  await write(run, (work) =>
    enterPaperScores(
      ago(work, 1),
      paperRound!.id,
      third.entrants.map((_, i) => ({ blind: i + 1, score: 6800 + ((i * 610) % 3000) })),
    ),
  )
  await write(run, (work) => openRound(work, keys, paperRound!.id))
  const fourth = await write(run, (work) => drawRound(work, field!.id, 3))
  await score(0, field!.id, fourth.judges.slice(0, 2), bees, fourth.entrants.length)
  await score(0, field!.id, fourth.judges.slice(2), bees, fourth.entrants.length, 5)
}
