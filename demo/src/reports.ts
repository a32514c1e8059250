import { draftReport, submitReport } from '../../server/src/features/reports/index.ts'
import type { Catalogue } from '../../server/src/features/statistics/index.ts'
import { system } from '../../server/src/kit/actor.ts'
import { type Write, officer } from './hotline.ts'

/** The documents that the five articles were, and the review that waits for its approval. */
const documents = [
  { kind: 'reform', from: '2018-01-01', to: '2023-06-30' },
  { kind: 'stage-brief', from: '2023-01-01', to: '2023-09-30' },
  { kind: 'review', from: '2023-01-01', to: '2023-12-31' },
  { kind: 'review', from: '2024-01-01', to: '2024-12-31' },
  { kind: 'five-year', from: '2021-01-01', to: '2025-12-31' },
] as const
const waiting = { kind: 'review', from: '2025-01-01', to: '2025-12-31' } as const

/** An officer drafts the documents of the years gone by, and hands in the review of the last one. */
export const tellReports = async (write: Write, catalogue: Catalogue) => {
  const by = await write(system, (work) => officer(work, 'bangong'))
  const orgId = await write(system, async (work) => {
    const root = await work.db
      .selectFrom('organisations.org')
      .select('id')
      .where('region', '=', work.region)
      .where('kind', '=', 'district_federation')
      .executeTakeFirstOrThrow()
    return root.id
  })
  for (const d of documents) await write(by, (work) => draftReport(work, catalogue, { ...d, orgId }))
  const { id } = await write(by, (work) => draftReport(work, catalogue, { ...waiting, orgId }))
  await write(by, (work) => submitReport(work, id, 1))
}
