import type { FigureDeclaration } from '@gongyou/contract/kit/figure.ts'
import { kindOf } from '@gongyou/contract/kit/figure.ts'
import type { Qualifier } from '@gongyou/contract/kit/phrase.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { type Unit, units } from '@gongyou/contract/kit/units.ts'
import type { Placed } from '@gongyou/contract/reports/content.ts'
import { sayChange, sayClaimed, sayDifference, sayGrowth, sayParts, sayValue } from '@gongyou/contract/reports/say.ts'
import {
  type ClaimToken,
  daysInMonth,
  daysOf,
  type FigureToken,
  fitsPeriod,
  type Period,
  type TargetToken,
  yearEarlier,
} from '@gongyou/contract/reports/token.ts'
import type { Look } from '../../kit/db/database.ts'
import { type Asked, type Catalogue, claimsByCode, type CountedSide, figuresOf, filtersOf, targetsOf, valuesMany } from '../statistics/index.ts'
import { beneath } from '../organisations/index.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Said } from './rows.ts'

/** Whose report it is, and for when. */
export type Scope = { readonly orgId: string; readonly isRoot: boolean; readonly period: Period }
type Value = Awaited<ReturnType<typeof valuesMany>>[number]
type ClaimRow = Awaited<ReturnType<typeof claimsByCode>>[number]
type Target = Awaited<ReturnType<typeof targetsOf>>[number]

const askedOf = (f: FigureDeclaration, token: FigureToken, scope: Scope): Asked => {
  const { from, to } = token.month ? daysInMonth(token.month, scope.period) : daysOf(token.span, scope.period)
  const where = [token.where, token.scope === 'own' ? `org:${scope.orgId}` : undefined].filter(Boolean).join(',')
  filtersOf(f, where)
  return {
    ...(kindOf(f) === 'stock' ? {} : { from }),
    to,
    ...(token.org ? { org: token.org } : scope.isRoot || token.scope === 'own' ? {} : { org: scope.orgId }),
    ...(token.town === undefined ? {} : { town: token.town }),
    ...(where === '' ? {} : { where }),
  }
}
const aYearEarlier = (asked: Asked): Asked => ({ ...asked, ...(asked.from ? { from: yearEarlier(asked.from) } : {}), to: yearEarlier(asked.to!) })

const nothing = (code: string, token: Placed['token'], scope: Scope, at: string): Said => ({
  code,
  token,
  text: '—',
  source: 'none',
  name: t('没有这个数字', 'No such number'),
  value: null,
  before: null,
  unit: 'items',
  unitName: t('', ''),
  qualifier: 'exact',
  definition: '',
  from: scope.period.from,
  to: scope.period.to,
  figure: null,
  revision: null,
  records: null,
  parts: null,
  asked: {},
  sides: [],
  countedAt: at,
  claim: null,
})
const unitNameOf = (unit: Unit) => t(units[unit].zh, units[unit].en)

/** What a counted token says: the number with the parts of its rate, or how it differs from the year before where there was one. */
const textOf = (f: FigureDeclaration, token: FigureToken, now: Value, before: Value | undefined): string => {
  if (now.value === null) return '—'
  const base = before && before.records > 0 ? before.value : null
  if (token.show === 'change') return base === null ? '' : sayChange(now.value, base, f.unit, token)
  if (token.show === 'growth') return base === null ? '' : sayGrowth(now.value, base)
  if (token.show === 'difference') return base === null ? '—' : sayDifference(now.value, base)
  const { text } = sayValue(now.value, f.unit, token)
  return now.parts && f.unit === 'percent' && !token.bare ? `${text}${sayParts(now.parts)}` : text
}

/** A comparison rests on two numbers; where there was nothing a year before it is none. */
const sidesOf = (asked: Asked, now: Value, before: Value | undefined): CountedSide[] => {
  if (now.value === null || !before || before.value === null || before.records === 0) return []
  const side = (name: 'now' | 'before', q: Asked, value: number, records: number): CountedSide => {
    return { side: name, value, from: q.from ?? null, to: q.to!, asked: q, records, source: '' }
  }
  return [side('now', asked, now.value, now.records), side('before', aYearEarlier(asked), before.value, before.records)]
}

const sayLive = (base: Said, f: FigureDeclaration, token: FigureToken, asked: Asked, now: Value, before: Value | undefined): Said => {
  const { unit } = f
  const isNumber = now.value !== null && (token.show ?? 'value') === 'value'
  return {
    ...base,
    text: textOf(f, token, now, before),
    source: 'live',
    name: f.name,
    value: now.value,
    before: before?.records ? before.value : null,
    unit,
    unitName: unitNameOf(unit),
    qualifier: isNumber ? sayValue(now.value!, unit, token).qualifier : 'exact',
    definition: f.definition.zh,
    from: asked.from ?? null,
    to: asked.to!,
    figure: f.code,
    revision: f.revision,
    records: now.records,
    parts: now.parts,
    asked,
    sides: sidesOf(asked, now, before),
  }
}

