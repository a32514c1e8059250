import { defineConfig } from 'vitest/config'

/** Unit, database and fence tests; the browser journeys have a configuration of their own in e2e. */
export default defineConfig({
  test: {
    include: [
      'fence/**/*.test.ts',
      'contract/src/**/*.test.ts',
      'console/src/**/*.test.ts',
      'server/src/**/*.test.ts',
      'demo/src/**/*.test.ts',
      'bin/**/*.test.ts',
    ],
    globalSetup: 'server/src/test/postgres.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
