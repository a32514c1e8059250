import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Building } from '../http/building.ts'

/** What a task may use: the building, and the owner's hand for what the application role may not do (sealing). */
export type Workshop = Building & { owner: Kysely<Tables> }

/** Does one job. It may be done twice (a process was killed in the middle), so doing it again must change nothing. */
export type Task = (payload: Record<string, unknown>, workshop: Workshop) => Promise<void>
export type Tasks = Readonly<Record<string, Task>>

/** A task that runs by the clock: crontab syntax, Asia/Shanghai is UTC+8 and cron is UTC. */
export type Scheduled = { task: string; cron: string }
