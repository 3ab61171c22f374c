import { defineConfig } from 'prisma/config'

/** Where the Prisma command line finds things. The service itself reads no such file: it gets its connection from its own configuration. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' }
})
