import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../src/storage/database.ts'
import { startEmbeddedPostgres } from '../../src/storage/embedded-postgres.ts'
import { type SeriesRepository, seriesRepositories } from '../../src/storage/series-repository.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { machine, median, table, thousands } from '../support/machine.ts'

/**
 * What it costs that projects are kept apart a second time: appends of one point to storage, of one project and of projects that take turns,
 * beside the same statements on a pool that sets nothing and is exempt from row-level security.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 1)
const rounds = 7
const projects = ['a', 'b', 'c', 'd']

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const server = await startEmbeddedPostgres(folder)
const { host, port, user, password, database: name } = server.connection
const databaseUrl = `postgresql://${user}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
const storage = await openStorage({ databaseUrl, dataDir: '' })
const walled = await openDatabase(server.connection)
const exempt = new pg.Pool({ ...server.connection, max: 12 })

const wall = seriesRepositories(walled.of, () => {})
const open = seriesRepositories(
  (project) => ({ ...walled.of(project), pool: exempt }),
  () => {}
)
const wallOf = new Map(projects.map((project) => [project, wall.of(walled.of(project))]))
const openOf = new Map(projects.map((project) => [project, open.of({ ...walled.of(project), pool: exempt })]))

let step = 0
let runs = 0
/** Appends a second, of as many writers as `at` has projects, each to a run of its own. */
async function rate(of: Map<string, SeriesRepository>, at: readonly string[], perWriter: (index: number) => string): Promise<number> {
  const run = `r${runs++}`
  for (const project of new Set(projects)) await storage.of(project).runs.put(run, {})
  const end = performance.now() + 1000 * seconds
  const start = performance.now()
  let appended = 0
  await Promise.all(
    at.map(async (_, writer) => {
      for (let i = 0; performance.now() < end; i++, appended++) {
        const points = { steps: { first: step++, stride: 1 }, values: Float64Array.of(1) }
        const norms = of.get(perWriter(writer + i)) as SeriesRepository
        await norms.append(run, 'l2', { points, startless: false, onConflict: 'replace' })
      }
    })
  )
  return (1000 * appended) / (performance.now() - start)
}

const same = () => 'a'
const turns = (index: number) => projects[index % projects.length] as string
const cases = [
  ['1 writer, one project', ['w'], same],
  ['1 writer, four projects in turn', ['w'], turns],
  ['8 writers, one project', Array(8).fill('w') as string[], same],
  ['8 writers, four projects in turn', Array(8).fill('w') as string[], turns]
] as const
try {
  const measured = cases.map(() => ({ wall: [] as number[], open: [] as number[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const [index, [, writers, of]] of cases.entries()) {
      const found = { wall: await rate(wallOf, writers, of), open: await rate(openOf, writers, of) }
      // The first round warms up.
      if (round === 0) continue
      measured[index]?.wall.push(found.wall)
      measured[index]?.open.push(found.open)
    }
  }
  console.log(`${machine()}; appends of one point, median of ${rounds} rounds of ${seconds} s\n`)
  table(
    ['writers', 'appends/s', 'without row-level security', 'ratio'],
    measured.map(({ wall: ours, open: theirs }, index) => [
      (cases[index] as (typeof cases)[number])[0],
      thousands(median(ours)),
      thousands(median(theirs)),
      median(ours.map((value, round) => value / (theirs[round] as number))).toFixed(2)
    ])
  )

  const nanoseconds = (work: () => unknown) => {
    const begun = performance.now()
    for (let i = 0; i < 1e6; i++) work()
    return performance.now() - begun
  }
  const lookUps = Array.from({ length: rounds }, () => nanoseconds(() => storage.of('a')))
  console.log(`\nstorage.of(project): ${median(lookUps).toFixed(0)} ns. One multiplier from memory makes no statement.`)
} finally {
  await exempt.end()
  await walled.close()
  await storage.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
