import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { ConnectionPool } from '../../src/storage/connections/pool.ts'
import { openStorage, type Storage } from '../../src/storage/storage.ts'
import { urlOf } from './database-server.ts'

/** What new databases are copies of, where a file runs the tests of others on other tables. */
let template: string | null = null

/** Makes the databases of this file as `change` makes one, from now on until the file is done. */
export async function changeDatabases(change: (url: string) => Promise<unknown>): Promise<void> {
  const changed = await testDatabase()
  await change(changed.url)
  template = new URL(changed.url).pathname.slice(1)
  afterAll(async () => {
    template = null
    await changed.drop()
  })
}

/** A database of its own for one test file, with all tables and nothing in them; dropped when the file is done. */
export async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('database')
  const name = `taper_${randomBytes(6).toString('hex')}`
  const admin = async (sql: string) => {
    const client = new pg.Client(server.url)
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await admin(`create database ${name} template ${template ?? server.template}`)
  return { url: urlOf(server.url, name), drop: () => admin(`drop database if exists ${name} with (force)`) }
}

/**
 * A pool for statements of a test's own. `end()` does not wait until the server has let go of the connections, so that dropping the database
 * can still break one.
 */
export const testPool = (url: string, max = 10): pg.Pool => new ConnectionPool({ connectionString: url, max }, { lost: () => {} })

/** Storage on a database of its own, closed and dropped when the test file is done. */
export async function testStorage(): Promise<Storage> {
  const database = await testDatabase()
  const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
  afterAll(async () => {
    await storage.close()
    await database.drop()
  })
  return storage
}
