/**
 * What a published number says of its figure: the number itself; how it differs from the year before, in units or in
 * percent; what is to be reached, how much of it is, where it will end.
 */
export const claimMeasures = ['number', 'change', 'growth', 'aim', 'progress', 'forecast'] as const
export type ClaimMeasure = (typeof claimMeasures)[number]

/** The numbers that a comparison or a target rests on: each leads to its own records. */
export const sideNames = ['now', 'before', 'reached', 'recent', 'aim'] as const
export type SideName = (typeof sideNames)[number]

const round = (n: number, places: number) => Math.round(n * 10 ** places) / 10 ** places

/** A comparison or a target from the numbers it rests on; null where one of them has no value. `left`: days until a target ends. */
export const measuredOf = (
  measure: ClaimMeasure,
  of: Readonly<Partial<Record<SideName, number | null>>>,
  course: { readonly isStock: boolean; readonly left: number },
): number | null => {
  const { now = null, before = null, reached = null, recent = null, aim = null } = of
  switch (measure) {
    case 'number':
      return now
    case 'change':
      return now === null || before === null ? null : round(now - before, 2)
    case 'growth':
      return now === null || before === null || before <= 0 ? null : round((100 * (now - before)) / before, 1)
    case 'aim':
      return aim
    case 'progress':
      return reached === null || aim === null || aim <= 0 ? null : round((100 * reached) / aim, 1)
    case 'forecast': {
      if (reached === null || recent === null) return null
      // Of a stock `recent` is what there was a year ago, of a flow what came in since.
      const pace = (course.isStock ? reached - recent : recent) / 365
      return Math.max(reached, Math.round(reached + pace * course.left))
    }
  }
}
