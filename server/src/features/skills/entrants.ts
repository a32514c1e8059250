import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import { refuse } from '../../kit/refuse.ts'
import { beneath, clause, reachOf } from '../organisations/index.ts'
import { lockTrade, tradeOf, tradeRow } from './access.ts'
import { stateOf, wholeTrade } from './moments.ts'

export type NewEntrant = { name: string; person?: string | undefined; members?: readonly string[]; consents?: boolean }

/** Members of the unit by exact name: what a pasted name is looked up in. */
export const membersNamed = async (look: Look, unit: string, names: readonly string[]) =>
  look.db
    .selectFrom('membership.membership as m')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'm.region').onRef('p.id', '=', 'm.person_id'))
    .where('m.region', '=', look.region)
    .where(clause((await beneath(look, unit)) ?? [], 'm.org_id'))
    .where('p.name', 'in', [...names])
    .where('p.merged_into', 'is', null)
    .select(['p.id', 'p.name', 'p.mobile', 'p.id_last4'])
    .orderBy('p.id')
    .limit(2000)
    .execute()

/** A unit the caller may enter people for. */
export const unitWithin = async (look: Look, unit: string) => {
  const found = await look.db
    .selectFrom('organisations.org')
    .select(['id', 'town', 'name'])
    .where('region', '=', look.region)
    .where('id', '=', unit)
    .where('dissolved_on', 'is', null)
    .where(clause(await reachOf(look, 'skills.enter'), 'id'))
    .executeTakeFirst()
  if (!found) throw refuse('record.not-found')
  return found
}

const onTheList = async (look: Look, trade: string) => {
  const rows = await look.db
    .selectFrom('skills.entrant')
    .select('person_id')
    .where('region', '=', look.region)
    .where('trade_id', '=', trade)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.flatMap((r) => r.person_id ?? []))
}

/**
 * What each name was found to be. A name with a person given is that person, if he belongs to the unit; a name of a team
 * is no person.
 */
export const lookUp = async (look: Look, tradeId: string, unit: string, people: readonly NewEntrant[]) => {
  await unitWithin(look, unit)
  const { trade } = await tradeOf(look, tradeId, 'skills.read')
  const known = trade.team
    ? []
    : await membersNamed(
        look,
        unit,
        people.map((p) => p.name),
      )
  const listed = await onTheList(look, tradeId)
  const seen = new Set<string>()
  return people.map((p) => {
    const all = known.filter((k) => k.name === p.name)
    const found = p.person ? all.filter((k) => k.id === p.person) : all
    const one = found.length === 1 ? found[0]! : undefined
    const key = one?.id ?? p.name
    const twice = seen.has(key)
    seen.add(key)
    const is = twice
      ? ('twice' as const)
      : one && listed.has(one.id)
        ? ('on-the-list' as const)
        : one
          ? ('known' as const)
          : found.length > 1
            ? ('several' as const)
            : ('unknown' as const)
    return {
      name: p.name,
      is,
      found: found.slice(0, 20).map((k) => ({ id: k.id, name: k.name, mobile: k.mobile ? maskPhone(k.mobile) : null, idLast4: k.id_last4 })),
    }
  })
}

/**
 * Puts entrants of one unit on the list of a trade and returns their ids: the way for lists of units today and for
 * sign-ups. The caller has judged that he may, and that the people belong to the unit. Fails on `entrant_person_unique`
 * where somebody is on the list already.
 */
export const addEntrants = async (work: Work, tradeId: string, unit: string, people: readonly NewEntrant[]): Promise<string[]> => {
  const { trade, contest } = await lockTrade(work, tradeId, 'skills.read')
  if (!contest.announced_at) throw refuse('skills.not-announced')
  const whole = await wholeTrade(work, trade)
  const state = stateOf(contest, whole, work.today)
  if (state !== 'entry' && state !== 'closed') throw refuse('skills.entries-closed')
  const reach = await reachOf(work, 'skills.run')
  // Latecomers are let in by whoever runs the contest, and by nobody else.
  if (state === 'closed' && reach !== 'all' && !reach.includes(contest.org_id)) throw refuse('skills.entries-closed')
  const { last } = await work.db
    .selectFrom('skills.entrant')
    .select((e) => e.fn.max('number').as('last'))
    .where('region', '=', work.region)
    .where('trade_id', '=', tradeId)
    .executeTakeFirstOrThrow()
  const rows = people.map((p, i) => ({
    region: work.region,
    id: newId(),
    trade_id: tradeId,
    number: (last ?? 0) + i + 1,
    name: p.name,
    unit_id: unit,
    person_id: p.person ?? null,
    members: JSON.stringify(p.members ?? []),
    consented_at: p.consents ? work.at : null,
    added_at: work.at,
  }))
  await work.tx.insertInto('skills.entrant').values(rows).execute()
  for (const r of rows)
    work.ledger.act({ kind: 'contest.entered', subject: r.id, org: unit, person: r.person_id, data: { trade: trade.name, contest: contest.id } })
  return rows.map((r) => r.id)
}

