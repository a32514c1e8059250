import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Program } from './kill.ts'

const region = 110118

/** Workers who all want the same few seats, and know what they were promised. */
export const aRush = async (program: Program) => {
  const owner = await program.owner()
  const { rows: people } = await owner.query<{ id: string }>(
    `select p.id from people.person p join membership.membership m on m.person_id = p.id and m.status = 'active' order by p.id limit 40`,
  )
  const workers = people.map((p) => ({ ...p, token: `${region}.${randomBytes(32).toString('base64url')}` }))
  for (const w of workers) {
    await owner.query(
      `insert into accounts.account (region, id, person_id, created_at, changed_at) values (${region}, gen_random_uuid(), $1, now(), now()) on conflict do nothing`,
      [w.id],
    )
    await owner.query(
      `insert into accounts.session (region, token_hash, id, account_id, kind, created_at, seen_at, expires_at) select ${region}, $1, gen_random_uuid(), a.id, 'browser', now(), now(), now() + interval '1 day' from accounts.account a where a.person_id = $2`,
      [createHash('sha256').update(w.token).digest(), w.id],
    )
  }
  await owner.end()
  const pools: string[] = []
  const promised = new Map<string, { pool: string; state: string }>()
  const refusals: string[] = []

  /** A new activity of a few seats, open now. */
  const open = async (seats: number, standby: number) => {
    const db = await program.owner()
    const [activity, pool] = [randomUUID(), randomUUID()]
    await db.query(
      `insert into activities.activity (region, id, kind, revision, title, org_id, state, created_at, published_at, changed_at) select ${region}, $1, 'lecture', (select max(revision) from activities.kind where region = ${region} and code = 'lecture'), '讲座', id, 'published', now(), now(), now() from organisations.org where parent_id is null and kind = 'district_federation'`,
      [activity],
    )
    await db.query(
      `insert into activities.pool (region, id, activity_id, seats, standby_seats, opens_at, closes_at, cancel_until, rule) values (${region}, $1, $2, $3, $4, now() - interval '1 day', now() + interval '1 day', now() + interval '1 day', 'first')`,
      [pool, activity, seats, standby],
    )
    await db.query(
      `insert into activities.session (region, id, activity_id, pool_id, number, starts_at, ends_at, place, secret) values (${region}, gen_random_uuid(), $1, $2, 1, now() + interval '1 day', now() + interval '25 hours', '站点', '\\x00')`,
      [activity, pool],
    )
    await db.end()
    pools.push(pool)
    return pool
  }

  const post = (token: string, url: string, body: object) =>
    fetch(program.url + url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  /** Everybody signs up; every third of those who have a seat gives it back at once; whoever hears nothing asks again with the same number. */
  const all = (pool: string, goOn: () => boolean) =>
    Promise.all(
      workers.map(async ({ token }, n) => {
        await pause(Math.random() * 60)
        const id = randomUUID()
        while (goOn()) {
          const answer = await post(token, `/api/seat-pools/${pool}/sign-ups`, { id }).catch(() => undefined)
          if (!answer) {
            await pause(20)
            continue
          }
          const text = await answer.text()
          if (answer.status === 200) {
            const { state } = JSON.parse(text) as { state: string }
            promised.set(id, { pool, state })
            if (state !== 'confirmed' || n % 3 !== 0) return
            const back = await post(token, `/api/my-sign-ups/${id}/cancel`, {}).catch(() => undefined)
            if (back?.ok) promised.set(id, { pool, state: 'cancelled' })
            else promised.set(id, { pool, state: 'either' })
            return
          }
          if (answer.status === 409) return
          refusals.push(`${answer.status} ${text.slice(0, 600)}`)
          await pause(30)
        }
      }),
    )

  /** What the register says of everything that was promised, and of the seats. */
  const faults = async () => {
    const db = await program.owner()
    const { rows } = await db.query<{ id: string; state: string }>('select id, state from activities.sign_up where pool_id = any($1::uuid[])', [
      pools,
    ])
    const { rows: over } = await db.query(
      `select p.id, p.seats, p.taken, p.standby, coalesce(sum(u.seats) filter (where u.state = 'confirmed'), 0)::int as confirmed, coalesce(sum(u.seats) filter (where u.state = 'standby'), 0)::int as waiting
         from activities.pool p left join activities.sign_up u on u.pool_id = p.id where p.id = any($1::uuid[]) group by 1, 2, 3, 4
        having p.taken > p.seats or p.taken <> coalesce(sum(u.seats) filter (where u.state = 'confirmed'), 0) or p.standby <> coalesce(sum(u.seats) filter (where u.state = 'standby'), 0)
            or (p.standby > 0 and p.taken < p.seats)`,
      [pools],
    )
    const { rows: half } = await db.query(
      `select u.id from activities.sign_up u where u.pool_id = any($1::uuid[])
          and (not exists (select 1 from ledger.act a where a.subject_id = u.id and a.kind = 'activity.signed-up') or not exists (select 1 from ledger.audit l where l.subject_id = u.id)
               or (select sum(f.amount) from ledger.fact f join ledger.act a on a.id = f.act_id where a.subject_id = u.id and f.fact = 'activity-sign-ups') <> case when u.state = 'cancelled' then 0 else 1 end)`,
      [pools],
    )
    await db.end()
    const there = new Map(rows.map((r) => [r.id, r.state]))
    // Standby may have moved up since; a seat that was promised may not be gone unless it was given back.
    const fits = (said: string, is: string | undefined) =>
      said === 'either' ? is !== undefined : said === 'standby' ? is === 'standby' || is === 'confirmed' : said === is
    const lost = [...promised]
      .filter(([id, { state }]) => !fits(state, there.get(id)))
      .map(([id, { state }]) => `${id} was ${state}, is ${there.get(id)}`)
    return { lost, over, half }
  }
  return { open, all, faults, promised, refusals }
}
