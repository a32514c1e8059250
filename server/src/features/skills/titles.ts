import { entryOf } from '@gongyou/contract/codes/code-list.ts'
import { type ContestTitle, contestTitles } from '@gongyou/contract/skills/codes.ts'
import { talents } from '@gongyou/contract/skills/talents.ts'
import { dayOf } from '../../kit/clock.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { stopClocksOf } from '../clocks/index.ts'
import { tell } from '../notices/index.ts'
import { keepEntry } from '../registers/index.ts'
import { type ContestRow, type TradeRow, lockTrade } from './access.ts'
import { issueCertificate } from './certificates.ts'
import { type Ranked, rankingOf } from './ranking.ts'

type Given = readonly { entrant: string; title: ContestTitle }[]

const mustFit = (trade: TradeRow, rows: readonly Ranked[], given: Given) => {
  const of = (title: ContestTitle) => given.filter((g) => g.title === title).length
  if (of('craftsman') > trade.craftsmen || of('expert') > trade.experts)
    throw refuse('skills.over-quota', { says: `密云工匠名额 ${trade.craftsmen}，密云能手名额 ${trade.experts}` })
  if (new Set(given.map((g) => g.entrant)).size !== given.length) throw refuse('skills.over-quota', { says: '一名参赛者只能授予一个称号' })
  const placed = new Set(rows.flatMap((r) => (r.place === null ? [] : [r.id])))
  if (given.some((g) => !placed.has(g.entrant))) throw refuse('skills.no-place')
}

/** Titles, once the notice is over and every objection settled; winners who agreed enter the pool of skilled people. */
export const giveTitles = async (work: Work, keys: KeyRing, tradeId: string, given: Given) => {
  const { trade, contest } = await lockTrade(work, tradeId, 'skills.run')
  if (trade.awarded_at) throw refuse('skills.published')
  const { whole, rows } = await rankingOf(work, trade)
  if (!whole.publication) throw refuse('skills.notice-runs', { says: '成绩公示期满后才能授予称号' })
  if (work.today <= whole.publication.until) throw refuse('skills.notice-runs', { says: `公示到 ${whole.publication.until}，期满后才能授予称号` })
  if (whole.publication.open > 0) throw refuse('skills.objections-open')
  mustFit(trade, rows, given)
  let enteredInPool = 0
  for (const { entrant, title } of given) {
    const row = rows.find((r) => r.id === entrant)!
    const certificate = await award(work, { trade, contest, row, title })
    if (await enterInPool(work, keys, { trade, contest, row, title, certificate })) enteredInPool++
  }
  await work.tx.updateTable('skills.trade').set({ awarded_at: work.at }).where('region', '=', work.region).where('id', '=', tradeId).execute()
  await stopClocksOf(work, { kind: 'contest-trade', id: tradeId }, 'done')
  work.ledger.act({ kind: 'contest.awarded', subject: tradeId, org: contest.org_id, data: { titles: given.length } })
  return { given: given.length, enteredInPool }
}

type Award = { trade: TradeRow; contest: ContestRow; row: Ranked; title: ContestTitle }
const nameOf = (title: ContestTitle) => entryOf(contestTitles, title).zh

const award = async (work: Work, { trade, contest, row, title }: Award) => {
  const certificate = await issueCertificate(work, {
    kind: 'title',
    person: row.person,
    holder: row.name,
    unit: row.unit,
    org: contest.org_id,
    award: nameOf(title),
    reason: `${contest.name} ${trade.name} 第 ${row.place} 名`,
  })
  await work.tx
    .insertInto('skills.title')
    .values({ region: work.region, trade_id: trade.id, entrant_id: row.id, title, certificate_id: certificate.id, awarded_at: work.at })
    .execute()
  const { town } = await work.db
    .selectFrom('organisations.org')
    .select('town')
    .where('region', '=', work.region)
    .where('id', '=', row.unitId)
    .executeTakeFirstOrThrow()
  work.ledger.act({
    kind: 'contest.title-given',
    subject: row.id,
    org: row.unitId,
    person: row.person,
    day: work.today,
    data: { town, title, trade: trade.name, level: contest.level, year: contest.year },
  })
  if (row.person)
    await tell(work, row.person, {
      kind: 'contest.title-given',
      title: { zh: `您被授予“${nameOf(title)}”称号`, en: `You have been named ${entryOf(contestTitles, title).en}` },
      body: {
        zh: `${contest.name}${trade.name}第 ${row.place} 名，证书编号 ${certificate.number}，可在“我的”里查看和下载。`,
        en: `Place ${row.place} in ${trade.name}; certificate ${certificate.number}, to be found under “Me”.`,
      },
      link: '/m/skills',
    })
  return certificate.number
}

/** Nobody stands in the pool who has not agreed; who agreed stands there with his newest result in the trade. */
const enterInPool = async (work: Work, keys: KeyRing, { trade, contest, row, title, certificate }: Award & { certificate: string }) => {
  if (!row.person || !row.consented) return false
  const consent = await work.db
    .selectFrom('skills.entrant')
    .select('consented_at')
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  await keepEntry(work, keys, 'enter', {
    register: talents.code,
    orgId: row.unitId,
    personId: row.person,
    answers: {
      trade: trade.name,
      title,
      contest: contest.name.slice(0, 120),
      ...(row.place ? { place: row.place } : {}),
      unit: row.unit.slice(0, 80),
      certificate,
      agreedOn: dayOf(consent.consented_at!),
    },
    because: `${contest.name} ${trade.name} 授予${nameOf(title)}`,
  })
  return true
}
