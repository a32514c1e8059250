import type { Draft } from './draft.ts'

export type Steps = { past: readonly Draft[]; now: Draft; future: readonly Draft[]; typing: string }
export type Move =
  /** Edits with the same `typing` follow each other as one: undo takes back a word, not a letter. */
  { do: 'edit'; to: (before: Draft) => Draft; typing: string } | { do: 'undo' } | { do: 'redo' } | { do: 'pause' }

/** So many steps can be taken back. */
const kept = 200

export const move = (s: Steps, m: Move): Steps => {
  switch (m.do) {
    case 'edit': {
      const now = m.to(s.now)
      if (now === s.now) return s
      const goesOn = m.typing !== '' && m.typing === s.typing
      return { past: goesOn ? s.past : [...s.past, s.now].slice(-kept), now, future: [], typing: m.typing }
    }
    case 'undo': {
      const before = s.past.at(-1)
      return before ? { past: s.past.slice(0, -1), now: before, future: [s.now, ...s.future], typing: '' } : s
    }
    case 'redo': {
      const [after, ...rest] = s.future
      return after ? { past: [...s.past, s.now], now: after, future: rest, typing: '' } : s
    }
    case 'pause':
      return s.typing === '' ? s : { ...s, typing: '' }
  }
}
