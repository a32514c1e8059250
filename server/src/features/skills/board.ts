import { maskName } from '@gongyou/contract/kit/masking.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { type RoundRow, contestById } from './access.ts'
import { decimalsOf } from './contests.ts'
import { stateOf, tradesOf } from './moments.ts'
import { rankingOf } from './ranking.ts'
import { progressOf } from './round.ts'
import { titlesOf } from './withdraw.ts'

const roundOnBoard = async (look: Look, r: RoundRow) => {
  const { starts, judges } = r.drawn_at ? await progressOf(look, r) : { starts: [], judges: [] }
  const sitting = judges.filter((j) => j.stood_down_because === null)
  const there = starts.filter((s) => s.absent_because === null)
  return {
    seq: r.seq,
    name: r.name,
    weight: r.weight,
    opened: r.opened_at !== null,
    seedHash: r.seed_hash,
    seed: r.drawn_at ? r.seed : null,
    // The order of the draw would name who stands behind a number while judges still look at numbers.
    order: r.opened_at ? starts.toSorted((a, b) => a.blind - b.blind).map((s) => s.entrant_id) : [],
    sheetsIn: r.judged ? sitting.reduce((n, j) => n + j.in, 0) : there.filter((s) => s.paper).length,
    sheetsOf: r.judged ? sitting.reduce((n, j) => n + j.of, 0) : there.length,
  }
}

/** What everybody in the hall may see. A contest that was not announced is not there. */
export const boardOf = async (look: Look, id: string) => {
  const found = await look.db
    .selectFrom('skills.competition')
    .select('announced_at')
    .where('region', '=', look.region)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found?.announced_at) throw refuse('record.not-found')
  const contest = await contestById(look, id)
  const trades = []
  for (const whole of await tradesOf(look, [id])) {
    const { rows } = await rankingOf(look, whole.trade)
    const titles = (await titlesOf(look, whole.trade.id)).filter((t) => t.withdrawn_on === null)
    const state = stateOf(contest, whole, look.today)
    // The names of those who hold a title are public; others stay masked where the contest says so.
    const shown = (id: string, name: string) =>
      contest.masked && !whole.trade.team && !titles.some((t) => t.entrant_id === id) ? maskName(name) : name
    const rounds = []
    for (const r of whole.rounds) rounds.push(await roundOnBoard(look, r))
    trades.push({
      id: whole.trade.id,
      name: whole.trade.name,
      state,
      decimals: decimalsOf(whole.trade.decimals),
      noticeUntil: whole.publication?.until ?? null,
      rounds,
      rows: whole.rounds.some((r) => r.opened_at)
        ? rows.map((r) => {
            const title = titles.find((t) => t.entrant_id === r.id)?.title
            return {
              name: shown(r.id, r.name),
              unit: r.unit,
              place: r.place,
              shared: r.shared,
              final: r.final,
              rounds: r.rounds,
              title: title === 'craftsman' ? ('craftsman' as const) : title === 'expert' ? ('expert' as const) : null,
            }
          })
        : [],
    })
  }
  return { name: contest.name, org: contest.org, heldFrom: contest.held_from, heldTo: contest.held_to, trades }
}
