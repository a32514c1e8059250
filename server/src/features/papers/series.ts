import type { PaperKindCode } from '@gongyou/contract/papers/kinds.ts'
import type { Work } from '../../kit/db/database.ts'

/**
 * The next number of a series. The row stays locked until this transaction ends, so the next paper waits for it; when the
 * transaction fails the number was never taken. A sequence would be faster and leave gaps.
 */
export const takeSerial = async (work: Work, series: { org: string; kind: PaperKindCode; year: number }) => {
  const { last_serial } = await work.tx
    .insertInto('papers.series')
    .values({ region: work.region, org_id: series.org, kind: series.kind, year: series.year, last_serial: 1 })
    .onConflict((on) =>
      on.columns(['region', 'org_id', 'kind', 'year']).doUpdateSet((e) => ({ last_serial: e('papers.series.last_serial', '+', 1) })),
    )
    .returning('last_serial')
    .executeTakeFirstOrThrow()
  return last_serial
}
