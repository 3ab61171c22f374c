import { defineConfig } from 'vitest/config'
import { shared } from './vitest.config.ts'

/** A check has a name of its own (`npm run check:<name>`) and is run by `.ci/run`, because it is long by nature. */
const check = (name: string, needsDatabase: boolean) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/checks/${name}/**/*.test.ts`],
    globalSetup: needsDatabase ? ['test/support/database-server.ts'] : []
  }
})

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    testTimeout: 600_000,
    hookTimeout: 900_000,
    projects: [
      check('tensorflow', false),
      check('logs', false),
      check('page', true),
      check('soak', true),
      check('faults', true),
      check('scale', true),
      check('python', true),
      check('helm', false),
      check('replicas', true)
    ]
  }
})
