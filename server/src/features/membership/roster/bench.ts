/** The steps of an import one by one, for the benchmark that times them. */
export { check } from './check.ts'
export { commit } from './commit.ts'
export { fileOf } from './file.ts'
export { inspect } from './inspect.ts'
export { askCheck, askCommit, startBatch } from './start-batch.ts'
