import type { Contest } from '@gongyou/contract/skills/shapes.ts'
import type { Scheme, TieRule } from '@gongyou/contract/skills/scoring.ts'
import { contestState } from '@gongyou/contract/skills/states.ts'
import { Level } from '@gongyou/contract/skills/shapes.ts'
import { sql } from 'kysely'
import { holds } from '../../kit/actor.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { type ContestRow, type RoundRow, contestOf, within } from './access.ts'
import { standingLinks } from './judge-links.ts'
import { type TradeWhole, contestMoments, stateOf, tradeMoments, tradesOf } from './moments.ts'

const at = (instant: Date | null) => instant?.toISOString() ?? null
export const decimalsOf = (n: number): 0 | 1 | 2 => (n === 0 ? 0 : n === 1 ? 1 : 2)
export const roundingOf = (s: string) => (s === 'down' ? ('down' as const) : ('half_up' as const))
export const schemeOf = (round: Pick<RoundRow, 'scheme'>) => round.scheme as Scheme
const kinds = ['qualification', 'theory', 'practice', 'final'] as const

export const roundLine = (r: RoundRow) => ({
  id: r.id,
  seq: r.seq,
  kind: kinds.find((k) => k === r.kind) ?? ('practice' as const),
  name: r.name,
  weight: r.weight,
  judged: r.judged,
  scheme: r.scheme as Contest['trades'][number]['rounds'][number]['scheme'],
  advance: r.advance,
  heldOn: r.held_on,
  place: r.place,
  seedHash: r.seed_hash,
  seed: r.drawn_at ? r.seed : null,
  drawnAt: at(r.drawn_at),
  openedAt: at(r.opened_at),
})

const tradeLine = (contest: ContestRow, w: TradeWhole, today: string) => ({
  id: w.trade.id,
  name: w.trade.name,
  team: w.trade.team,
  ties: w.trade.ties as TieRule[],
  decimals: decimalsOf(w.trade.decimals),
  rounding: roundingOf(w.trade.rounding),
  craftsmen: w.trade.craftsmen,
  experts: w.trade.experts,
  state: stateOf(contest, w, today),
  entrants: w.entrants,
  rounds: w.rounds.map(roundLine),
  publication: w.publication
    ? {
        seq: w.publication.seq,
        publishedAt: w.publication.published_at.toISOString(),
        until: w.publication.until,
        paper: w.publication.paper_id,
        objections: w.publication.objections,
        openObjections: w.publication.open,
      }
    : null,
})

type Wanted = { q?: string | undefined; level?: string | undefined; year?: number | undefined; after?: string | undefined; limit: number }
const levelOf = (code: string) => Level.parse(code)

