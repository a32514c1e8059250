import { type Actor, system } from '../kit/actor.ts'
import { now } from '../kit/clock.ts'
import { moveClock } from '../kit/clock.ts'
import type { Look, Work } from '../kit/db/database.ts'
import { newId } from '../kit/ids.ts'
import { type NewClock, type OwnLimit, startClock } from '../features/clocks/index.ts'
import { type Union, region } from './union.ts'

/** Commands of clocks as another feature calls them, in a union of a test. */
export const clocksIn = async (union: Union) => {
  const write = <T>(fn: (work: Work) => Promise<T>, by: Actor = system) => union.db.write({ region, by, operation: 'test', request: newId() }, fn)
  const read = <T>(fn: (look: Look) => Promise<T>) => union.db.read({ region, by: system }, fn)
  const orgOf = async (name: string) => (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string
  const accountOf = async (login: string) =>
    (await union.owner.query('select id from accounts.account where login = $1', [login])).rows[0].id as string
  const gulou = await orgOf('鼓楼街道总工会')
  const about = (more: Partial<Pick<NewClock, 'start' | 'printedDue' | 'owner' | 'head' | 'subject' | 'label' | 'organisation'>>) => ({
    subject: { kind: 'organisation', id: newId() },
    label: '办件 2026-0012',
    link: '/console/',
    organisation: gulou,
    owner: { right: 'membership.decide' } as const,
    ...more,
  })
  return {
    write,
    read,
    orgOf,
    accountOf,
    gulou,
    byRule: (rule: string, more: Parameters<typeof about>[0] = {}) => write((work) => startClock(work, { ...about(more), rule })),
    byLimit: (limit: Omit<OwnLimit, 'name'>, more: Parameters<typeof about>[0] = {}) =>
      write((work) => startClock(work, { ...about(more), duty: 'own', limit: { ...limit, name: { zh: '自定时限', en: 'Own limit' } } })),
    rowOf: async (id: string) => (await union.owner.query('select * from clocks.clock where id = $1', [id])).rows[0],
    messagesOf: async (id: string) =>
      (
        await union.owner.query(
          `select m.title ->> 'zh' as title, m.kind, a.login from notices.message m join accounts.account a on a.person_id = m.person_id where m.kind like 'clock%' and m.body ->> 'zh' like $1 order by m.created_at, m.kind, a.login`,
          [`%${id}%`],
        )
      ).rows as { title: string; kind: string; login: string }[],
  }
}

/** Moves the clock of the process to an instant; gives the way back. */
export const travelTo = (instant: string) => moveClock(new Date(instant).getTime() - now().getTime())
