import type { Sight } from '@gongyou/contract/people/routes.ts'
import { routes } from '@gongyou/contract/routes.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import type { Look } from '../../kit/db/database.ts'

const others: Readonly<Record<string, Text>> = {
  'signIn.failed': { zh: '登录时输错密码', en: 'Wrong password at sign-in' },
  loadExample: { zh: '建立示范资料', en: 'Example data made' },
}
/** What an audited operation is called: the summary of its route. */
const wordsFor = (action: string): Text => {
  const known = Object.hasOwn(routes, action) ? routes[action as keyof typeof routes].summary : others[action]
  return known ? { zh: known.zh, en: known.en } : { zh: action, en: action }
}

type Wanted = { by: 'others' | 'all'; after?: string | undefined; limit: number }

/** The audit lines about a person, newest first, with what is said of the officer: name and post. */
export const sightsOf = async (look: Look, personId: string, wanted: Wanted): Promise<{ rows: Sight[]; next: string | null }> => {
  const [at, id] = wanted.after?.split('|') ?? []
  const rows = await look.db
    .selectFrom('ledger.audit')
    .select(['id', 'at', 'actor', 'actor_id', 'action', 'purpose'])
    .where('region', '=', look.region)
    .where('person_id', '=', personId)
    // Lines without an actor were written before the person was signed in, by the person or by the machine.
    .$if(wanted.by === 'others', (q) => q.where('actor_id', 'is not', null).where('actor_id', '!=', personId))
    .$if(Boolean(at && id), (q) => q.where((e) => e(e.refTuple('at', 'id'), '<', e.tuple(new Date(at!), id!))))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: page.map((r) => ({
      id: r.id,
      at: r.at.toISOString(),
      who: r.actor,
      self: r.actor_id === personId,
      what: wordsFor(r.action),
      purpose: r.purpose,
    })),
    next: rows.length > page.length && last ? `${last.at.toISOString()}|${last.id}` : null,
  }
}