const sayPrinted = (base: Said, token: FigureToken | ClaimToken, row: ClaimRow): Said => {
  const unit = row.unit as Unit
  const said = sayClaimed(row.value, row.qualifier as Qualifier, unit, token)
  return {
    ...base,
    text: said.text,
    source: 'printed',
    name: t(row.wording, row.wording),
    value: row.value,
    unit,
    unitName: unitNameOf(unit),
    qualifier: said.qualifier,
    definition: [`《${row.document}》`, row.scope, row.definition].filter(Boolean).join('；'),
    from: row.from_on,
    to: row.to_on,
    figure: row.topic,
    claim: { id: row.id, name: row.code },
  }
}

/** What is said of a target rests on what it says: the aim, what is reached, the pace of the last year. */
const targetSides = { aim: ['aim'], value: ['reached'], progress: ['reached', 'aim'], forecast: ['reached', 'recent'] } as const

const sayTarget = (base: Said, token: TargetToken, f: FigureDeclaration, target: Target): Said => {
  const number = { aim: target.aim, value: target.value, progress: target.progress, forecast: target.forecast }[token.show]
  const unit: Unit = token.show === 'progress' ? 'percent' : f.unit
  const sides = target.sides.filter((s) => targetSides[token.show].some((name) => name === s.side))
  const reached = target.sides.find((s) => s.side === 'reached')
  const counted = token.show === 'aim' ? undefined : reached
  return {
    ...base,
    text: number === null ? '—' : sayValue(Math.round(number * 100) / 100, unit, { ...token, form: 'exact' }).text,
    source: 'target',
    name: target.name,
    value: number,
    unit,
    unitName: unitNameOf(unit),
    definition: `${target.source}（${target.from} 至 ${target.to}）`,
    from: counted ? counted.from : target.from,
    to: counted && token.show !== 'forecast' ? counted.to : target.to,
    figure: f.code,
    revision: f.revision,
    records: sides.reduce((n, s) => n + s.records, 0),
    asked: { ...(reached?.asked ?? { from: target.from, to: target.to }), ...(token.show === 'forecast' ? { to: target.to } : {}) },
    sides,
  }
}

/** The printed number that a token means in this report: they speak of the whole district alone. */
const printedFor = (token: FigureToken | ClaimToken, rows: ReadonlyMap<string, ClaimRow>, scope: Scope) =>
  scope.isRoot
    ? (token.claims ?? []).map((code) => rows.get(code)).find((row) => row && fitsPeriod({ from: row.from_on, to: row.to_on }, scope.period))
    : undefined

/** Whoever may write for an organisation may ask for those beneath it, and for no other. */
const mustBeBelow = async (look: Look, scope: Scope, placed: readonly Placed[]) => {
  const asked = placed.flatMap(({ token }) => (token.kind === 'figure' && token.org ? [token.org] : []))
  if (asked.length === 0) return
  const known = new Set(await beneath(look, scope.orgId))
  if (asked.some((id) => !known.has(id))) throw refuse('reports.place-elsewhere')
}

/**
 * Every token of a report in one go: all figures of the whole district in one statement and so at one moment. Records come
 * first; where the days have none, the number printed before the system stands in. The caller has judged the organisation.
 */
export const evaluate = async (look: Look, catalogue: Catalogue, scope: Scope, placed: readonly Placed[]): Promise<Said[]> => {
  await mustBeBelow(look, scope, placed)
  const figures = new Map((await figuresOf(look, catalogue)).map((f) => [f.code, f]))
  const at = look.at.toISOString()
  const asked = placed.map(({ token }) => {
    const f = token.kind === 'figure' ? figures.get(token.figure) : undefined
    return f && token.kind === 'figure'
      ? { f, asked: askedOf(f, token, scope), compares: token.show !== undefined && token.show !== 'value' }
      : undefined
  })
  const now = asked.filter((q) => q !== undefined)
  const before = now.filter((q) => q.compares)
  const values = await valuesMany(look, [...now, ...before.map((q) => ({ f: q.f, asked: aYearEarlier(q.asked) }))])
  const rows = new Map(
    (await claimsByCode(look, scope.isRoot ? placed.flatMap(({ token }) => (token.kind === 'target' ? [] : (token.claims ?? []))) : [])).map((r) => [
      r.code,
      r,
    ]),
  )
  const targets = placed.some(({ token }) => token.kind === 'target') ? await targetsOf(look, catalogue) : []
  return placed.map(({ code, token }, i) => {
    const base = nothing(code, token, scope, at)
    if (token.kind === 'target') {
      const f = figures.get(token.figure)
      const target = targets.find((x) => x.figure === token.figure && x.to >= scope.period.from)
      return f && target ? sayTarget(base, token, f, target) : base
    }
    const row = printedFor(token, rows, scope)
    const q = asked[i]
    if (!q || token.kind === 'claim') return row ? sayPrinted(base, token, row) : base
    const value = values[now.indexOf(q)]!
    if (row && value.records === 0) return sayPrinted(base, token, row)
    return sayLive(base, q.f, token, q.asked, value, q.compares ? values[now.length + before.indexOf(q)] : undefined)
  })
}
