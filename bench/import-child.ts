import { type Asked, runImport } from './import-steps.ts'

// Started by `importRoster`: one import, its answer to the parent, and out.
const asked = JSON.parse(process.env.BENCH_IMPORT!) as Asked
process.send!(await runImport(asked), undefined, undefined, () => process.exit(0))
