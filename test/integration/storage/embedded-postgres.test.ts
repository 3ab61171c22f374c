import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startEmbeddedPostgres } from '../../../src/storage/embedded-postgres.ts'

it('The embedded database starts where a lock of its socket survived a kill, and the process that it names is another by now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taper-embedded-'))
  const first = await startEmbeddedPostgres(folder)
  await first.stop()

  // PostgreSQL heeds a process of its own user alone.
  const { uid, gid } = statSync(join(folder, 'postgres'))
  const another = spawn('sleep', ['600'], { uid, gid })
  const socket = join(first.connection.host, '.s.PGSQL.5432')
  writeFileSync(socket, '')
  writeFileSync(`${socket}.lock`, `${another.pid}\n${join(folder, 'postgres')}\n1795650000\n5432\n${first.connection.host}\n`)

  const second = await startEmbeddedPostgres(folder)
  expect(readFileSync(join(second.connection.host, '.s.PGSQL.5432.lock'), 'utf8')).not.toMatch(new RegExp(`^${another.pid}\n`))
  await second.stop()
  another.kill()
  await once(another, 'exit')
  rmSync(folder, { recursive: true })
})
