import { importAsked, importRoster } from './import.ts'
import type { Bench } from './result.ts'

/** Every benchmark by name. Each measures the limit of the machine in the same run, so that the ratio travels. */
const benches: Record<string, Bench> = { import: importRoster }

const [names, json] = [process.argv.slice(2).filter((a) => !a.startsWith('--')), process.argv.includes('--json')]
// The import is measured in a process of its own, which is this program once more.
if (process.env.BENCH_IMPORT) {
  await importAsked()
  process.exit(0)
}
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const bench = benches[name]
  if (!bench) throw new Error(`No benchmark ${name}; there are: ${Object.keys(benches).join(', ')}`)
  const result = await bench(json ? () => {} : (line) => console.log(`  ${line}`))
  if (json) console.log(JSON.stringify(result))
  else console.log(`${result.name}: ${result.ours} ${result.unit}, limit ${result.limit} ${result.unit}, ratio ${result.ratio}; ${result.conditions}`)
}
process.exit(0)
