import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'

const database = await testDatabase()
const disk = mkdtempSync(join(tmpdir(), 'taper-disk-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=755', 'tmpfs', disk])
const sql = new pg.Client(database.url)
await sql.connect()
const tablespace = `taper_disk_${process.pid}`

/** Puts what carries norms, and what is stored for a moment, on a disk of 24 MB. False: this machine does not allow it. */
async function moveToSmallDisk(): Promise<boolean> {
  if (mounted.status !== 0) return false
  const { rows } = await sql.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  const { uid, gid } = statSync(String(rows[0]?.folder))
  const folder = join(disk, 'tables')
  mkdirSync(folder, { mode: 0o700 })
  chownSync(folder, uid, gid)
  await sql.query(`create tablespace ${tablespace} location '${folder}'`)
  await sql.query(`alter table gradient_norm_chunks set tablespace ${tablespace}`)
  await sql.query(`alter database ${new URL(database.url).pathname.slice(1)} set temp_tablespaces = ${tablespace}`)
  return true
}
const isSmall = await moveToSmallDisk()
const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
afterAll(async () => {
  await storage.close()
  await sql.end()
  await database.drop()
  if (isSmall) {
    const admin = new pg.Client(database.url.replace(/\/[^/?]*(\?|$)/, '/postgres$1'))
    await admin.connect()
    await admin.query(`drop tablespace ${tablespace}`)
    await admin.end()
  }
  if (mounted.status === 0) execFileSync('umount', [disk])
  rmSync(disk, { recursive: true })
})
const { send } = await testApp({}, { storage })

it('A full disk is a 507 that says so, and not ready; what was acknowledged stays; all goes on by itself when there is space', async (context) => {
  if (!isSmall) context.skip('this process may not mount a disk')
  await send('PUT', '/v1/runs/full', { payload: {} })
  const points = 200_000
  const append = (k: number) =>
    send('POST', `/v1/runs/full/gradient-norms?startStep=${k * points}`, {
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(new Float64Array(points).fill(k + 1).buffer)
    })
  let acknowledged = 0
  let answer = await append(acknowledged)
  for (; answer.statusCode === 200; answer = await append(acknowledged)) acknowledged++
  expect(problemOf(answer)).toMatchObject({ type: '/problems/storage-full', status: 507, detail: 'The disk of the database is full.' })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  const ready = await send('GET', '/readyz')
  expect([ready.statusCode, ready.json().checks.database.detail]).toEqual([503, 'The disk of the database is full.'])
  expect((await send('GET', '/livez')).statusCode).toBe(200)

  execFileSync('mount', ['-o', 'remount,size=200m', disk])
  while ((await send('GET', '/readyz')).statusCode !== 200) await sleep(50)
  expect((await append(acknowledged)).statusCode).toBe(200)
  const stored = await send('GET', '/v1/runs/full/gradient-norms', { headers: { accept: 'application/octet-stream' } })
  const values = new Float64Array(new Uint8Array(stored.rawPayload).buffer)
  expect(values.length).toBe((acknowledged + 1) * points)
  expect(values.every((value, i) => value === Math.floor(i / points) + 1)).toBe(true)
})
