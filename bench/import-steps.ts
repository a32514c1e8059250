import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { askCheck, askCommit, check, commit, fileOf, inspect, startBatch } from '../server/src/features/membership/roster/bench.ts'
import type { Actor } from '../server/src/kit/actor.ts'
import { openDatabase } from '../server/src/kit/db/database.ts'
import { appPool, ownerPool } from '../server/src/kit/db/pool.ts'
import { newId } from '../server/src/kit/ids.ts'
import { openKeyRing } from '../server/src/kit/secrets/key-ring.ts'
import { facts } from '../server/src/rooms.ts'
import { cpuOf, peakOf, seconds, serverOf } from './measure.ts'

export type Asked = { url: string; folder: string; file: string; region: number }
export type Told = {
  batch: string
  cpu: number
  looked: number
  checked: number
  committed: number
  peak: number
  made: Record<string, number>
  found: Record<string, number>
}

/** The whole import in a process of its own, whose memory nothing else has touched. */
export const runImport = async ({ url, folder, file, region }: Asked): Promise<Told> => {
  const owner = ownerPool(url)
  const root = (
    await owner.query<{ id: string; name: string; path: string }>(`select id, name, path::text from organisations.org where parent_id is null`)
  ).rows[0]!
  const setup = { region, demo: false, publicUrl: '', folder, secureCookies: false }
  const building = { db: openDatabase(appPool(url), facts), keys: openKeyRing(path.join(folder, 'keys', 'ring.json')), setup }
  const by: Actor = {
    kind: 'staff',
    accountId: null,
    personId: null,
    sessionId: null,
    name: '林溪言',
    standings: [
      {
        orgId: root.id,
        orgName: root.name,
        path: root.path,
        rights: ['membership.import', 'organisations.read', 'membership.read'],
        post: '组织部干部',
        code: 'station_head',
        via: 'post',
      },
    ],
  }
  const call = { region, by, operation: 'bench', request: newId() }
  const batch = newId()
  mkdirSync(path.dirname(fileOf(setup, batch)), { recursive: true })
  copyFileSync(file, fileOf(setup, batch))
  const server = await serverOf(owner)
  const before = cpuOf(server)
  const [peak, [looked, checked, committed]] = await peakOf(async () => {
    const [looked, seen] = await seconds(() => inspect(fileOf(setup, batch), undefined))
    const [checked] = await seconds(async () => {
      await building.db.write(call, (work) => startBatch(work, batch, { name: 'roster.xlsx', bytes: 1 }, seen))
      const { mapping } = (await owner.query(`select mapping from membership.roster_batch where id = $1`, [batch])).rows[0]
      await building.db.write(call, (work) => askCheck(work, batch, { mapping }))
      await check(building, batch, region, () => true)
    })
    const [committed] = await seconds(async () => {
      await building.db.write(call, (work) => askCommit(work, batch))
      await commit(building, batch, region, () => true)
    })
    return [looked, checked, committed] as const
  })
  const cpu = cpuOf(server) - before
  const { made, found } = (await owner.query(`select made, found from membership.roster_batch where id = $1 and state = 'done'`, [batch])).rows[0]
  await building.db.end()
  await owner.end()
  return { batch, cpu, looked, checked, committed, peak, made, found }
}
