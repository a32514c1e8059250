import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { loadDistrict } from '../demo/src/load.ts'
import { syncAllowedChildren } from '../server/src/features/organisations/index.ts'
import { ownerPool } from '../server/src/kit/db/pool.ts'
import { startEmbedded } from '../server/src/kit/postgres/embedded.ts'
import { migrate } from '../server/src/kit/postgres/migrate.ts'
import { openKeyRing } from '../server/src/kit/secrets/key-ring.ts'
import { root } from '../server/src/kit/root.ts'
import { facts } from '../server/src/rooms.ts'
import { openRegion } from '../server/src/start/database.ts'
import { copyAgain, readAgain } from './import-limit.ts'
import type { Asked, Told } from './import-steps.ts'
import { cpuOf, seconds } from './measure.ts'
import { type Result, resultOf, round } from './result.ts'
import { makeRoster, titles } from './roster-file.ts'

const region = 110118
const rows = Number(process.env.BENCH_ROWS ?? 100_000)

// A program of its own: what the other benchmarks bring along, a browser among it, would count as memory of the import.
const { bundle } = (await import(path.join(root, 'bin/bundle.mjs'))) as { bundle(name: string, entry: string): Promise<string> }

const inChild = async (asked: Asked) => {
  const program = await bundle('bench-import', 'bench/import-child.ts')
  return new Promise<Told>((resolve, reject) => {
    const child = fork(program, [], {
      env: { ...process.env, BENCH_IMPORT: JSON.stringify(asked) },
      execArgv: process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [],
    })
    child.once('message', (told) => resolve(told as Told))
    child.once('exit', (code) => reject(new Error(`the import ended with ${code}`)))
  })
}

/** A whole roster through check and commit, against reading the same file and copying the same rows into the same indexes. */
export const importRoster = async (): Promise<Result[]> => {
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
    const file = path.join(folder, 'roster.xlsx')
    await makeRoster(file, keys, { ...wanted, rows })
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')

    const load = round(loadavg()[0]!)
    const told = await inChild({ url: server.url, folder, file, region })
    const before = cpuOf(0)
    const [read] = await seconds(() => readAgain(file))
    const readCpu = cpuOf(0) - before
    const { times: copied, cpu } = await copyAgain(owner, told.batch, path.join(folder, 'copies'))
    await owner.end()
    const { new: added, update } = told.made
    const copies = [...copied].reduce((sum, [, time]) => sum + time, 0)
    return [
      resultOf({
        name: 'import',
        ours: told.looked + told.checked + told.committed,
        limit: read + copies,
        unit: 's',
        conditions: `${rows.toLocaleString('en')} rows × ${titles.length} columns, .xlsx of ${Math.round(statSync(file).size / 1e6)} MB; ${rows.toLocaleString('en')} persons registered before; ${added} new, ${update} changed; fsync on; ours: whole import; limit: the same reader, then COPY of the same rows into the same indexes without foreign keys; bar 3, peak 400 MB`,
        more: {
          'peak MB': told.peak,
          // Two processes take turns here and one does there: on a machine whose cores are all busy only the CPU ratio says something.
          'load before': load,
          'CPU ours': round(told.cpu),
          'CPU limit': round(cpu + readCpu),
          'CPU ratio': round(told.cpu / (cpu + readCpu)),
          looked: round(told.looked),
          checked: round(told.checked),
          committed: round(told.committed),
          read: round(read),
          ...Object.fromEntries([...copied].map(([table, time]) => [`copy ${table}`, round(time)])),
        },
      }),
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
