import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { system } from '../../../kit/actor.ts'
import { isAway } from '../../../kit/db/away.ts'
import type { Building } from '../../../kit/http/building.ts'
import { logger } from '../../../kit/log.ts'
import { Refused } from '../../../kit/refuse.ts'
import { check } from './check.ts'
import { commit } from './commit.ts'
import { undo } from './undo.ts'

const steps = { mapped: check, checking: check, committing: commit, undoing: undo } as const
type Turn = { batch_id: string; state: keyof typeof steps }

/** How often a step that failed for a passing reason (a deadlock) is begun anew. */
const tries = 3

const runStep = async (building: Building, region: number, turn: Turn, goOn: () => boolean) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await steps[turn.state](building, turn.batch_id, region, goOn)
    } catch (error) {
      if (attempt < tries && !(error instanceof Refused) && !isAway(error) && goOn()) continue
      throw error
    }
  }
}

const fail = (building: Building, region: number, turn: Turn, error: unknown) =>
  building.db.write({ region, by: system, operation: 'runRoster', request: turn.batch_id }, async (work) => {
    const says = error instanceof Refused ? error.message : '处理中断，已写入的部分保留；请重新检查，或联系管理员'
    await work.tx
      .updateTable('membership.roster_batch')
      .set({ state: 'failed', error: says, ended_at: work.at })
      .where('region', '=', region)
      .where('id', '=', turn.batch_id)
      .where('state', '=', turn.state === 'mapped' ? 'mapped' : turn.state)
      .execute()
    work.ledger.audit({ subject: turn.batch_id, action: 'rosterFailed' })
  })

/**
 * Takes one batch that waits for work, if any. The row of its turn stays locked on a connection of its own while the
 * chunks are written on others: a second process passes it by, and a process that dies lets go with its connection.
 */
const takeTurn = (building: Building, goOn: () => boolean) => {
  const { region } = building.setup
  return building.db.read({ region, by: system }, async (look) => {
    const { rows } = await sql<Turn>`
      select b.id as batch_id, b.state from membership.roster_batch b join membership.roster_turn t on t.region = b.region and t.batch_id = b.id
       where b.region = ${region} and b.state in ('mapped', 'checking', 'committing', 'undoing') order by b.created_at limit 1 for update of t skip locked`.execute(
      look.raw,
    )
    const turn = rows[0]
    if (!turn) return false
    // A connection that says nothing for a minute is cut off.
    const awake = setInterval(() => void sql`select 1`.execute(look.raw).catch(() => {}), 15_000)
    try {
      await runStep(building, region, turn, goOn)
    } catch (error) {
      logger().error({ err: error }, 'roster step failed')
      // The batch stands at its last checkpoint; whoever finds the database again goes on from there.
      if (isAway(error)) throw error
      await fail(building, region, turn, error)
    } finally {
      clearInterval(awake)
    }
    return true
  })
}

/**
 * Works on rosters for as long as the server runs: those a stopped or killed server left behind, and every new one.
 * `stop` lets the chunk in hand finish and keeps its checkpoint.
 */
export const resumeBatches = (building: Building, { everyMs = 300 } = {}) => {
  const stopped = new AbortController()
  const goOn = () => !stopped.signal.aborted
  const running = (async () => {
    while (goOn()) {
      // The database may be away for a moment; the next look finds the batch where it was.
      const worked = await takeTurn(building, goOn).catch(() => false)
      if (!worked) await pause(everyMs, undefined, { signal: stopped.signal }).catch(() => {})
    }
  })()
  return {
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}
