import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { contradictionsIn, type Finding, type Weight } from '@gongyou/contract/statistics/contradictions.ts'
import { subjectOf } from '@gongyou/contract/statistics/subjects.ts'
import type { Look } from '../../../kit/db/database.ts'
import { type ClaimRow, comparableOf, standing } from './store.ts'

/** How many numbers of one subject and place are held against each other at once; a longer list goes on where it stopped. */
const atOnce = 200
/** How many before them, and how many of the whole, they are held against as well. */
const beside = 60
/** After so many numbers an answer is given, whether something was found or not. */
const mostScanned = 600

const weights: readonly Weight[] = ['impossible', 'unlikely', 'notice']

type Cursor = { subject: string; place: string; to: string; id: string }
const cursor = /^(.{1,80})\|([^|]*)\|(\d{4}-\d{2}-\d{2})\|([0-9a-f-]{36})$/
const cursorOf = (text: string | undefined): Cursor | undefined => {
  const [, subject, place = '', to, id] = cursor.exec(text ?? '') ?? []
  return subject && to && id ? { subject, place, to, id } : undefined
}
const cursorAt = (r: ClaimRow) => `${r.subject}|${r.place}|${r.to_on}|${r.id}`
const sameBlock = (a: ClaimRow, b: ClaimRow) => a.subject === b.subject && a.place === b.place

/** The next numbers in the order of what they are about, where, and when: one index from its cursor on. */
const chunkAfter = (look: Look, after: Cursor | undefined, subject: string | undefined) =>
  standing(look)
    .$if(subject !== undefined, (q) => q.where('c.subject', '=', subject!))
    .$if(after !== undefined, (q) =>
      q.where((e) => e(e.refTuple('c.subject', 'c.place', 'c.to_on', 'c.id'), '>', e.tuple(after!.subject, after!.place, after!.to, after!.id))),
    )
    .orderBy('c.subject')
    .orderBy('c.place')
    .orderBy('c.to_on')
    .orderBy('c.id')
    .limit(atOnce + 1)
    .execute()

/** What a part of a list is held against: those of the same place just before it, and of a place the numbers of the whole at that time. */
const contextOf = async (look: Look, block: readonly ClaimRow[], goesOn: boolean) => {
  const [first, last] = [block[0]!, block.at(-1)!]
  const before = goesOn
    ? await standing(look)
        .where('c.subject', '=', first.subject)
        .where('c.place', '=', first.place)
        .where((e) => e(e.refTuple('c.to_on', 'c.id'), '<', e.tuple(first.to_on, first.id)))
        .orderBy('c.to_on', 'desc')
        .orderBy('c.id', 'desc')
        .limit(beside)
        .execute()
    : []
  if (first.place === '') return before
  const whole = await standing(look)
    .where('c.subject', '=', first.subject)
    .where('c.place', '=', '')
    .where('c.to_on', '>=', first.to_on)
    .where('c.to_on', '<=', addDays(last.to_on, 366))
    .orderBy('c.to_on')
    .orderBy('c.id')
    .limit(beside)
    .execute()
  return [...before, ...whole]
}

/** Rows up to the end of the last block that is whole in the chunk; a block longer than the chunk is cut. */
const wholeBlocks = (chunk: readonly ClaimRow[]) => {
  if (chunk.length <= atOnce) return chunk
  const rows = chunk.slice(0, atOnce)
  if (!sameBlock(rows.at(-1)!, chunk[atOnce]!)) return rows
  const kept = rows.filter((r) => !sameBlock(r, chunk[atOnce]!))
  return kept.length > 0 ? kept : rows
}

/** Sums of parts stand for the numbers they are made of. */
const idsOf = (f: Finding) => f.claims.flatMap((c) => c.split('+'))

const blocksIn = (rows: readonly ClaimRow[]) => {
  const blocks: ClaimRow[][] = []
  for (const r of rows) {
    const last = blocks.at(-1)
    if (last && sameBlock(last[0]!, r)) last.push(r)
    else blocks.push([r])
  }
  return blocks
}

/**
 * Where published numbers do not go together, subject by subject. However many there are, an answer looks at a bounded
 * number of them and says where the next one goes on.
 */
export const contradictionsPage = async (
  look: Look,
  wanted: { topic?: string | undefined; weight?: Weight | undefined; after?: string | undefined; limit: number },
) => {
  const subject = wanted.topic === undefined ? undefined : subjectOf({ topic: wanted.topic, part: null }).subject
  const findings: Finding[] = []
  const named = new Map<string, ClaimRow>()
  let [after, scanned, more] = [cursorOf(wanted.after), 0, true]
  let next: string | null = null
  while (more && findings.length < wanted.limit && scanned < mostScanned) {
    const chunk = await chunkAfter(look, after, subject)
    const rows = wholeBlocks(chunk)
    more = chunk.length > rows.length
    scanned += rows.length
    for (const block of blocksIn(rows)) {
      const goesOn = after !== undefined && block[0] === rows[0] && after.subject === block[0]!.subject && after.place === block[0]!.place
      const context = await contextOf(look, block, goesOn)
      const own = new Set(block.map((r) => r.id))
      const found = contradictionsIn([...context, ...block].map(comparableOf)).filter(
        (f) => (!wanted.weight || f.weight === wanted.weight) && idsOf(f).some((id) => own.has(id)),
      )
      findings.push(...found)
      if (found.length > 0) for (const r of [...context, ...block]) named.set(r.id, r)
    }
    const last = rows.at(-1)
    if (!last) break
    after = { subject: last.subject, place: last.place, to: last.to_on, id: last.id }
    next = more ? cursorAt(last) : null
  }
  // Where nearly everything contradicts everything the gravest are told, and how many more there are.
  findings.sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight))
  const told = findings.slice(0, wanted.limit)
  const ids = new Set(told.flatMap(idsOf))
  return { findings: told, claims: [...named.values()].filter((r) => ids.has(r.id)), scanned, left: findings.length - told.length, next }
}
