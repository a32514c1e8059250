import type { Work } from '../../../kit/db/database.ts'
import type { Pair } from './write-rows.ts'

const because = '名册导入'

/** What happened to each person, with batch and row, so that every record leads back to the line it came from. The audit has one line for the chunk. */
export const recordActs = (work: Work, batch: string, pairs: readonly Pair[]) => {
  for (const p of pairs) {
    const { plan, input, personId, row } = p
    const source = { batch, row }
    const act = (kind: string, org: string | null, data: Record<string, unknown>, day?: string) =>
      p.done.acts.push(
        work.ledger.act({ kind, subject: personId, org, person: personId, data: { ...data, ...source }, ...(day ? { day } : {}) }, false),
      )
    const inFigures = { town: input.town, channel: input.channel ?? 'unit_batch', occupation: input.occupation }
    if (p.done.created) act('person.registered', null, {})
    if (plan.join) act('membership.joined', input.orgId, inFigures, input.joinedOn ?? work.today)
    if (plan.move) {
      const was = p.done.membership!
      const before = { channel: was.channel, occupation: was.occupation }
      act('membership.moved-out', was.org_id, { town: plan.known!.org_town, ...before, to: input.orgId, because })
      act('membership.moved-in', input.orgId, { town: input.town, ...before, from: was.org_id, because })
    }
    if (plan.restatus) act(input.status === 'retained' ? 'membership.retained' : 'membership.restored', input.orgId, { because })
    const fields = [
      ...plan.fields,
      ...plan.sealed,
      ...(plan.reoccupy ? ['occupation'] : []),
      ...(plan.employment && !p.done.created ? ['employment'] : []),
    ]
    if (!p.done.created && fields.length > 0) act('person.corrected', null, { fields })
  }
}
