import { randomUUID } from 'node:crypto'
import type { Routes } from '@gongyou/contract/routes.ts'
import type { CallOf } from '@gongyou/contract/kit/route.ts'
import { openSession } from '../features/accounts/sessions.ts'
import { workerAccount } from '../features/accounts/workers.ts'
import { system } from '../kit/actor.ts'
import { moveClock } from '../kit/clock.ts'
import { type Union, region } from './union.ts'

export type Speaker = ReturnType<Union['visitor']>
type Plan = CallOf<Routes['createActivity']>['body']

export const hour = 3_600_000
export const inHours = (n: number) => new Date(Date.now() + n * hour).toISOString()

/** Activities to test against: a station that plans them, workers who sign up, a clock that moves. */
export const anActivityDesk = async (union: Union) => {
  const [gulou, guoyuan, zhuren, chair] = await Promise.all(['gulou', 'guoyuan', 'zhuren', 'gulouzhuxi'].map((l) => union.as(l)))
  const orgNamed = async (name: string) =>
    (await union.owner.query<{ id: string }>('select id from organisations.org where name = $1', [name])).rows[0]!.id
  const town = await orgNamed('鼓楼街道总工会')

  /** Sessions of workers, opened as the door does, without a code for each. */
  const workers = async (many: number, of = town) => {
    const { rows } = await union.owner.query<{ id: string; name: string; mobile: string; last4: string }>(
      `select p.id, p.name, p.mobile, p.id_last4 as last4 from people.person p join membership.membership m on m.person_id = p.id and m.status = 'active' join organisations.org o on o.id = m.org_id
        where o.path <@ (select path from organisations.org where id = $2) order by p.id limit $1`,
      [many, of],
    )
    const made = []
    for (const r of rows) {
      const token = await union.db.write({ region, by: system, operation: 'test', request: randomUUID() }, async (work) => {
        const account = await workerAccount(work, r.id)
        return (await openSession(work, { ...account, staff: false }, 'test')).token
      })
      const speaker = union.visitor()
      const headers = { authorization: `Bearer ${token}` }
      const send: Speaker['send'] = (options) => speaker.send({ ...options, headers: { ...headers, ...options.headers } })
      made.push({ ...r, send, token, ...bound(send) })
    }
    return made
  }
  const bound = (send: Speaker['send']) => ({
    signUp: async (pool: string, more: { id?: string; answers?: object; party?: string[] } = {}) => {
      const answer = await send({ method: 'POST', url: `/api/seat-pools/${pool}/sign-ups`, payload: { id: randomUUID(), ...more } })
      const said = answer.json<{ id: string; state: string; place: number | null; code: string; detail: string }>()
      return { status: answer.statusCode, ...said }
    },
    cancel: async (id: string) => (await send({ method: 'POST', url: `/api/my-sign-ups/${id}/cancel`, payload: {} })).statusCode,
    mine: async () => (await send({ method: 'GET', url: '/api/my-sign-ups' })).json<{ rows: MyRow[] }>().rows,
    post: async (url: string, payload: object) => {
      const answer = await send({ method: 'POST', url, payload })
      return { status: answer.statusCode, said: answer.json<Record<string, unknown>>() }
    },
  })
  type MyRow = { id: string; state: string; place: number | null; sessions: { id: string; attendedAt: string | null; mayRate: boolean }[] }

  const plan = (more: Partial<Plan> = {}): Plan => ({
    kind: 'lecture',
    orgId: town,
    title: '冬季健康讲座',
    answers: { lecturer: '孟医生', subject: 'health' },
    sessions: [{ startsAt: inHours(48), endsAt: inHours(50), place: '鼓楼街道工会服务站' }],
    ...more,
  })
  const planned = (more: Partial<Plan> = {}, who = gulou!) => who.ask('createActivity', { body: plan(more) })
  const published = async (more: Partial<Plan> = {}) => {
    const a = await planned(more)
    return gulou!.ask('publishActivity', { params: { id: a.id }, body: { version: a.version } })
  }
  const seen = (id: string, who = gulou!) => who.ask('getActivity', { params: { id } })
  /** Does something as if it were so many hours from now. */
  const at = async <T>(hours: number, fn: () => Promise<T>) => {
    const back = moveClock(hours * hour)
    try {
      return await fn()
    } finally {
      back()
    }
  }
  const poolRow = async (id: string) =>
    (
      await union.owner.query<{ taken: number; standby: number; seats: number }>('select taken, standby, seats from activities.pool where id = $1', [
        id,
      ])
    ).rows[0]!
  const factOf = async (fact: string) =>
    Number((await union.owner.query<{ n: string }>('select coalesce(sum(amount), 0) as n from ledger.fact where fact = $1', [fact])).rows[0]!.n)
  return {
    gulou: gulou!,
    guoyuan: guoyuan!,
    zhuren: zhuren!,
    chair: chair!,
    town,
    orgNamed,
    workers,
    plan,
    planned,
    published,
    seen,
    at,
    poolRow,
    factOf,
  }
}
