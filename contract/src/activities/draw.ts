import { seedHashOf } from '../kit/draw.ts'
import { sha256 } from '../kit/sha256.ts'

/**
 * A draw of places that anyone can run again. Before sign-up opens the hash of a secret seed is published; at the draw
 * the seed is revealed. Each sign-up gets a ticket, SHA-256 of seed, word and sign-up; the tickets in order of their value
 * are the order of the draw. A word said in public at the draw (a number of that day's lottery) makes it impossible to
 * have chosen the seed to suit the list.
 */
export type DrawEntry = {
  id: string
  seats: number
  priority: number
  /** The lines it counts in, of a union and of a sex; it needs seats in each. */
  quotas: readonly string[]
}
export type DrawTerms = { seats: number | null; quotas: Readonly<Record<string, number>> }
export type DrawLine = DrawEntry & { ticket: string; result: 'seat' | 'standby' }

/** What is published at the opening. */
export const commitmentOf = seedHashOf
export const ticketOf = (seed: string, word: string, id: string) => sha256(`${seed}|${word}|${id}`)

/** Down the list in order: whoever still fits gets seats; whoever does not heads the standby list in the same order. */
export const drawnFrom = async (seed: string, word: string, terms: DrawTerms, entries: readonly DrawEntry[]): Promise<DrawLine[]> => {
  const lots = await Promise.all(entries.map(async (e) => ({ ...e, ticket: await ticketOf(seed, word, e.id) })))
  lots.sort((a, b) => a.priority - b.priority || (a.ticket < b.ticket ? -1 : 1))
  let left = terms.seats ?? Number.POSITIVE_INFINITY
  const quotas = new Map(Object.entries(terms.quotas))
  return lots.map((lot) => {
    if (lot.seats > left || lot.quotas.some((key) => lot.seats > (quotas.get(key) ?? 0))) return { ...lot, result: 'standby' as const }
    left -= lot.seats
    for (const key of lot.quotas) quotas.set(key, (quotas.get(key) ?? 0) - lot.seats)
    return { ...lot, result: 'seat' as const }
  })
}

const heads = ['序号', '报名编号', '人数', '优先级', '名额组', '签号', '结果'] as const

/** The file as it is published: what was promised, what was revealed, every lot in order. No names: numbers of sign-ups only. */
export const writeDraw = (d: { commitment: string; seed: string; word: string; terms: DrawTerms; lines: readonly DrawLine[] }) =>
  [
    `# 承诺值,${d.commitment}`,
    `# 种子,${d.seed}`,
    `# 现场词,${d.word}`,
    `# 名额,${d.terms.seats ?? '不限'}`,
    ...Object.entries(d.terms.quotas).map(([org, seats]) => `# 名额组,${org},${seats}`),
    heads.join(','),
    ...d.lines.map((l, i) => [i + 1, l.id, l.seats, l.priority, l.quotas.join('+'), l.ticket, l.result === 'seat' ? '中签' : '候补'].join(',')),
    '',
  ].join('\r\n')

export type DrawCheck = { fine: boolean; says: string }

/** Runs a published file again and says whether it is what the seed and the list give. */
export const checkDraw = async (file: string): Promise<DrawCheck> => {
  const rows = file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((l) => l.trim() !== '')
    .map((l) => l.split(','))
  const head = (name: string) => rows.find((r) => r[0] === `# ${name}`)?.[1] ?? ''
  const [seed, word, promised] = [head('种子'), head('现场词'), head('承诺值')]
  const start = rows.findIndex((r) => r[0] === heads[0])
  if (!seed || !promised || start < 0) return { fine: false, says: '这不是抽签结果文件' }
  if ((await commitmentOf(seed)) !== promised) return { fine: false, says: '种子与事先公布的承诺值不符' }
  const seats = head('名额')
  const terms: DrawTerms = {
    seats: seats === '不限' ? null : Number(seats),
    quotas: Object.fromEntries(rows.filter((r) => r[0] === '# 名额组').map((r) => [r[1] ?? '', Number(r[2])])),
  }
  const listed = rows.slice(start + 1)
  const entries = listed.map((r) => ({
    id: r[1] ?? '',
    seats: Number(r[2]),
    priority: Number(r[3]),
    quotas: (r[4] ?? '').split('+').filter(Boolean),
  }))
  const again = await drawnFrom(seed, word, terms, entries)
  const wrong = again.findIndex(
    (l, i) => l.id !== listed[i]?.[1] || l.ticket !== listed[i]?.[5] || (l.result === 'seat' ? '中签' : '候补') !== listed[i]?.[6],
  )
  if (wrong >= 0) return { fine: false, says: `第 ${wrong + 1} 行与重新计算的结果不符` }
  return { fine: true, says: `核对无误：${again.length} 份报名，${again.filter((l) => l.result === 'seat').length} 份中签` }
}
