import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import { courseOf } from '@gongyou/contract/statistics/forecast.ts'
import * as routes from '@gongyou/contract/statistics/targets.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { type Catalogue, figureOf, figuresOf } from './catalogue.ts'
import type { CountedSide } from './claims/sides.ts'
import { valueOf, yearBefore } from './read.ts'
import type { Asked } from './select.ts'

type Row = { id: string; figure: string; from_on: string; to_on: string; aim: number; source: string }

/** How much came in the last year: a stock by what there was a year ago, a flow by itself; persons by whom they were new in that year. */
const recentOf = async (look: Look, f: FigureDeclaration): Promise<CountedSide | null> => {
  if ('among' in f) return null
  const before = yearBefore(look.today)
  const asked: Asked = kindOf(f) === 'flow' ? { from: before, to: look.today } : { to: before }
  const { value, records } = await valueOf(look, f, asked)
  return { side: 'recent', value: value ?? 0, from: asked.from ?? null, to: asked.to!, asked, records, source: '' }
}

/** What has been reached by today, or by the end of its period. */
const reachedOf = async (look: Look, f: FigureDeclaration, r: Row): Promise<CountedSide | null> => {
  if (r.from_on > look.today) return null
  const asked: Asked = { ...(kindOf(f) === 'flow' ? { from: r.from_on } : {}), to: r.to_on < look.today ? r.to_on : look.today }
  const { value, records } = await valueOf(look, f, asked)
  return value === null ? null : { side: 'reached', value, from: asked.from ?? null, to: asked.to!, asked, records, source: '' }
}

const viewOf = async (look: Look, f: FigureDeclaration, r: Row) => {
  const reached = await reachedOf(look, f, r)
  const recent = r.from_on <= look.today ? await recentOf(look, f) : null
  const value = reached?.value ?? null
  const { zh, en } = units[f.unit]
  const aim: CountedSide = {
    side: 'aim',
    value: r.aim,
    from: kindOf(f) === 'flow' ? r.from_on : null,
    to: r.to_on,
    asked: null,
    records: 0,
    source: r.source,
  }
  const pace = recent && { value: kindOf(f) === 'stock' ? (value ?? 0) - recent.value : recent.value, days: 365 }
  return {
    id: r.id,
    figure: f.code,
    name: f.name,
    unitName: { zh, en },
    kind: kindOf(f),
    from: r.from_on,
    to: r.to_on,
    aim: r.aim,
    source: r.source,
    value,
    ...courseOf({ from: r.from_on, to: r.to_on, today: look.today, aim: r.aim, value, recent: pace }),
    /** What its progress and its forecast rest on. */
    sides: [aim, ...(reached ? [reached] : []), ...(recent ? [recent] : [])],
  }
}

/** Targets that stand, each with how far it is. */
export const targetsOf = async (look: Look, catalogue: Catalogue) => {
  const figures = new Map((await figuresOf(look, catalogue)).map((f) => [f.code, f]))
  const rows = await look.db
    .selectFrom('statistics.target')
    .select(['id', 'figure', 'from_on', 'to_on', 'aim', 'source'])
    .where('region', '=', look.region)
    .where('dropped_at', 'is', null)
    .orderBy('to_on')
    .orderBy('figure')
    .limit(500)
    .execute()
  const views = []
  for (const r of rows) {
    const f = figures.get(r.figure)
    if (f) views.push(await viewOf(look, f, r))
  }
  return views
}

/** Targets are of the whole district; whoever sees only a part of it sets none. */
const mustSeeAll = async (look: Look) => {
  if ((await reachOf(look, 'statistics.edit')) !== 'all') throw refuse('right.missing')
}

const set = async (work: Work, catalogue: Catalogue, given: { figure: string; from: string; to: string; aim: number; source: string }) => {
  await mustSeeAll(work)
  const f = await figureOf(work, catalogue, given.figure)
  if (given.from >= given.to) throw refuse('request.invalid', { fields: [{ path: 'to', message: '结束日期要晚于开始日期' }] })
  const id = newId()
  await work.tx
    .insertInto('statistics.target')
    .values({
      region: work.region,
      id,
      figure: f.code,
      from_on: given.from,
      to_on: given.to,
      aim: given.aim,
      source: given.source,
      made_by: work.by.personId,
      made_at: work.at,
    })
    .execute()
  work.ledger.act({ kind: 'target.set', subject: id, data: { figure: f.code, aim: given.aim } })
  return { id }
}

const drop = async (work: Work, id: string) => {
  await mustSeeAll(work)
  const done = await work.tx
    .updateTable('statistics.target')
    .set({ dropped_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw refuse('record.not-found')
  work.ledger.act({ kind: 'target.dropped', subject: id })
  return { done: true as const }
}

export const targetsRoom =
  (catalogue: Catalogue): Room =>
  (mount) => {
    mount(routes.listTargets, ({ read }) =>
      read(async (look) => ({ targets: (await targetsOf(look, catalogue)).map(({ sides: _, ...view }) => view) })),
    )
    mount(routes.setTarget, ({ body, write }) => write((work) => set(work, catalogue, body)))
    mount(routes.dropTarget, ({ params, write }) => write((work) => drop(work, params.id)))
  }
