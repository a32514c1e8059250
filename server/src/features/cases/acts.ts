import type { Op } from '@gongyou/contract/cases/ops.ts'
import { labelOf } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import type { Matter } from './matter.ts'

type NewAct = {
  op: Op
  action?: string
  from?: string
  to?: string
  role?: string | null
  task?: string | null
  said?: string | null | undefined
  seenBy?: 'office' | 'applicant'
  answers?: Readonly<Record<string, unknown>>
  detail?: Readonly<Record<string, unknown>>
  /** Who acts where it is not the caller: a held step is taken in the name of whoever chose it. */
  as?: { personId: string | null; name: string }
  /** What figures may ask of this act. */
  counts?: Readonly<Record<string, unknown>>
  /** Kind of the act in the ledger, where figures count it. */
  kind?: string
}

/** Everything figures may group a case by, in every act about it. */
export const countedOf = ({ row, service }: Matter) => {
  const answers = row.answers as Record<string, unknown>
  const split = service.counts?.split ? answers[service.counts.split] : undefined
  const sum = service.counts?.amount ? answers[service.counts.amount] : undefined
  // Money is kept in whole cents; figures say yuan.
  const amount = typeof sum === 'number' && service.form[service.counts!.amount!]?.kind === 'money' ? sum / 100 : sum
  return {
    town: row.town,
    service: row.service,
    channel: row.channel,
    ...(typeof split === 'string' ? { split } : {}),
    ...(typeof amount === 'number' ? { amount } : {}),
    ...(row.outcome ? { outcome: row.outcome } : {}),
  }
}

const endedWell = ({ row, service }: Matter) => (row.outcome ? (service.outcomes[row.outcome]?.good ?? false) : false)

/**
 * One line of the history and the act of the ledger, under one id. Numbered without a gap: the row of the case is
 * counted on in the same transaction, and `act_one_after_the_other` would refuse a second act of one number.
 */
export const writeAct = async (work: Work, matter: Matter, a: NewAct) => {
  const { row } = matter
  const id = work.ledger.act({
    kind: a.kind ?? `case.${a.op}`,
    subject: row.id,
    org: row.org_id,
    person: row.applicant_id,
    data: {
      ...countedOf(matter),
      ...(a.action ? { action: a.action } : {}),
      ...(a.kind === 'case.closed' ? { good: String(endedWell(matter)) } : {}),
      ...a.counts,
    },
  })
  const { acts } = await work.tx
    .updateTable('cases.matter')
    .set((e) => ({ acts: e('acts', '+', 1) }))
    .where('region', '=', work.region)
    .where('id', '=', row.id)
    .returning('acts')
    .executeTakeFirstOrThrow()
  await work.tx
    .insertInto('cases.act')
    .values({
      region: work.region,
      id,
      case_id: row.id,
      seq: acts,
      op: a.op,
      action: a.action ?? null,
      service: row.service,
      revision: row.revision,
      from_state: a.from ?? row.state,
      to_state: a.to ?? row.state,
      by_person: a.as ? a.as.personId : work.by.personId,
      by_name: a.as?.name ?? labelOf(work.by),
      role: a.role ?? null,
      task_id: a.task ?? null,
      said: a.said?.trim() || null,
      seen_by: a.seenBy ?? 'office',
      answers: a.answers && Object.keys(a.answers).length > 0 ? JSON.stringify(a.answers) : null,
      detail: a.detail ? JSON.stringify(a.detail) : null,
      at: work.at,
    })
    .execute()
  return id
}
