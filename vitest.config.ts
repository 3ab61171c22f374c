import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Starts the PostgreSQL of a project, or takes the one that TAPER_TEST_DATABASE_URL names. */
const globalSetup = ['test/support/database-server.ts']

/** What all tests share, checks (vitest.checks.config.ts) too. */
export const shared = {
  resolve: {
    alias: [{ find: /^.*\/worker-file\.ts$/, replacement: fileURLToPath(new URL('test/support/built-workers.ts', import.meta.url)) }]
  },
  test: {
    reporters: ['default', './test/support/not-run.ts'],
    // vitest leaves one core to itself, which on two cores is half of the machine. Of more than four files at once the embedded PostgreSQL
    // would not have connections enough.
    maxWorkers: Math.min(availableParallelism(), 4)
  }
}

/** The tests of `npm test`, by what they need. What takes long by nature is in vitest.checks.config.ts. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    // Real processes, sockets and a database: generous where a machine is slow, never part of what is asserted.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'pure', include: ['test/{unit,contract,golden}/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'database', include: ['test/integration/**/*.test.ts'], isolate: false, globalSetup } },
      { extends: true, test: { name: 'processes', include: ['test/processes/**/*.test.ts'], globalSetup } }
    ]
  }
})
