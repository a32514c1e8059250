import { addDays, daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import { posts } from '@gongyou/contract/organisations/posts.ts'
import { usualRemindDays } from '@gongyou/contract/registers/register.ts'
import { sql } from 'kysely'
import { system } from '../../kit/actor.ts'
import type { Work } from '../../kit/db/database.ts'
import { newId } from '../../kit/ids.ts'
import type { Scheduled, Tasks } from '../../kit/jobs/tasks.ts'
import { tell } from '../notices/index.ts'
import { allRegisters } from './definitions.ts'

type Ending = { id: string; title: string; org_id: string; valid_to: string; reminded: number | null; days: number }

const keepers = Object.entries(posts)
  .filter(([, p]) => (p.rights as readonly string[]).includes('registers.edit'))
  .map(([code]) => code)

/** Who keeps the registers of an organisation: the holders of its own posts, or of the nearest organisation above that has any. */
const keepersOf = async (work: Work, orgs: readonly string[]) => {
  const { rows } = await sql<{ org: string; person: string; depth: number }>`
    select o.id as org, p.person_id as person, nlevel(above.path) as depth
      from organisations.org o
      join organisations.org above on above.region = o.region and above.path @> o.path
      join organisations.post p on p.region = above.region and p.org_id = above.id and p.during @> ${work.today}::date and p.post = any(${keepers}::text[])
     where o.region = ${work.region} and o.id = any(${orgs as string[]}::uuid[])`.execute(work.tx)
  const nearest = new Map<string, number>()
  for (const r of rows) nearest.set(r.org, Math.max(nearest.get(r.org) ?? 0, r.depth))
  const byOrg = new Map<string, Set<string>>()
  for (const r of rows) if (r.depth === nearest.get(r.org)) byOrg.set(r.org, (byOrg.get(r.org) ?? new Set()).add(r.person))
  return byOrg
}

const digestOf = (register: { code: string; title: { zh: string; en: string } }, found: readonly Ending[]) => {
  const names = found
    .slice(0, 3)
    .map((f) => `${f.title}（${f.valid_to}）`)
    .join('、')
  return {
    kind: 'register-ending',
    title: {
      zh: `${register.title.zh}：${found.length} 条将到期`,
      en: `${register.title.en || register.title.zh}: ${found.length} ending soon`,
    },
    body: {
      zh: `${names}${found.length > 3 ? ` 等 ${found.length} 条` : ''}，请安排续期或终止。`,
      en: `${found
        .slice(0, 3)
        .map((f) => `${f.title} (${f.valid_to})`)
        .join(', ')}: please renew or end them.`,
    },
    link: `/console/registers/${register.code}?state=ending`,
  }
}

/** Tells whoever keeps an entry that it ends, once for each of the register's reminders, one message for all. Returns how many entries. */
export const remindEndings = async (work: Work) => {
  let told = 0
  for (const { register, retired } of await allRegisters(work)) {
    const steps = [...(register.remindDays ?? usualRemindDays)].sort((a, b) => a - b)
    const furthest = steps.at(-1)
    if (retired || furthest === undefined) continue
    const rows = await work.tx
      .selectFrom('registers.entry')
      .select(['id', 'title', 'org_id', 'valid_to', 'reminded'])
      .where('region', '=', work.region)
      .where('register', '=', register.code)
      .where('ended_on', 'is', null)
      .where('valid_to', '>=', work.today)
      .where('valid_to', '<=', addDays(work.today, furthest))
      .orderBy('valid_to')
      .execute()
    const due = rows.flatMap((r) => {
      const left = daysBetween(work.today, r.valid_to!)
      const step = steps.find((d) => left <= d)!
      return r.reminded !== null && r.reminded <= step ? [] : [{ ...r, valid_to: r.valid_to!, days: step }]
    })
    if (due.length === 0) continue
    const holders = await keepersOf(work, [...new Set(due.map((d) => d.org_id))])
    const byPerson = new Map<string, Ending[]>()
    for (const d of due) for (const person of holders.get(d.org_id) ?? []) byPerson.set(person, [...(byPerson.get(person) ?? []), d])
    for (const [person, found] of byPerson) await tell(work, person, digestOf(register, found))
    await sql`update registers.entry e set reminded = r.days from json_to_recordset(${JSON.stringify(due.map(({ id, days }) => ({ id, days })))}::json) as r(id uuid, days int)
      where e.region = ${work.region} and e.id = r.id`.execute(work.tx)
    told += due.length
  }
  return told
}

export const registersTasks: Tasks = {
  remindEndings: async (_, { db, setup }) =>
    void (await db.write({ region: setup.region, by: system, operation: 'remindEndings', request: newId() }, remindEndings)),
}
/** Every morning at a quarter to nine. */
export const registersSchedule: readonly Scheduled[] = [{ task: 'remindEndings', cron: '45 0 * * *' }]
