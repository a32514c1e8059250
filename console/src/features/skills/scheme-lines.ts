import { type Penalty, type Scheme, type ScoreItem, readScore, shownScore } from '@gongyou/contract/skills/scoring.ts'

/**
 * A score sheet as an organiser types or pastes it. Items: `操作工艺 50` or `操作工艺 满分60 占50`; penalties:
 * `超时 每次2`, `工具未归位 一次1.5`, `严重违章 取消`. Undefined where a line cannot be read.
 */
const itemOf = (line: string, i: number): ScoreItem | undefined => {
  const parts = /^(.+?)[\s,，:：]+(?:满分)?\s*(\d+(?:\.\d+)?)\s*分?(?:[\s,，]+(?:占)?\s*(\d+(?:\.\d+)?)\s*[%％]?)?$/.exec(line.trim())
  const full = parts ? readScore(parts[2]!) : undefined
  const weight = parts?.[3] ? readScore(parts[3]) : full
  return parts && full && weight ? { code: `i${i + 1}`, name: parts[1]!.trim().slice(0, 40), full, weight } : undefined
}

const penaltyOf = (line: string, i: number): Penalty | undefined => {
  const code = `p${i + 1}`
  const out = /^(.+?)[\s,，:：]+取消(?:成绩|资格)?$/.exec(line.trim())
  if (out) return { code, name: out[1]!.trim().slice(0, 40), kind: 'out', points: 0 }
  const parts = /^(.+?)[\s,，:：]+(每次|一次)\s*(?:扣)?\s*(\d+(?:\.\d+)?)\s*分?$/.exec(line.trim())
  const points = parts ? readScore(parts[3]!) : undefined
  return parts && points ? { code, name: parts[1]!.trim().slice(0, 40), kind: parts[2] === '每次' ? 'each' : 'once', points } : undefined
}

const read = <T>(text: string, one: (line: string, i: number) => T | undefined): { rows: T[]; wrong: string | undefined } => {
  const lines = text.split('\n').filter((l) => l.trim() !== '')
  const rows = lines.map(one)
  const at = rows.findIndex((r) => r === undefined)
  return { rows: rows.filter((r) => r !== undefined), wrong: at < 0 ? undefined : lines[at]! }
}

export const readItems = (text: string) => read(text, itemOf)
export const readPenalties = (text: string) => read(text, penaltyOf)

/** 100 points in all, as the sum under the lines says. */
export const sumOf = (text: string) => readItems(text).rows.reduce((all, i) => all + i.weight, 0)

const plain = (n: number) => shownScore(n).replace(/\.?0+$/, '')
export const itemsInWords = (s: Scheme) =>
  s.items.map((i) => (i.full === i.weight ? `${i.name} ${plain(i.full)}` : `${i.name} 满分${plain(i.full)} 占${plain(i.weight)}`)).join('\n')
