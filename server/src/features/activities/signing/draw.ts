import { drawnFrom, writeDraw } from '@gongyou/contract/activities/draw.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { type Work, anyOf } from '../../../kit/db/database.ts'
import { updateRows } from '../../../kit/db/rows-in-bulk.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import { tellAll } from '../../notices/index.ts'
import { seedPlace } from '../planning/seats.ts'
import { linkTo, titleOf } from './cancel.ts'
import { openPools, unitOf } from './known.ts'
import { count } from './seating.ts'
import { countedOf, writePools } from './write.ts'

/** Holds the draw: seed revealed, lots put in order, seats given, the list published; once. */
export const draw = async (work: Work, keys: KeyRing, poolId: string, word: string) => {
  const pool = (await openPools(work, [poolId])).get(poolId)!
  const row = await work.tx
    .selectFrom('activities.pool')
    .selectAll()
    .where('region', '=', work.region)
    .where('id', '=', poolId)
    .executeTakeFirstOrThrow()
  if (pool.rule !== 'draw' || !row.seed_sealed || row.seed_key === null || !row.seed_hash) throw refuse('activities.no-draw')
  if (pool.drawn) throw refuse('activities.drawn-already')
  if (pool.activity.state !== 'published') throw refuse('activities.not-now')
  if (work.at < pool.closesAt) throw refuse('activities.draw-too-early')
  const seed = keys.open({ keyId: row.seed_key, cipher: row.seed_sealed }, seedPlace(work.region, poolId))
  const entered = await work.tx
    .selectFrom('activities.sign_up')
    .select(['id', 'person_id', 'seats', 'priority', 'quota_org', 'quota_sex'])
    .where('region', '=', work.region)
    .where('pool_id', '=', poolId)
    .where('state', '=', 'entered')
    .execute()
  const terms = { seats: row.seats, quotas: Object.fromEntries([...pool.places.quotas].map(([key, q]) => [key, q.seats])) }
  const lines = await drawnFrom(
    seed,
    word,
    terms,
    entered.map((e) => ({ id: e.id, seats: e.seats, priority: e.priority, quotas: unitOf(e).quotas })),
  )
  for (const l of lines) {
    if (l.result === 'seat') count(pool.places, l, 1)
    else pool.places.standby += l.seats
  }
  await updateRows(
    work.tx,
    work.region,
    'activities.sign_up',
    { id: 'uuid' },
    { state: 'text', rank: 'int', priority: 'int', confirmed_at: 'timestamptz' },
    // The draw has made the one order that counts from now on.
    lines.map((l, i) => ({
      id: l.id,
      state: l.result === 'seat' ? 'confirmed' : 'standby',
      rank: i + 1,
      priority: 0,
      confirmed_at: l.result === 'seat' ? work.at : null,
    })),
  )
  await writePools(work, [pool])
  await work.tx.updateTable('activities.pool').set({ drawn_at: work.at }).where('region', '=', work.region).where('id', '=', poolId).execute()
  const file = writeDraw({ commitment: row.seed_hash.toString('hex'), seed, word, terms, lines })
  await work.tx
    .insertInto('activities.draw')
    .values({ region: work.region, pool_id: poolId, seed: Buffer.from(seed, 'hex'), word, file, at: work.at, by_person: work.by.personId })
    .execute()
  work.ledger.act({ kind: 'activity.drawn', subject: poolId, org: pool.activity.org_id, data: { ...countedOf(pool), lots: lines.length } })
  const title = await titleOf(work, pool.activity.id)
  const persons = new Map(entered.map((e) => [e.id, e.person_id]))
  const link = linkTo(pool.activity.id)
  const those = (result: 'seat' | 'standby') => lines.filter((l) => l.result === result).map((l) => persons.get(l.id)!)
  await tellAll(work, those('seat'), {
    kind: 'activity.drawn',
    link,
    title: t(`中签：${title}`, `Drawn: ${title}`),
    body: t('抽签结果已公布，您已中签。', 'The draw was held and you have a seat.'),
  })
  await tellAll(work, those('standby'), {
    kind: 'activity.drawn',
    link,
    title: t(`候补：${title}`, `Standby: ${title}`),
    body: t('抽签结果已公布，您进入候补，有人取消时按次序递补。', 'The draw was held; you are on standby in the order of the draw.'),
  })
}

/** The list as it was published. */
export const drawFile = async (work: Pick<Work, 'db' | 'region'>, poolId: string) => {
  const row = await work.db
    .selectFrom('activities.draw')
    .select('file')
    .where('region', '=', work.region)
    .where('pool_id', '=', anyOf([poolId]))
    .executeTakeFirst()
  if (!row) throw refuse('activities.no-draw')
  return row.file
}
