import { t, type Text } from './text.ts'

/**
 * What a figure counts. `additive: false` marks counts of distinct beings: one person in two groups is still one person,
 * so such figures are never summed across groups; they are counted anew over the union of the groups.
 */
export const units = {
  persons: { ...t('人', 'persons'), additive: false },
  households: { ...t('户', 'households'), additive: false },
  organisations: { ...t('家', 'organisations'), additive: false },
  attendances: { ...t('人次', 'attendances'), additive: true },
  times: { ...t('次', 'times'), additive: true },
  sessions: { ...t('场', 'sessions'), additive: true },
  cases: { ...t('件', 'cases'), additive: true },
  portions: { ...t('份', 'portions'), additive: true },
  hours: { ...t('小时', 'hours'), additive: true },
  items: { ...t('项', 'items'), additive: true },
  places: { ...t('个', 'places'), additive: true },
  cents: { ...t('分', 'cents'), additive: true },
  yuan: { ...t('元', 'yuan'), additive: true },
  pairs: { ...t('对', 'pairs'), additive: true },
  groups: { ...t('个', 'groups'), additive: true },
  teams: { ...t('支', 'teams'), additive: true },
  batches: { ...t('批', 'batches'), additive: true },
  classes: { ...t('期', 'classes'), additive: true },
  copies: { ...t('份', 'copies'), additive: true },
  courses: { ...t('门', 'courses'), additive: true },
  proposals: { ...t('条', 'proposals'), additive: true },
  /** Titles awarded: whoever gets two counts twice. */
  honours: { ...t('名', 'titles'), additive: true },
  /** Quotients: of two groups they are neither added nor averaged, but divided anew. */
  days: { ...t('天', 'days'), additive: false },
  stars: { ...t('星', 'stars'), additive: false },
  percent: { ...t('%', '%'), additive: false },
} as const satisfies Record<string, Text & { additive: boolean }>

/** The name of a unit. */
export type Unit = keyof typeof units

/** Units whose figures may be summed. */
export type AdditiveUnit = { [U in Unit]: (typeof units)[U]['additive'] extends true ? U : never }[Unit]

declare const unitBrand: unique symbol

/** A whole figure with its unit; the brand keeps plain objects and other units out at compile time. */
export type Quantity<U extends Unit = Unit> = { readonly value: number; readonly unit: U; readonly [unitBrand]: U }

/** Thrown when figures are combined that may not be; `code` is the machine's name for the reason. */
export class UnitRefused extends Error {
  readonly code: 'units.differ' | 'units.distinct' | 'units.whole'
  constructor(code: UnitRefused['code'], message: string) {
    super(message)
    this.name = 'UnitRefused'
    this.code = code
  }
}

/** A figure of a unit. Throws `units.whole` for anything but a whole number that can be counted exactly. */
export function quantity<U extends Unit>(value: number, unit: U): Quantity<U> {
  if (!Number.isSafeInteger(value)) throw new UnitRefused('units.whole', `${value} ${unit} is not a whole number`)
  return { value, unit } as Quantity<U>
}

/** The sum of two figures of one additive unit. Throws `units.differ` or `units.distinct` where types were evaded. */
export function add<U extends AdditiveUnit>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> {
  return quantity(sameUnit(a, b) + b.value, a.unit)
}

/**
 * The sum of two counts of distinct beings whose groups cannot overlap; `because` says why they cannot and is kept in
 * the code as the reader's proof (“a member has one base union”). Throws `units.distinct` when no reason is given.
 */
export function addDisjoint<U extends Unit>(a: Quantity<U>, b: Quantity<NoInfer<U>>, because: string): Quantity<U> {
  if (because.trim() === '') throw new UnitRefused('units.distinct', 'say why the two groups cannot overlap')
  if (a.unit !== b.unit) throw new UnitRefused('units.differ', `${a.unit} and ${b.unit}`)
  return quantity(a.value + b.value, a.unit)
}

/** The figure as people read it, thousands separated, with its unit (“8,960人次”). */
export function showQuantity(q: Quantity, language: keyof Text = 'zh'): string {
  const digits = String(q.value).replace(/\B(?=(\d{3})+$)/g, ',')
  return language === 'zh' ? digits + units[q.unit].zh : `${digits} ${units[q.unit].en}`
}

function sameUnit(a: Quantity, b: Quantity): number {
  if (a.unit !== b.unit) throw new UnitRefused('units.differ', `${a.unit} and ${b.unit}`)
  if (!units[a.unit].additive) throw new UnitRefused('units.distinct', `${a.unit} of two groups may overlap; count them together`)
  return a.value
}
