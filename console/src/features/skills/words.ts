import type { CodeList } from '@gongyou/contract/codes/code-list.ts'
import { competitionLevels, contestStates, contestTitles, roundKinds } from '@gongyou/contract/skills/codes.ts'
import { shownScore } from '@gongyou/contract/skills/scoring.ts'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

const nameIn = (list: CodeList) => (code: string) => list.find((e) => e.code === code)?.[language()] ?? code
const optionsOf = (list: CodeList) => list.map((e) => ({ value: e.code, label: e[language()] }))

export const levelName = nameIn(competitionLevels)
export const stateName = nameIn(contestStates)
export const titleName = nameIn(contestTitles)
export const kindName = nameIn(roundKinds)
export const levelOptions = () => optionsOf(competitionLevels)
export const kindOptions = () => optionsOf(roundKinds)
export const titleOptions = () => optionsOf(contestTitles)

/** A score, or a dash where there is none. */
export const score = (hundredths: number | null | undefined, decimals: 0 | 1 | 2 = 2) =>
  hundredths === null || hundredths === undefined ? '—' : shownScore(hundredths, decimals)
export const share = (weight: number) => (weight === 0 ? w('不计入总分', 'not counted') : `${weight / 100} %`)
/** 12'05" as people on the spot read it off a watch. */
export const minutes = (seconds: number | null) => (seconds === null ? '—' : `${Math.floor(seconds / 60)}′${String(seconds % 60).padStart(2, '0')}″`)
export const place = (row: { place: number | null; shared: boolean }) =>
  row.place === null ? '—' : `${row.place}${row.shared ? w('（并列）', ' (shared)') : ''}`
