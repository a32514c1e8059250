import type { Option } from '@gongyou/contract/forms/index.ts'
import { freshName } from './draft.ts'
import { shown, written } from './say-text.ts'

/** Options one a line. A line that stays keeps its code, so that answers already given are still read. */
export const optionsFrom = (before: readonly Option[], typed: string): Option[] => {
  const lines = [...new Set(typed.split('\n').map((l) => l.trim()))].filter(Boolean)
  const left = new Map(before.map((o) => [shown(o.label), o]))
  const kept = lines.map((l) => left.get(l))
  const taken = new Map(kept.flatMap((o) => (o ? [[o.code, true] as const] : [])))
  return lines.map((line, i) => {
    const same = kept[i]
    if (same) return same
    // A line rewritten in its place is the same option under another name.
    const there = before[i]
    const reused = there && before.length === lines.length && !taken.has(there.code) ? there.code : undefined
    const code = reused ?? freshName({ ...Object.fromEntries(taken), ...Object.fromEntries(before.map((o) => [o.code, true])) }, 'option')
    taken.set(code, true)
    return { code, label: written(same, line) }
  })
}
