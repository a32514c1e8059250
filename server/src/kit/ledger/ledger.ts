import { labelOf } from '../actor.ts'
import type { CompiledQuery } from 'kysely'
import { insertionOf } from '../db/rows-in-bulk.ts'
import type { Call, Look, Tx } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import { oneEach } from '../one-each.ts'
import type { FactDefinition } from './fact.ts'
import { changeFacts, changesFacts, countFacts } from './project.ts'

/** One thing that happened. `data` holds everything figures may ask later: it is never looked up again. */
export type NewAct = {
  kind: string
  subject: string
  org?: string | null
  person?: string | null
  day?: string
  data?: Record<string, unknown>
  reverses?: string
  /** Who did it, where one transaction does what many have asked for. */
  as?: Asker
}

/** Somebody whose request is done together with others. */
export type Asker = { person: string | null; name: string; request?: string }

/** One line of the audit trail. `person` is the person whose data was seen or changed; `as` names who acts where the request itself cannot: at the door. */
export type NewAuditLine = {
  action?: string
  subject?: string | null
  person?: string | null
  purpose?: string
  as?: Asker
  detail?: Record<string, unknown>
}

export type NewJob = { task: string; payload: Record<string, unknown>; runAt?: Date; key?: string }

const actColumns = {
  id: 'uuid',
  kind: 'text',
  subject_id: 'uuid',
  org_id: 'uuid',
  person_id: 'uuid',
  actor_id: 'uuid',
  day: 'date',
  at: 'timestamptz',
  reverses: 'uuid',
  data: 'jsonb',
} as const

const jobColumns = { id: 'uuid', task: 'text', payload: 'jsonb', run_at: 'timestamptz', job_key: 'text' } as const

const auditColumns = {
  id: 'uuid',
  at: 'timestamptz',
  actor_id: 'uuid',
  actor: 'text',
  action: 'text',
  subject_id: 'uuid',
  person_id: 'uuid',
  purpose: 'text',
  request: 'text',
  detail: 'jsonb',
} as const

/** Collects what a command did and writes it in few statements just before the commit. */
export const openLedger = (tx: Tx, call: Call, look: Look, facts: readonly FactDefinition[]) => {
  const acts: (NewAct & { id: string })[] = []
  const lines: NewAuditLine[] = []
  const jobs: NewJob[] = []
  const detailOf = oneEach<{ act: string }>()

  const actRows = () =>
    acts.map((a) => ({
      id: a.id,
      kind: a.kind,
      subject_id: a.subject,
      org_id: a.org ?? null,
      person_id: a.person ?? null,
      actor_id: a.as ? a.as.person : look.by.personId,
      day: a.day ?? look.today,
      at: look.at,
      reverses: a.reverses ?? null,
      data: a.data ?? {},
    }))

  const auditRows = () =>
    lines.map((l) => ({
      id: newId(),
      at: look.at,
      actor_id: l.as ? l.as.person : look.by.personId,
      actor: l.as?.name ?? labelOf(look.by),
      action: l.action ?? call.operation,
      subject_id: l.subject ?? null,
      person_id: l.person ?? null,
      purpose: l.purpose ?? null,
      request: l.as?.request ?? call.request,
      detail: l.detail ?? null,
    }))

  const jobRows = () => jobs.map((j) => ({ id: newId(), task: j.task, payload: j.payload, run_at: j.runAt ?? look.at, job_key: j.key ?? null }))

  return {
    /** Records an act and, unless told otherwise, an audit line of the same subject. Returns the act's id. */
    act: (a: NewAct, audited: boolean = true) => {
      const id = newId()
      acts.push({ ...a, id })
      if (audited)
        lines.push({ subject: a.subject, person: a.person ?? null, detail: detailOf(a.kind, () => ({ act: a.kind })), ...(a.as ? { as: a.as } : {}) })
      return id
    },
    audit: (line: NewAuditLine) => void lines.push(line),
    job: (job: NewJob) => void jobs.push(job),
    /**
     * Does what must be waited for and answers the rest, ready to be sent with the end of the transaction. Ready, for what
     * failed only when it was to be sent would be left out while everything before it is kept.
     */
    close: async (): Promise<readonly CompiledQuery[]> => {
      const rows = actRows()
      const acts = insertionOf(tx, look.region, 'ledger.act', actColumns, rows)
      const first = acts !== undefined && changesFacts(rows)
      if (first) await tx.executeQuery(acts)
      const changed = first ? await changeFacts(tx, look.region, facts, rows) : []
      const last = [
        first ? undefined : acts,
        ...countFacts(tx, look.region, facts, rows, changed),
        insertionOf(tx, look.region, 'ledger.audit', auditColumns, auditRows()),
        insertionOf(tx, look.region, 'ledger.outbox', jobColumns, jobRows()),
      ]
      return last.filter((statement) => statement !== undefined)
    },
  }
}
export type Ledger = ReturnType<typeof openLedger>