/** A list as a unit gives it: names it bears once are taken as its members; unclear ones must be settled first. */
export const enterEntrants = async (work: Work, tradeId: string, given: { unit: string; people: readonly NewEntrant[] }) => {
  const rows = await lookUp(work, tradeId, given.unit, given.people)
  const unclear = rows.flatMap((r, i) =>
    r.is === 'several' || r.is === 'on-the-list' || r.is === 'twice' ? [{ path: `people.${i}`, message: unclearWords[r.is](r.name) }] : [],
  )
  const strangers = rows.flatMap((r, i) =>
    given.people[i]!.person && r.is === 'unknown' ? [{ path: `people.${i}`, message: `${r.name}不在这个单位的会员名册里` }] : [],
  )
  if (unclear.length + strangers.length > 0) throw refuse('request.invalid', { fields: [...unclear, ...strangers] })
  const people = given.people.map((p, i) => ({ ...p, person: rows[i]!.is === 'known' ? rows[i]!.found[0]!.id : undefined }))
  return { added: (await addEntrants(work, tradeId, given.unit, people)).length, rows }
}
const unclearWords = {
  several: (name: string) => `${name}有同名会员，请点选是哪一位`,
  'on-the-list': (name: string) => `${name}已在参赛名单里`,
  twice: (name: string) => `${name}在名单里写了两次`,
}

export const withdrawEntrant = async (work: Work, id: string) => {
  const entrant = await work.db.selectFrom('skills.entrant').selectAll().where('region', '=', work.region).where('id', '=', id).executeTakeFirst()
  if (!entrant) throw refuse('record.not-found')
  await unitWithin(work, entrant.unit_id)
  const { trade } = await lockTrade(work, entrant.trade_id, 'skills.read')
  if ((await wholeTrade(work, trade)).rounds.some((r) => r.drawn_at)) throw refuse('skills.entries-closed', { says: '已经抽签，请在轮次里登记缺席' })
  await work.tx
    .updateTable('skills.entrant')
    .set({ withdrawn_at: work.at })
    .where('region', '=', work.region)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  work.ledger.act({ kind: 'contest.withdrawn', subject: id, org: entrant.unit_id, person: entrant.person_id })
}

/** Who competes. Units see their own people only; whoever runs the contest sees all. */
export const entrantsOf = async (look: Look, tradeId: string, page: { after?: string | undefined; limit: number }) => {
  const { trade, contest } = await tradeOf(look, tradeId, 'skills.read')
  const run = await reachOf(look, 'skills.run')
  const all = run === 'all' || run.includes(contest.org_id)
  const after = page.after === undefined ? 0 : /^\d{1,7}$/.test(page.after) ? Number(page.after) : undefined
  if (after === undefined) throw refuse('request.invalid')
  const rows = await look.db
    .selectFrom('skills.entrant as e')
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'e.region').onRef('o.id', '=', 'e.unit_id'))
    .where('e.region', '=', look.region)
    .where('e.trade_id', '=', tradeId)
    .where('e.withdrawn_at', 'is', null)
    .where('e.number', '>', after)
    .where(clause(all ? 'all' : await reachOf(look, 'skills.read'), 'e.unit_id'))
    .select(['e.id', 'e.number', 'e.name', 'e.unit_id', 'o.name as unit', 'e.person_id', 'e.members', 'e.consented_at'])
    .orderBy('e.number')
    .limit(page.limit + 1)
    .execute()
  const shown = rows.slice(0, page.limit)
  return {
    state: stateOf(contest, await wholeTrade(look, (await tradeRow(look, trade.id))!), look.today),
    rows: shown.map((r) => ({
      id: r.id,
      number: r.number,
      name: r.name,
      unit: { id: r.unit_id, name: r.unit },
      person: r.person_id,
      members: r.members as string[],
      consented: r.consented_at !== null,
    })),
    next: rows.length > shown.length ? String(shown.at(-1)!.number) : null,
  }
}
