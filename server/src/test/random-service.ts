import type { Service } from '@gongyou/contract/cases/service.ts'
import { faultsOf } from '@gongyou/contract/cases/faults-of.ts'
import fc from 'fast-check'

const text = (zh: string) => ({ zh, en: zh })
const posts = [
  { posts: ['station_head'], at: 'station' },
  { posts: ['union_social_worker'], at: 'town' },
  { posts: ['organisation_officer'], at: 'district' },
  { posts: ['rights_head', 'women_head'], at: 'district' },
] as const

type Drawn = { from: number; to: number; by: number; asks: boolean }

const build = (n: number, finals: number, drawn: readonly Drawn[], clocked: readonly number[], code: string): Service => {
  const names = Array.from({ length: n }, (_, i) => `s${i}`)
  const isFinal = (i: number) => i >= n - finals
  const usable = drawn.filter((d) => d.from < n && d.to < n && !isFinal(d.from))
  return {
    code,
    revision: 1,
    letters: 'SJ',
    title: text(code),
    summary: text('随机'),
    begunBy: ['worker', 'office'],
    form: { note: { kind: 'text', label: text('说明'), optional: true }, extra: { kind: 'number', label: text('数'), optional: true } },
    asksAtStart: ['note'],
    roles: Object.fromEntries(posts.map((p, i) => [`r${i}`, { name: text(`角色${i}`), ...p }])),
    states: Object.fromEntries(names.map((s, i) => [s, { name: text(s), ...(isFinal(i) ? { final: true as const } : {}) }])),
    begins: 's0',
    actions: {
      // A way round that always ends, so that most drawings are sound; the rest is chance.
      ...Object.fromEntries(
        names.slice(0, -1).flatMap((s, i) =>
          isFinal(i)
            ? []
            : [
                [
                  `on${i}`,
                  {
                    name: text(`前进${i}`),
                    from: s,
                    to: names[i + 1]!,
                    by: `r${i % posts.length}`,
                    asks: ['extra'],
                    ...(isFinal(i + 1) ? { outcome: 'done' } : {}),
                  },
                ],
              ],
        ),
      ),
      ...Object.fromEntries(
        usable.map((d, i) => [
          `a${i}`,
          {
            name: text(`步骤${i}`),
            from: names[d.from]!,
            to: names[d.to]!,
            by: d.by === posts.length ? 'applicant' : `r${d.by}`,
            ...(d.asks ? { asks: ['extra'] } : {}),
            ...(isFinal(d.to) ? { outcome: 'done' } : {}),
          },
        ]),
      ),
    },
    outcomes: { done: { name: text('办结'), good: true } },
    clocks: Object.fromEntries(
      [...new Set(clocked)]
        .filter((i) => i < n && !isFinal(i))
        .map((i) => [
          `c${i}`,
          { name: text(`时限${i}`), in: [names[i]!], within: { amount: 3 + i, unit: i % 2 ? 'working_days' : 'calendar_days' }, owner: 'r0' },
        ]),
    ),
  }
}

/** A sound service of two to six states with random shortcuts, circles, applicant's steps and clocks. */
export const randomService = (code: string) =>
  fc
    .record({
      n: fc.integer({ min: 2, max: 6 }),
      drawn: fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5), by: fc.nat(posts.length), asks: fc.boolean() }), { maxLength: 8 }),
      clocked: fc.array(fc.nat(5), { maxLength: 4 }),
    })
    .map(({ n, drawn, clocked }) => build(n, n > 3 ? 2 : 1, drawn, clocked, code))
    .filter((s) => faultsOf(s).length === 0)
