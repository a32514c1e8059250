import { headPosts } from '@gongyou/contract/clocks/heads.ts'
import type { Right } from '@gongyou/contract/kit/right.ts'
import { postCodes, rightsOfPost } from '@gongyou/contract/organisations/posts.ts'
import { sql } from 'kysely'
import type { Look } from '../../kit/db/database.ts'
import type { ClockRow } from './row.ts'

/** Given by whoever owns a kind of record: who has it in hand now, and who hears that it is overdue. Empty: by the clock's own words. */
export type SubjectPeople = Readonly<
  Record<string, (look: Look, subjectId: string, which: 'owners' | 'heads', duty: string) => Promise<readonly string[]>>
>

type Holder = { person: string; depth: number }

/** Who holds one of these posts today, or was lent this right of one, at or above an organisation; with how deep in the tree. */
const holdersUpwards = async (look: Look, organisationId: string, posts: readonly string[], right: Right | null) => {
  const { rows } = await sql<Holder>`
    select p.person_id as person, nlevel(o.path) as depth
      from organisations.org t
      join organisations.org o on o.region = t.region and o.path @> t.path and o.dissolved_on is null
      join organisations.post p on p.region = o.region and p.org_id = o.id and p.post = any(${posts as string[]}) and p.during @> ${look.today}::date
     where t.region = ${look.region} and t.id = ${organisationId}
    union
    select d.to_person_id, nlevel(o.path)
      from organisations.org t
      join organisations.org o on o.region = t.region and o.path @> t.path and o.dissolved_on is null
      join organisations.post p on p.region = o.region and p.org_id = o.id and p.post = any(${posts as string[]}) and p.during @> ${look.today}::date
      join accounts.delegation d on d.region = p.region and d.post_id = p.id and d.ended_at is null and d.from_at <= ${look.at} and d.until_at > ${look.at}
       and ${right} = any(d.rights)
     where t.region = ${look.region} and t.id = ${organisationId}`.execute(look.raw)
  return rows
}

/** The deepest of them, without some; empty when nobody is left. */
const nearest = (holders: readonly Holder[], without: ReadonlySet<string>) => {
  const others = holders.filter((h) => !without.has(h.person))
  const depth = Math.max(0, ...others.map((h) => h.depth))
  return [...new Set(others.filter((h) => h.depth === depth).map((h) => h.person))]
}

const postsWith = (right: Right) => postCodes.filter((code) => rightsOfPost(code).includes(right))

const personOf = async (look: Look, accountId: string) => {
  const account = await look.db
    .selectFrom('accounts.account')
    .select('person_id')
    .where('region', '=', look.region)
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return account ? [account.person_id] : []
}

/** Finds whom to tell, and remembers the answers for one round: many clocks belong to few offices. */
export const openAddressBook = (look: Look, people: SubjectPeople = {}) => {
  const known = new Map<string, Promise<Holder[]>>()
  const upwards = (organisation: string, posts: readonly string[], right: Right | null) => {
    const key = `${organisation} ${right ?? posts.join()}`
    const found = known.get(key) ?? holdersUpwards(look, organisation, posts, right)
    known.set(key, found)
    return found
  }
  const nobody: ReadonlySet<string> = new Set()
  const withRight = async (row: ClockRow, right: string, without = nobody) =>
    nearest(await upwards(row.organisation_id, postsWith(right as Right), right as Right), without)
  const heads = async (row: ClockRow, without = nobody) => nearest(await upwards(row.organisation_id, headPosts, null), without)

  /** The owner's account, else everybody who has the right nearest to the organisation, else its head. */
  const ownersOf = async (row: ClockRow) => {
    const inHand = await people[row.subject_kind]?.(look, row.subject_id, 'owners', row.duty)
    if (inHand && inHand.length > 0) return [...inHand]
    const own = row.owner_account_id ? await personOf(look, row.owner_account_id) : []
    if (own.length > 0) return own
    const entitled = row.owner_right ? await withRight(row, row.owner_right) : []
    return entitled.length > 0 ? entitled : heads(row)
  }
  /** Who answers for the owners: named with the clock, or the nearest head who is not an owner himself. */
  const headsOf = async (row: ClockRow, owners: readonly string[]) => {
    const own = new Set(owners)
    const above = (await people[row.subject_kind]?.(look, row.subject_id, 'heads', row.duty))?.filter((p) => !own.has(p))
    if (above && above.length > 0) return above
    const named = row.head_account_id ? await personOf(look, row.head_account_id) : []
    if (named.length > 0) return named.filter((p) => !own.has(p))
    const entitled = row.head_right ? await withRight(row, row.head_right, own) : []
    return entitled.length > 0 ? entitled : heads(row, own)
  }
  return { ownersOf, headsOf }
}
