import { z } from 'zod'
import { route } from '../kit/route.ts'
import { CivilDate, Id, Instant, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

export const AuditLine = z
  .object({
    id: Id,
    at: Instant,
    actor: z.string(),
    actorPerson: Named.nullable(),
    action: z.string(),
    actionName: z.object({ zh: z.string(), en: z.string() }),
    person: Named.nullable(),
    subject: Id.nullable(),
    purpose: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
    request: z.string().nullable(),
  })
  .meta({ id: 'AuditLine' })
export type AuditLine = z.infer<typeof AuditLine>

export const listAudit = route({
  id: 'listAudit',
  method: 'GET',
  url: '/api/audit/lines',
  door: 'audit.read',
  summary: t('审计记录', 'The audit trail'),
  query: z.object({
    person: Id.optional(),
    actor: Id.optional(),
    action: z.string().max(60).optional(),
    subject: Id.optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
    ...Page,
  }),
  reply: listOf(AuditLine),
})

/** What the walk along the chain found. `broken` names the first seal that no longer fits. */
export const AuditCheck = z
  .object({
    whole: z.boolean(),
    seals: z.int(),
    lines: z.int(),
    sealedUntil: Instant.nullable(),
    waiting: z.int(),
    /** Digest of the newest seal: write it down elsewhere, and nobody can cut the end off unseen. */
    head: z.string().nullable(),
    broken: z.object({ seal: z.int(), from: Instant.nullable(), until: Instant, says: z.string() }).nullable(),
  })
  .meta({ id: 'AuditCheck' })
export type AuditCheck = z.infer<typeof AuditCheck>
export const verifyAudit = route({
  id: 'verifyAudit',
  method: 'GET',
  url: '/api/audit/check',
  door: 'audit.read',
  perMinute: 10,
  summary: t('校验审计链', 'Verify the audit chain'),
  reply: AuditCheck,
})
