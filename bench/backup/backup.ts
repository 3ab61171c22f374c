/**
 * Backup and restore of 10^8 points, beside pg_dump and pg_restore where they are installed: `npx tsx bench/backup/backup.ts [points]`.
 * The time to copy the bundle is the disk's part of it.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { openDatabase } from '../../src/storage/database.ts'
import { startEmbeddedPostgres } from '../../src/storage/embedded-postgres.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { machine, table, thousands } from '../support/machine.ts'

const points = Number(process.argv[2] ?? 1e8)
const folder = mkdtempSync(join(tmpdir(), 'taper-backup-bench-'))
const bundle = join(folder, 'taper.bundle')
const piece = 2 ** 20
const noise = Float64Array.from({ length: piece }, () => 1 + Math.random())

const storage = await openStorage({ databaseUrl: null, dataDir: join(folder, 'first') })
const { runs, series } = storage.of('default')
for (let first = 0, run = ''; first < points; first += piece) {
  if (first % (16 * piece) === 0) {
    run = `run-${first}`
    await runs.put(run, {})
  }
  const values = noise.subarray(0, Math.min(piece, points - first))
  await series.append(run, 'l2', { points: { steps: { first, stride: 1 }, values }, startless: false, onConflict: 'replace' })
}
await storage.close()

/** Runs a command; its seconds, and the most memory that it had, in MiB. */
async function timed(args: string[], dataDir: string): Promise<{ seconds: number; mebibytes: number }> {
  const started = performance.now()
  const child = spawn('/usr/bin/time', ['-f', '%M', process.execPath, 'bin/taper.js', ...args], {
    env: { ...process.env, DATABASE_URL: '', TAPER_DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const said = text(child.stderr)
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(await said)
  return { seconds: (performance.now() - started) / 1000, mebibytes: Number((await said).trim().split('\n').at(-1)) / 1024 }
}

const rows: string[][] = []
const row = (what: string, seconds: number, more = '') => rows.push([what, seconds.toFixed(1), more])
// The first command builds dist/ where it is old.
await timed(['migrate', '--check'], join(folder, 'first'))
const backup = await timed(['backup', bundle], join(folder, 'first'))
row('taper backup', backup.seconds, `${backup.mebibytes.toFixed(0)} MiB of memory, ${thousands(statSync(bundle).size / 2 ** 20)} MiB`)
const restore = await timed(['restore', bundle], join(folder, 'second'))
row('taper restore', restore.seconds, `${restore.mebibytes.toFixed(0)} MiB of memory`)
const copied = performance.now()
execFileSync('cp', [bundle, `${bundle}.copy`])
row('cp of the bundle', (performance.now() - copied) / 1000)

const embedded = await startEmbeddedPostgres(join(folder, 'first'))
await (await openDatabase(embedded.connection)).close()
const { host, port, user, password, database } = embedded.connection
try {
  const began = performance.now()
  const args = ['-h', host, '-p', String(port), '-U', user, '-Fc', '-Z0', '-f', join(folder, 'dump'), database]
  execFileSync('pg_dump', args, { env: { ...process.env, PGPASSWORD: password }, stdio: ['ignore', 'ignore', 'pipe'] })
  row('pg_dump -Fc -Z0', (performance.now() - began) / 1000, `${thousands(statSync(join(folder, 'dump')).size / 2 ** 20)} MiB`)
} catch (error) {
  row(
    'pg_dump',
    Number.NaN,
    String((error as Error).message)
      .split('\n')
      .at(-1) ?? ''
  )
}
await embedded.stop()

const began = performance.now()
const zipped = gzipSync(noise, { level: 1 })
row(
  `gzip -1 of ${thousands(piece)} norms`,
  (performance.now() - began) / 1000,
  `${((100 * zipped.length) / noise.byteLength).toFixed(0)} % of their size`
)
console.log(`${thousands(points)} points in ${Math.ceil(points / piece / 16)} runs. ${machine()}\n`)
table(['', 'seconds', ''], rows)
rmSync(folder, { recursive: true, force: true })
