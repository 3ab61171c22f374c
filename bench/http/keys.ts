import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startService } from '../../test/support/service.ts'
import { openConnection, request } from '../support/connection.ts'
import { machine, median, table } from '../support/machine.ts'

/**
 * What a key costs the shortest request, GET of one multiplier: processor time of the built service for one request. The opponent is the
 * same service without keys, twice: what the two differ by is noise. All take turns. Goal: under 3 %.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 15)
const block = 20_000
const connections = 20
const json = { 'content-type': 'application/json' }

/** Processor time that a process has used, in microseconds (Linux counts hundredths of a second). */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

async function start(title: string, keyed: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
  const service = await startService({ TAPER_DATA_DIR: folder })
  const post = async (path: string, body: object, headers = {}) =>
    (await (await fetch(service.url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })).json()) as {
      id: string
      key: string
    }
  const headers: Record<string, string> = keyed
    ? { authorization: `Bearer ${(await post('/v1/keys', { name: 'bench', project: 'default', scope: 'admin' })).key}` }
    : {}
  const { id } = await post('/v1/schedules', { rule: 'cosine', steps: 10_000, peakLearningRate: 0.1 }, headers)
  const message = request('GET', `/v1/schedules/${id}/multipliers/100`, headers)
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(service.url)))
  const pid = service.process.pid as number
  return {
    title,
    measured: [] as number[],
    /** Microseconds of the server for a request. */
    async measure(): Promise<number> {
      const before = processorTime(pid)
      await Promise.all(
        opened.map(async (connection) => {
          for (let i = 0; i < block / connections; i++) {
            const { status } = await connection.exchange(message)
            if (status !== 200) throw new Error(`answered ${status}`)
          }
        })
      )
      return (processorTime(pid) - before) / block
    },
    async stop() {
      for (const connection of opened) connection.close()
      await service.stop('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const services = [await start('without keys', false), await start('the same again', false), await start('with a key', true)]
for (let round = -2; round < rounds; round++) {
  for (const [turn] of services.entries()) {
    const service = services[(Math.abs(round) + turn) % services.length]!
    const microseconds = await service.measure()
    // The first rounds warm up.
    if (round >= 0) service.measured.push(microseconds)
  }
}
const [first] = services
const usual = median(first!.measured)
console.log(`${machine()}; ${connections} connections, ${rounds} rounds of ${block} requests each\n`)
table(
  ['GET of one multiplier', 'server µs a request', 'least', 'more than the first, median of the differences'],
  services.map(({ title, measured }) => {
    const more = median(measured.map((microseconds, round) => microseconds - first!.measured[round]!))
    return [title, median(measured).toFixed(1), Math.min(...measured).toFixed(1), `${((100 * more) / usual).toFixed(1)} %`]
  })
)
for (const service of services) await service.stop()
