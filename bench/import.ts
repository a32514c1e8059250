import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadDistrict } from '../demo/src/load.ts'
import { check, commit, fileOf, inspect, askCheck, askCommit, startBatch } from '../server/src/features/membership/roster/bench.ts'
import { syncAllowedChildren } from '../server/src/features/organisations/index.ts'
import type { Actor } from '../server/src/kit/actor.ts'
import { openDatabase } from '../server/src/kit/db/database.ts'
import { appPool, ownerPool } from '../server/src/kit/db/pool.ts'
import { newId } from '../server/src/kit/ids.ts'
import { startEmbedded } from '../server/src/kit/postgres/embedded.ts'
import { migrate } from '../server/src/kit/postgres/migrate.ts'
import { openKeyRing } from '../server/src/kit/secrets/key-ring.ts'
import { facts } from '../server/src/rooms.ts'
import { openRegion } from '../server/src/start/database.ts'
import { copyAgain, readAgain } from './import-limit.ts'
import { type Bench, ofTimes, peakOf, rounded, seconds } from './result.ts'
import { makeRoster, titles } from './roster-file.ts'

const region = 110118
const rows = Number(process.env.BENCH_ROWS ?? 100_000)

/** A whole roster through check and commit, against reading the same file and copying the same rows into the same indexes. */
export const importRoster: Bench = async (tell) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongyou-bench-'))
  chmodSync(folder, 0o711)
  const server = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true, log: () => {} })
  try {
    await migrate(server.url)
    const owner = ownerPool(server.url)
    const keys = openKeyRing(path.join(folder, 'keys', 'ring.json'))
    await openRegion(owner, region)
    await syncAllowedChildren(owner)
    const wanted = { region, people: rows, unions: 1000, seed: 20_261_120 }
    await loadDistrict(owner, keys, facts, wanted, () => {})
    const root = (await owner.query<{ id: string; name: string; path: string }>(`select id, name, path::text from organisations.org where parent_id is null`)).rows[0]!
    tell(`${rows.toLocaleString('en')} persons are registered`)
    const file = path.join(folder, 'roster.xlsx')
    await makeRoster(file, keys, { ...wanted, rows })
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')
    global.gc?.()

    const setup = { region, demo: false, publicUrl: '', folder, secureCookies: false }
    const building = { db: openDatabase(appPool(server.url), facts), keys, setup }
    const by: Actor = { kind: 'staff', accountId: null, personId: null, sessionId: null, name: '林溪言', standings: [{ orgId: root.id, orgName: root.name, path: root.path, rights: ['membership.import', 'organisations.read', 'membership.read'], post: '组织部干部', via: 'post' }] }
    const call = { region, by, operation: 'bench', request: newId() }
    const id = newId()
    mkdirSync(path.dirname(fileOf(setup, id)), { recursive: true })
    copyFileSync(file, fileOf(setup, id))
    const times: Record<string, number> = {}
    const [peak] = await peakOf(async () => {
      const [looked, seen] = await seconds(() => inspect(fileOf(setup, id), undefined))
      const [checked] = await seconds(async () => {
        await building.db.write(call, (work) => startBatch(work, id, { name: 'roster.xlsx', bytes: 1 }, seen))
        const mapping = (await owner.query(`select mapping from membership.roster_batch where id = $1`, [id])).rows[0].mapping
        await building.db.write(call, (work) => askCheck(work, id, { mapping }))
        await check(building, id, region, () => true)
      })
      const [committed] = await seconds(async () => {
        await building.db.write(call, (work) => askCommit(work, id))
        await commit(building, id, region, () => true)
      })
      Object.assign(times, { looked, checked, committed })
    })
    const { rows: [batch] } = await owner.query<{ state: string; found: object; made: object }>(`select state, found, made from membership.roster_batch where id = $1`, [id])
    tell(`first reading ${rounded(times.looked!)} s, check ${rounded(times.checked!)} s, commit ${rounded(times.committed!)} s, peak ${peak} MB`)
    tell(`${batch!.state}: found ${JSON.stringify(batch!.found)}, made ${JSON.stringify(batch!.made)}`)
    await building.db.end()

    const [read] = await seconds(() => readAgain(file))
    const copied = await copyAgain(owner, id, path.join(folder, 'copies'), tell)
    await owner.end()
    const ours = times.looked! + times.checked! + times.committed!
    return ofTimes('import', ours, read + copied, [
      `${rows.toLocaleString('en')} rows × ${titles.length} columns, ${Math.round(statSync(file).size / 1e6)} MB .xlsx, ${rows.toLocaleString('en')} persons registered before, fsync on`,
      `ours: reading at upload ${rounded(times.looked!)} s, check ${rounded(times.checked!)} s, commit ${rounded(times.committed!)} s, ${JSON.stringify(batch!.made)}, peak RSS of the process ${peak} MB, bar 3 × and 400 MB`,
      `limit: reading ${rounded(read)} s, COPY of the same rows into the same indexes without foreign keys ${rounded(copied)} s`,
    ].join('; '))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
