import { sql } from 'kysely'
import { insertionOf } from '../db/rows-in-bulk.ts'
import type { Tx } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import { followMerges, isAboutMerging } from './alias.ts'
import { type FactDefinition, countingOf } from './fact.ts'

type Written = { id: string; kind: string; day: string; subject_id: string; reverses: string | null; data: unknown }
export type Touched = { fact: string; day: string }

/** What reversed acts had yielded goes. Asked through the kinds of the acts: the facts alone have no index by act. */
const takeBack = async (tx: Tx, region: number, facts: readonly FactDefinition[], reversed: readonly string[]): Promise<Touched[]> => {
  if (reversed.length === 0) return []
  const pairs = facts.flatMap((f) => Object.keys(f.acts).map((kind) => [f.code, kind] as const))
  const { rows } = await sql<Touched>`
    delete from ledger.fact f using ledger.act a, unnest(${pairs.map((p) => p[0])}::text[], ${pairs.map((p) => p[1])}::text[]) as k (fact, kind)
     where a.region = ${region} and a.id = any(${reversed as string[]}::uuid[]) and k.kind = a.kind
       and f.region = ${region} and f.fact = k.fact and f.act_id = a.id
    returning f.fact, f.day`.execute(tx)
  return rows
}

/** Months that must be counted again, one line each: inserted and never updated, so that no writer waits for another. */
const markOf = (tx: Tx, region: number, touched: readonly Touched[]) => {
  const months = new Set(touched.map((x) => `${x.fact}|${x.day.slice(0, 7)}-01`))
  const rows = [...months].map((key) => {
    const [fact, month] = key.split('|')
    return { id: newId(), fact, month }
  })
  return insertionOf(tx, region, 'ledger.stale', { id: 'uuid', fact: 'text', month: 'date' }, rows)
}

/** Whether what these acts say changes facts that are written already. */
export const changesFacts = (acts: readonly Written[]) => acts.some((a) => a.reverses !== null || isAboutMerging(a))

/** What the acts just written change in the facts there are: whose they are, and whether they count. */
export const changeFacts = async (tx: Tx, region: number, facts: readonly FactDefinition[], acts: readonly Written[]): Promise<Touched[]> => {
  const moved = await followMerges(tx, region, acts)
  const reversed = acts.flatMap((a) => (a.reverses ? [a.reverses] : []))
  return [...moved, ...(await takeBack(tx, region, facts, reversed))]
}

/** Counts the acts just written and marks what changed: two statements at most, whatever their number. */
export const countFacts = (tx: Tx, region: number, facts: readonly FactDefinition[], acts: readonly Written[], changed: readonly Touched[]) => {
  const counted = facts.flatMap((f) => acts.filter((a) => a.kind in f.acts).map((a) => ({ fact: f.code, day: a.day })))
  return [countingOf(tx, region, facts, acts), markOf(tx, region, [...changed, ...counted])]
}
