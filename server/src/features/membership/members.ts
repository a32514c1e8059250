import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import type { Member } from '@gongyou/contract/membership/routes.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import { beneath, clause, narrow, reachOf } from '../organisations/index.ts'
import { fitting } from './search.ts'

/** Filters of the member list; see `MemberFilter` in the contract. */
export type MemberFilter = Partial<Record<'q' | 'org' | 'status' | 'occupation' | 'channel' | 'from' | 'to', string | undefined>> & {
  town?: number | undefined
  floating?: boolean | undefined
}

/** The one predicate of members: the list, its count, its export and the figure beside it all pass through here. */
export const membersWithin = async (look: Look, f: MemberFilter) => {
  const reach = narrow(await reachOf(look, 'membership.read'), await beneath(look, f.org))
  const fits = f.q ? await fitting(look, f.q, reach === 'all' ? 'all' : 'part') : undefined
  return look.db
    .selectFrom('membership.membership as m')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'm.region').onRef('p.id', '=', 'm.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'm.region').onRef('o.id', '=', 'm.org_id'))
    .where('m.region', '=', look.region)
    .where(clause(reach, 'm.org_id'))
    .$if(Boolean(f.q), (q) => q.where(fits!))
    .$if(f.town !== undefined, (q) => q.where('o.town', '=', f.town!))
    .$if(Boolean(f.status), (q) => q.where('m.status', '=', f.status!))
    .$if(Boolean(f.occupation), (q) => q.where('m.occupation', '=', f.occupation!))
    .$if(Boolean(f.channel), (q) => q.where('m.channel', '=', f.channel!))
    .$if(Boolean(f.from), (q) => q.where('m.joined_on', '>=', f.from!))
    .$if(Boolean(f.to), (q) => q.where('m.joined_on', '<=', f.to!))
    .$if(f.floating !== undefined, (q) => q.where('m.floating', '=', f.floating!))
}

export const membersOf = async (
  look: Look,
  f: MemberFilter & { sort: 'joined' | 'name'; after?: string | undefined; limit: number },
): Promise<{ rows: Member[]; next: string | null }> => {
  const [key, id] = f.after?.split('|') ?? []
  const named = f.sort === 'name'
  const rows = await (
    await membersWithin(look, f)
  )
    .select([
      'm.person_id',
      'p.name',
      'm.org_id',
      'o.name as org_name',
      'm.status',
      'm.occupation',
      'm.channel',
      'm.joined_on',
      'm.card_number',
      'm.floating',
      'p.sex',
      'p.mobile',
      'p.id_last4',
    ])
    .$if(named, (q) => q.orderBy(sql`p.name collate "zh-x-icu"`).orderBy('p.id'))
    .$if(!named, (q) => q.orderBy('m.joined_on', (o) => o.desc().nullsLast()).orderBy('m.person_id'))
    .$if(named && Boolean(id), (q) => q.where(sql<boolean>`(p.name collate "zh-x-icu", p.id) > (${key}, ${id}::uuid)`))
    .$if(!named && Boolean(id), (q) =>
      q.where(sql<boolean>`(m.joined_on < ${key}::date or (m.joined_on = ${key}::date and m.person_id > ${id}::uuid))`),
    )
    .limit(f.limit + 1)
    .execute()
  const page = rows.slice(0, f.limit)
  const last = page.at(-1)
  return {
    rows: page.map((r) => ({
      person: { id: r.person_id, name: r.name },
      org: { id: r.org_id, name: r.org_name },
      status: r.status,
      occupation: r.occupation,
      channel: r.channel,
      joinedOn: r.joined_on,
      cardNumber: r.card_number,
      floating: r.floating,
      sex: r.sex,
      mobile: r.mobile ? maskPhone(r.mobile) : null,
      idLast4: r.id_last4,
    })),
    next: rows.length > page.length && last ? `${named ? last.name : last.joined_on}|${last.person_id}` : null,
  }
}

/** Counts up to 10,000 and then says "more": an exact number that large belongs to a figure, where it is kept ready. */
export const countOf = async (look: Look, f: MemberFilter, cap = 10_000) => {
  const inner = (await membersWithin(look, f)).select('m.person_id').limit(cap + 1)
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${inner}) x`.execute(look.raw)
  const n = rows[0]?.n ?? 0
  return { count: Math.min(n, cap), capped: n > cap }
}
