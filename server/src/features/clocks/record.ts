import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import type { ClockRow } from './row.ts'

/** What can happen to a clock. */
export type ChangeKind = 'started' | 'paused' | 'resumed' | 'extended' | 'moved_by_calendar' | 'set_by_hand' | 'handed' | 'stopped'
export type ClockChange = { kind: ChangeKind; because?: string; amount?: number; dueBefore?: string }
type Subject = Pick<ClockRow, 'id' | 'duty' | 'rule_code' | 'subject_id' | 'subject_kind' | 'organisation_id' | 'due_on' | 'due_at'>

/** Writes changes of clocks down: in their own history, and as acts of the records they belong to. */
export const recordChanges = async (work: Work, changes: readonly (ClockChange & { clock: Subject })[], audited = true) => {
  if (changes.length === 0) return
  await work.tx
    .insertInto('clocks.clock_change')
    .values(
      changes.map(({ clock, kind, because, amount, dueBefore }) => ({
        region: work.region,
        id: newId(),
        clock_id: clock.id,
        kind,
        at: work.at,
        by_person_id: work.by.personId,
        because: because ?? '',
        amount: amount ?? null,
        due_on_before: dueBefore ?? null,
        due_on: clock.due_on,
        due_at: clock.due_at,
      })),
    )
    .execute()
  for (const { clock, kind, because, amount, dueBefore } of changes)
    work.ledger.act(
      {
        kind: `clock.${kind.replaceAll('_', '-')}`,
        subject: clock.subject_id,
        org: clock.organisation_id,
        data: {
          clock: clock.id,
          duty: clock.duty,
          subject: clock.subject_kind,
          due: clock.due_on,
          ...(clock.rule_code ? { rule: clock.rule_code } : {}),
          ...(because ? { because } : {}),
          ...(amount ? { amount } : {}),
          ...(dueBefore ? { from: dueBefore } : {}),
        },
      },
      audited,
    )
}
