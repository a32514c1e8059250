import { type Text, t } from '@gongyou/contract/kit/text.ts'

/** One thing looked at. `bad` stops the system; `look` should be seen to. */
export type Finding = { what: Text; verdict: 'good' | 'look' | 'bad'; says: Text }

export const good = (what: Text, zh: string, en = zh): Finding => ({ what, verdict: 'good', says: t(zh, en) })
export const look = (what: Text, zh: string, en: string): Finding => ({ what, verdict: 'look', says: t(zh, en) })
export const bad = (what: Text, zh: string, en: string): Finding => ({ what, verdict: 'bad', says: t(zh, en) })
