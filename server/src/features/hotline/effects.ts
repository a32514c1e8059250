import { refuse } from '../../kit/refuse.ts'
import { type Effects, moveCase } from '../cases/index.ts'
import { clocksOf } from '../clocks/index.ts'

type Row = Readonly<Record<string, unknown>>

/** The order goes to a union or station; from now on the case and its time limit are theirs. */
const assign: Effects[string] = async (work, _engine, matter) => {
  const { id } = (matter.row.answers as Row).unit as { id: string }
  const org = await work.db
    .selectFrom('organisations.org')
    .select(['id', 'town'])
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('dissolved_on', 'is', null)
    .executeTakeFirst()
  if (!org) throw refuse('cases.no-such-place')
  await moveCase(work, matter, org)
}

/** The first answer to the hotline: in time or not, by the date printed on the order or the one counted from it. */
const answered: Effects[string] = async (work, _engine, { row }) => {
  // Asked of the clock and not of the day: some orders are to be answered within hours.
  const late = ((await clocksOf(work, [row.id])).get(row.id) ?? []).some((c) => c.state === 'overdue')
  const { source, category } = row.answers as Row
  const first = await work.tx
    .updateTable('hotline.order')
    .set({ answered_at: work.at, in_time: !late })
    .where('region', '=', work.region)
    .where('case_id', '=', row.id)
    .where('answered_at', 'is', null)
    .returning('case_id')
    .executeTakeFirst()
  work.ledger.act({
    // Whether an order was answered in time is settled by its first answer.
    kind: first ? 'hotline.answered' : 'hotline.answered-again',
    subject: row.id,
    org: row.org_id,
    data: { town: row.town, source, category, late: String(late) },
  })
}

/** What the caller said when called back; a call that reached nobody says so. */
const calledBack: Effects[string] = async (work, _engine, { row }, { action }) => {
  const { source, category, responded, solved, satisfied } = row.answers as Row
  work.ledger.act({
    kind: 'hotline.called-back',
    subject: row.id,
    org: row.org_id,
    data: { town: row.town, source, category, responded, solved, satisfied, again: String(action === 'again') },
  })
}

export const hotlineEffects: Effects = { 'hotline.assign': assign, 'hotline.answered': answered, 'hotline.called-back': calledBack }
