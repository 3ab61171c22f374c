import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/storage/database.ts'
import { startEmbeddedPostgres } from '../../src/storage/embedded-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server that the tests may make databases on, and the name of one with all tables, to be copied. */
    database: { url: string; template: string; kind: 'embedded' | 'external' }
  }
}

/** The URL of another database on the same server. */
export function urlOf(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.href
}

/** Starts one PostgreSQL for all tests of a command, or takes the one that TAPER_TEST_DATABASE_URL names. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TAPER_TEST_DATABASE_URL
  const folder = mkdtempSync(join(tmpdir(), 'taper-test-'))
  const embedded = given ? null : await startEmbeddedPostgres(folder)
  const url = given ?? urlFrom((embedded as NonNullable<typeof embedded>).connection)
  const template = `taper_template_${process.pid}`

  const admin = new pg.Client(url)
  await admin.connect()
  // What a kill leaves is asked of services on databases of their own (test/processes): here nothing has to outlive the command.
  if (embedded !== null) {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await admin.query(`alter system set ${setting} = off`)
    await admin.query('select pg_reload_conf()')
  }
  await admin.query(`create database ${template}`)
  const database = await openDatabase({ connectionString: urlOf(url, template) })
  await database.close()
  provide('database', { url, template, kind: given ? 'external' : 'embedded' })

  return async () => {
    await admin.query(`drop database ${template}`)
    await admin.end()
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function urlFrom(connection: { host: string; port: number; user: string; password: string; database: string }): string {
  const { host, port, user, password, database } = connection
  return `postgresql://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
