import type { PaperContent } from '@gongyou/contract/papers/content.ts'
import type { PaperKindCode } from '@gongyou/contract/papers/kinds.ts'
import type { RawBuilder } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'

type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof storedOf>['executeTakeFirst']>>>
export type PaperRecord = Omit<Stored, 'content' | 'kind'> & { content: PaperContent; kind: PaperKindCode }

const storedOf = (look: Look) =>
  look.raw.selectFrom('papers.paper as p').selectAll('p').where('p.region', '=', look.region).where('p.discarded_at', 'is', null)

// What went in through the contract's shapes comes out as them.
const recordOf = (row: Stored): PaperRecord => ({ ...row, content: row.content as PaperContent, kind: row.kind as PaperKindCode })

/** One paper within the predicate, or 404. */
export const getPaperRecord = async (look: Look, id: string, within?: RawBuilder<boolean>) => {
  const row = await storedOf(look)
    .where('p.id', '=', id)
    .$if(within !== undefined, (q) => q.where(within!))
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  return recordOf(row)
}

/** The same, locked until the end of the transaction: two officers clicking at once become one issue and one refusal. */
export const lockPaper = async (work: Work, id: string, version: number | undefined, within?: RawBuilder<boolean>) => {
  const row = await storedOf(work)
    .where('p.id', '=', id)
    .$if(within !== undefined, (q) => q.where(within!))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  if (version !== undefined && row.version !== version) throw refuse('record.changed')
  return recordOf(row)
}

/** Changes a paper that the transaction has locked. */
export const setPaper = (work: Work, paper: Pick<PaperRecord, 'id' | 'version'>, change: object) =>
  work.tx
    .updateTable('papers.paper')
    .set({ ...change, version: paper.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', paper.id)
    .execute()
