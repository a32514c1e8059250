import { sql } from 'kysely'
import { type Work, anyOf } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { reachOf } from '../organisations/index.ts'
import { writeAct } from './acts.ts'
import { personDesk } from './desks.ts'
import { changeMatter, lockMatter } from './matter.ts'
import { reseat } from './ways/handing-on.ts'
import { colleagueOf } from './ways/colleagues.ts'

/**
 * 工作移交: every open task that lies with one person goes to another; what lies with a post stays with the post. Only
 * cases of the caller's own part of the tree move. Returns how many.
 */
export const handOver = async (work: Work, from: string, to: string, why: string) => {
  if (from === to) throw refuse('cases.no-such-colleague')
  const heir = await colleagueOf(work, to)
  const reach = await reachOf(work, 'cases.oversee')
  const tasks = await work.db
    .selectFrom('cases.task as t')
    .innerJoin('cases.matter as m', (j) => j.onRef('m.region', '=', 't.region').onRef('m.id', '=', 't.case_id'))
    .select(['t.id', 't.case_id', 't.role', 't.kind'])
    .where('t.region', '=', work.region)
    .where('t.holder_id', '=', from)
    .where('t.ended_at', 'is', null)
    .where('m.applicant_id', 'is distinct from', heir.id)
    .where(reach === 'all' ? sql<boolean>`true` : (e) => e('m.org_id', '=', anyOf(reach)))
    .orderBy('t.case_id')
    .limit(5000)
    .execute()
  for (const t of tasks) {
    const matter = await lockMatter(work, t.case_id)
    const moved = await work.tx
      .updateTable('cases.task')
      .set({ holder_id: heir.id })
      .where('region', '=', work.region)
      .where('id', '=', t.id)
      .where('ended_at', 'is', null)
      .where('holder_id', '=', from)
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) continue
    const seated = await work.tx
      .selectFrom('cases.seat')
      .select('desk')
      .where('region', '=', work.region)
      .where('task_id', '=', t.id)
      .where('desk', '=', personDesk(from))
      .executeTakeFirst()
    // A signer after the step is not seated before their turn.
    if (seated) await reseat(work, matter, { id: t.id, role: t.role, holder_id: heir.id })
    await writeAct(work, matter, { op: 'handed_over', task: t.id, role: t.role, said: why, detail: { to: heir.name } })
    await changeMatter(work, matter, {})
  }
  return tasks.length
}
