import type { AuditCheck } from '@gongyou/contract/audit/routes.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { digestBetween, ground } from './canonical.ts'

const perQuery = 500

type Walked = { number: number; since: Date | null; until: Date; lines: number; previous: Buffer; stored: Buffer; found: number; digest: Buffer }

const walk = async (look: Look, after: number) => {
  const { rows } = await sql<Walked>`
    select s.number, s.since, s.until, s.lines, s.previous, s.digest as stored, l.lines as found, l.digest
      from (select *, (select p.until from ledger.audit_seal p where p.region = x.region and p.number = x.number - 1) as since
              from ledger.audit_seal x where x.region = ${look.region} and x.number > ${after} order by x.number limit ${perQuery}) s
      cross join lateral (${digestBetween(sql`s.region`, sql`coalesce(s.since, '-infinity'::timestamptz)`, sql`s.until`, sql`s.previous`)}) l
     order by s.number`.execute(look.raw)
  return rows
}

const faultOf = (s: Walked, number: number, previous: Buffer) => {
  if (s.number !== number) return '缺少一个封印 A seal is missing'
  if (!s.previous.equals(previous)) return '封印与上一个不相接 The seal does not follow from the one before'
  if (s.found < s.lines) return `少了 ${s.lines - s.found} 条记录 ${s.lines - s.found} lines were removed`
  if (s.found > s.lines) return `多了 ${s.found - s.lines} 条记录 ${s.found - s.lines} lines were inserted`
  if (!s.digest.equals(s.stored)) return '有记录被改动 A line was changed'
  return undefined
}

/** Walks the chain from its beginning and names the first seal that no longer fits. */
export const check = async (look: Look): Promise<AuditCheck> => {
  let [number, lines, head, until] = [0, 0, ground as Buffer, null as Date | null]
  let broken: AuditCheck['broken'] = null
  for (let rows = await walk(look, 0); rows.length > 0 && !broken; rows = await walk(look, number)) {
    for (const s of rows) {
      const says = faultOf(s, number + 1, head)
      if (says) {
        broken = { seal: s.number, from: s.since?.toISOString() ?? null, until: s.until.toISOString(), says }
        break
      }
      ;[number, lines, head, until] = [s.number, lines + s.lines, s.stored, s.until]
    }
  }
  const { n } = await look.db
    .selectFrom('ledger.audit')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('region', '=', look.region)
    .$if(until !== null, (q) => q.where('at', '>', until!))
    .executeTakeFirstOrThrow()
  return {
    whole: !broken,
    seals: number,
    lines,
    sealedUntil: until?.toISOString() ?? null,
    waiting: broken ? 0 : n,
    head: number > 0 ? head.toString('hex') : null,
    broken,
  }
}
