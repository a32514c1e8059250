import { writtenDate } from '../papers/written.ts'
import type { Period } from './token.ts'

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(8, 10)

const until = (day: string) => `截至${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
/** How a report whose period still runs says until when it counts; nothing where the period is over. */
export const asOfWords = (period: Period, countedTo: string): string => (countedTo < period.to ? `（${until(countedTo)}）` : '')

/** Fills the period in: in brackets of its own, or after a comma where it stands in brackets. */
export const withPeriod = (text: string, period: Period, countedTo: string): string => {
  const asOf = asOfWords(period, countedTo)
  return text
    .replaceAll('（{period}）', `（${periodWords(period)}${asOf === '' ? '' : `，${until(countedTo)}`}）`)
    .replaceAll('{period}', `${periodWords(period)}${asOf}`)
}
/** A text that said until when it counted, saying it of another day. */
export const movedOn = (text: string, period: Period, was: string, now: string): string => {
  if (asOfWords(period, was) === '') return text
  const over = asOfWords(period, now) === ''
  return text.replaceAll(`（${until(was)}）`, over ? '' : `（${until(now)}）`).replaceAll(`，${until(was)}）`, over ? '）' : `，${until(now)}）`)
}

/** A period as a report writes it: 2024年, 2023年上半年, 2021年至2025年, 2023年1月至9月, 2026年3月2日至8日. */
export const periodWords = ({ from, to }: Period): string => {
  const [y1, y2] = [from.slice(0, 4), to.slice(0, 4)]
  const [m1, m2] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  const wholeMonths = from.endsWith('-01') && to.slice(8) === lastDay(Number(y2), m2)
  if (wholeMonths && m1 === 1 && m2 === 12) return y1 === y2 ? `${y1}年` : `${y1}年至${y2}年`
  if (wholeMonths && y1 === y2) {
    if (m1 === 1 && m2 === 6) return `${y1}年上半年`
    if (m1 === 7 && m2 === 12) return `${y1}年下半年`
    return m1 === m2 ? `${y1}年${m1}月` : `${y1}年${m1}月至${m2}月`
  }
  if (wholeMonths) return `${y1}年${m1}月至${y2}年${m2}月`
  if (from === to) return writtenDate(from)
  if (y1 !== y2) return `${writtenDate(from)}至${writtenDate(to)}`
  return m1 === m2 ? `${writtenDate(from)}至${Number(to.slice(8))}日` : `${writtenDate(from)}至${writtenDate(to).slice(5)}`
}
