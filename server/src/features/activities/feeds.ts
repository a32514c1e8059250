import { createHash, randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { calendarFeed } from '../../kit/calendar-feed.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'

type Event = {
  id: string
  activity_id: string
  title: string
  about: string
  starts_at: Date
  ends_at: Date
  place: string
  address: string
  lon: number | null
  lat: number | null
  off: boolean
  version: number
  org: string
}

/** Sessions of the last month and all that come. */
const events = (look: Look, where: RawBuilder<unknown>) =>
  sql<Event>`
    select s.id, s.activity_id, a.title, a.about, s.starts_at, s.ends_at, s.place, s.address, s.lon, s.lat, s.version, o.name as org,
           (s.cancelled_at is not null or a.state = 'cancelled') as off
      from activities.session s join activities.activity a on a.region = s.region and a.id = s.activity_id join organisations.org o on o.region = a.region and o.id = a.org_id
     where s.region = ${look.region} and s.ends_at > ${look.at}::timestamptz - interval '31 days' and a.published_at is not null and not a.template and ${where}
     order by s.starts_at limit 1000`.execute(look.raw)

const calendarOf = (name: string, publicUrl: string, rows: readonly Event[]) =>
  calendarFeed(
    { name, product: 'activities' },
    rows.map((e) => ({
      id: `${e.id}@gongyou`,
      version: e.version,
      from: e.starts_at,
      to: e.ends_at,
      title: e.off ? `（已取消）${e.title}` : e.title,
      about: [e.org, e.about.slice(0, 500)].filter(Boolean).join('\n'),
      place: [e.place, e.address].filter(Boolean).join(' '),
      point: e.lon !== null && e.lat !== null ? [e.lon, e.lat] : undefined,
      url: `${publicUrl}/m/activities/${e.activity_id}`,
      cancelled: e.off,
    })),
  )

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** A new secret address of a person's calendar; the one before ends, so that a leaked one can be ended. */
export const makeFeed = async (work: Work, personId: string, publicUrl: string) => {
  await work.tx
    .updateTable('activities.feed')
    .set({ ended_at: work.at })
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  const token = randomBytes(24).toString('base64url')
  await work.tx
    .insertInto('activities.feed')
    .values({ region: work.region, token_hash: hashOf(token), person_id: personId, created_at: work.at })
    .execute()
  work.ledger.audit({ action: 'makeMyCalendar', person: personId })
  return `${publicUrl}/api/calendars/mine/${token}`
}

export const personFeed = async (look: Look, token: string, publicUrl: string) => {
  const row = await look.db
    .selectFrom('activities.feed')
    .select('person_id')
    .where('region', '=', look.region)
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw refuse('record.not-found')
  const mine = sql`exists (select 1 from activities.sign_up u where u.region = s.region and u.pool_id = s.pool_id and u.person_id = ${row.person_id} and u.state = 'confirmed')`
  return calendarOf('我的工会活动', publicUrl, (await events(look, mine)).rows)
}

export const organisationFeed = async (look: Look, orgId: string, publicUrl: string) => {
  const org = await look.db
    .selectFrom('organisations.org')
    .select(['name', 'path'])
    .where('region', '=', look.region)
    .where('id', '=', orgId)
    .executeTakeFirst()
  if (!org) throw refuse('record.not-found')
  return calendarOf(`${org.name}活动`, publicUrl, (await events(look, sql`o.path <@ ${org.path}::ltree`)).rows)
}

export const districtFeed = async (look: Look, publicUrl: string) => calendarOf('全区工会活动', publicUrl, (await events(look, sql`true`)).rows)
