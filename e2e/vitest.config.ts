import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Browser journeys: one file at a time, for a browser and a server already fill two cores. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: path.join(import.meta.dirname, 'houses.ts'),
    pool: 'forks',
    fileParallelism: false,
    // A machine that stands still for half a minute is no fault of a journey: it may be walked once more, and the report says so.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
