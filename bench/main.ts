import { act } from './act.ts'
import { cases } from './cases.ts'
import { annualReport, rebuild, trace } from './figures.ts'
import { firstPage } from './first-page.ts'
import { importRoster } from './import.ts'
import { list, search } from './lists.ts'
import type { Result } from './result.ts'
import { signup } from './signup.ts'
import { start } from './start.ts'
import { tree } from './tree.ts'

/** Every benchmark by its name; each answers with one or more results. */
const benches: Record<string, () => Promise<Result[]>> = {
  import: () => importRoster(),
  list: () => list(),
  search: () => search(),
  cases: () => cases(),
  act: () => act(),
  signup: () => signup(),
  start: () => start(),
  'first-page': () => firstPage(),
  tree: () => tree(),
  report: () => annualReport(),
  rebuild: () => rebuild(),
  trace: () => trace(),
}

const args = process.argv.slice(2)
const json = args.includes('--json')
const wanted = args.filter((a) => !a.startsWith('--'))
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`没有这个测速：${unknown.join('、')}。可选：${Object.keys(benches).join('、')}`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const results = await benches[name]!()
  // One line a name: what was measured beside it stands in the same line.
  if (json) console.log(JSON.stringify({ ...results[0], ...(results.length > 1 ? { also: results.slice(1) } : {}) }))
  else
    for (const r of results) {
      console.log(
        `${r.name.padEnd(24)} ${String(r.ours).padStart(10)} / ${String(r.limit).padEnd(10)} = ${String(r.ratio).padEnd(8)} ${r.unit}  (${r.conditions})${r.more ? `  ${JSON.stringify(r.more)}` : ''}`,
      )
    }
}
process.exit(0)
