import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
    // Real processes, sockets and a database: generous where a machine is slow, never part of what is asserted.
    testTimeout: 180_000,
    hookTimeout: 180_000
  }
})
