import type { Marks } from '@gongyou/contract/skills/scoring.ts'

/** What a judge has filled in on this phone: kept at every touch, so that neither a call nor a dead network costs a mark. */
export type Draft = { items: Record<string, string>; penalties: Record<string, number>; waiting?: Marks }

const place = (round: string, blind: number) => `gongyou.judging.${round}.${blind}`
const empty = (): Draft => ({ items: {}, penalties: {} })

export const draftOf = (round: string, blind: number): Draft => {
  try {
    return (JSON.parse(localStorage.getItem(place(round, blind)) ?? 'null') as Draft | null) ?? empty()
  } catch {
    return empty()
  }
}
export const keepDraft = (round: string, blind: number, draft: Draft) => localStorage.setItem(place(round, blind), JSON.stringify(draft))
export const dropDraft = (round: string, blind: number) => localStorage.removeItem(place(round, blind))

/** Sheets that are finished and could not be sent yet. */
export const waitingOf = (round: string): { blind: number; marks: Marks }[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(`gongyou.judging.${round}.`))
    .flatMap((key) => {
      const blind = Number(key.split('.').at(-1))
      const { waiting } = draftOf(round, blind)
      return waiting ? [{ blind, marks: waiting }] : []
    })
