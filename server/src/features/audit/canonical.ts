import { sql } from 'kysely'

/**
 * The lines between two moments as one digest, computed where the lines lie: sha256(previous ‖ lines by id). jsonb has
 * one spelling for each value; the instant goes in as microseconds, for its spelling depends on the session.
 */
export const digestBetween = (region: unknown, after: unknown, until: unknown, previous: unknown) => sql<{ lines: number; digest: Buffer }>`
  select count(*)::int as lines, sha256(${previous}::bytea || convert_to(coalesce(string_agg(jsonb_build_array(
           a.region, a.id, (extract(epoch from a.at) * 1000000)::bigint, a.actor_id, a.actor, a.action, a.subject_id, a.person_id, a.purpose, a.request, a.detail
         )::text, E'\\n' order by a.id), ''), 'UTF8')) as digest
    from ledger.audit a where a.region = ${region} and a.at > ${after} and a.at <= ${until}`

/** What the first seal stands on. */
export const ground = Buffer.alloc(32)