export const contestsWithin = async (look: Look, f: Wanted) => {
  const [day, id] = f.after?.split('|') ?? []
  if (f.after && !(/^\d{4}-\d\d-\d\d$/.test(day ?? '') && /^[0-9a-f-]{36}$/.test(id ?? ''))) throw refuse('request.invalid')
  const rows = await look.db
    .selectFrom('skills.competition as c')
    .innerJoin('skills.series as s', (j) => j.onRef('s.region', '=', 'c.region').onRef('s.id', '=', 'c.series_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'c.region').onRef('o.id', '=', 'c.org_id'))
    .where('c.region', '=', look.region)
    .where(within(await reachOf(look, 'skills.read'), 'skills.read'))
    .$if(Boolean(f.q), (q) => q.where(sql<boolean>`position(${f.q} in c.name) > 0`))
    .$if(Boolean(f.level), (q) => q.where('c.level', '=', f.level!))
    .$if(f.year !== undefined, (q) => q.where('c.year', '=', f.year!))
    .$if(Boolean(id), (q) => q.where((e) => e(e.refTuple('c.held_from', 'c.id'), '<', e.tuple(day!, id!))))
    .selectAll('c')
    .select(['s.name as series', 's.sponsor', 'o.name as org'])
    .orderBy('c.held_from', 'desc')
    .orderBy('c.id', 'desc')
    .limit(f.limit + 1)
    .execute()
  const page = rows.slice(0, f.limit)
  const last = page.at(-1)
  const trades = await tradesOf(
    look,
    page.map((c) => c.id),
  )
  return {
    rows: page.map((c) => {
      const own = trades.filter((w) => w.trade.competition_id === c.id)
      return {
        id: c.id,
        name: c.name,
        series: c.series,
        edition: c.edition,
        year: c.year,
        level: levelOf(c.level),
        org: { id: c.org_id, name: c.org },
        state: contestState(contestMoments(c), own.map(tradeMoments), look.today),
        trades: own.length,
        entrants: own.reduce((n, w) => n + w.entrants, 0),
        heldFrom: c.held_from,
        heldTo: c.held_to,
      }
    }),
    next: rows.length > page.length && last ? `${last.held_from}|${last.id}` : null,
  }
}

const panelOf = async (look: Look, id: string) => {
  const rows = await look.db
    .selectFrom('skills.judge as j')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'j.region').onRef('p.id', '=', 'j.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'j.region').onRef('o.id', '=', 'j.unit_id'))
    .where('j.region', '=', look.region)
    .where('j.competition_id', '=', id)
    .select(['j.person_id', 'p.name', 'j.unit_id', 'o.name as unit', 'j.outside'])
    .orderBy('j.added_at')
    .orderBy('j.person_id')
    .execute()
  const links = await standingLinks(
    look,
    id,
    rows.map((r) => r.person_id),
  )
  return rows.map((r) => ({
    person: { id: r.person_id, name: r.name },
    unit: { id: r.unit_id, name: r.outside || r.unit },
    outside: r.outside !== '',
    link: links.get(r.person_id) ?? null,
  }))
}

const reaches = async (look: Look, right: 'skills.run' | 'skills.arbitrate', org: string) => {
  if (!holds(look.by, right)) return false
  const reach = await reachOf(look, right)
  return reach === 'all' || reach.includes(org)
}

export const wholeContest = async (look: Look, id: string): Promise<Contest> => {
  const c = await contestOf(look, id, 'skills.read')
  const trades = await tradesOf(look, [id])
  const mayRun = await reaches(look, 'skills.run', c.org_id)
  return {
    id: c.id,
    name: c.name,
    series: { id: c.series_id, name: c.series, sponsor: c.sponsor },
    edition: c.edition,
    year: c.year,
    level: levelOf(c.level),
    org: { id: c.org_id, name: c.org },
    document: c.document,
    entriesUntil: c.entries_until,
    heldFrom: c.held_from,
    heldTo: c.held_to,
    masked: c.masked,
    state: contestState(contestMoments(c), trades.map(tradeMoments), look.today),
    planCase: c.plan_case_id,
    approvedAt: at(c.approved_at),
    announcedAt: at(c.announced_at),
    version: c.version,
    trades: trades.map((w) => tradeLine(c, w, look.today)),
    panel: mayRun ? await panelOf(look, id) : [],
    mayRun,
    mayArbitrate: await reaches(look, 'skills.arbitrate', c.org_id),
  }
}

export const seriesOf = async (look: Look) => {
  const rows = await look.db
    .selectFrom('skills.series as s')
    .leftJoin('skills.competition as c', (j) => j.onRef('c.region', '=', 's.region').onRef('c.series_id', '=', 's.id'))
    .where('s.region', '=', look.region)
    .groupBy(['s.id', 's.name', 's.sponsor'])
    .select(['s.id', 's.name', 's.sponsor'])
    .select((e) => e.fn.max('c.edition').as('last'))
    .orderBy('s.name')
    .execute()
  return { rows: rows.map((s) => ({ id: s.id, name: s.name, sponsor: s.sponsor, nextEdition: (s.last ?? 0) + 1 })) }
}
