import type { AddressInfo } from 'node:net'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { afterAll, expect } from 'vitest'
import { buildApp, type OpenParts } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { referenceEngine } from '../../src/domain/engine.ts'
import { MemoryBudget } from '../../src/domain/memory-budget.ts'
import { memoryForWork } from '../../src/memory-limit.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { openPools, type Pools } from '../../src/workers/pools.ts'
import { testStorage } from './database.ts'

/** The service without its process, on a database of its own; closed when the test file is done. */
export interface TestApp {
  app: FastifyInstance
  storage: Storage
  /** What its work holds; nothing any more when the test file is done, which is checked. */
  memory: MemoryBudget
  /** Sends a request without a socket. A body that is an object goes as JSON. */
  send(method: string, url: string, more?: Pick<InjectOptions, 'headers' | 'payload'>): Promise<LightMyRequestResponse>
  /** Creates a run and gives its id. */
  newRun(fields?: object): Promise<string>
  /** What was logged, as warnings or worse. */
  records: { msg: string; requestId?: string; err?: { message: string } }[]
  /** Listens on a free port, once, and gives the URL. */
  listen(): Promise<string>
}

interface More extends Partial<Pick<OpenParts, 'longFrom' | 'drainMs' | 'storage' | 'logger' | 'workedOnMax'>> {
  memoryMax?: number
  pools?: Partial<Pools>
}

/**
 * @param env  as the environment of the process, e.g. TAPER_BODY_BYTES_MAX
 * @param more from which size on work is an operation; the storage of another app, to be a second replica; pools with other bounds; the
 *             memory that there is for work, in bytes
 */
export async function testApp(env: Record<string, string> = {}, more: More = {}): Promise<TestApp> {
  const storage = more.storage ?? (await testStorage())
  const config = readConfig(env)
  const memory = new MemoryBudget({ max: more.memoryMax ?? memoryForWork(config) })
  const pools = openPools(config, memory)
  const records: TestApp['records'] = []
  const logger = more.logger ?? pino({ level: 'warn' }, { write: (line: string) => records.push(JSON.parse(line)) })
  const app = await buildApp({
    config,
    storage,
    pools: { ...pools, ...more.pools },
    memory,
    engines: { usual: referenceEngine, available: [referenceEngine], absent: [] },
    ...(more.longFrom && { longFrom: more.longFrom }),
    ...(more.drainMs && { drainMs: more.drainMs }),
    ...(more.workedOnMax && { workedOnMax: more.workedOnMax }),
    logger
  })
  await app.ready()
  // Before the storage is closed: hooks of one file run last first.
  afterAll(async () => {
    await app.close()
    await pools.close()
    expect(memory.inUse).toBe(0)
  })
  let runs = 0
  const send: TestApp['send'] = (method, url, more) => app.inject({ method: method as 'GET', url, ...more })
  return {
    app,
    storage,
    memory,
    records,
    send,
    async newRun(fields = {}) {
      const id = `run-${runs++}`
      await send('PUT', `/v1/runs/${id}`, { payload: fields })
      return id
    },
    async listen() {
      if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    }
  }
}

/** What a failure says, for `toMatchObject`. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  detail: string
  requestId: string
  errors?: { pointer: string; detail: string; fix?: string }[]
}

/** The body of a failure; fails where it is not one of the contract. */
export function problemOf(answer: LightMyRequestResponse): ProblemBody {
  if (answer.headers['content-type'] !== 'application/problem+json') {
    throw new Error(`${answer.statusCode} ${answer.headers['content-type']}: ${answer.body.slice(0, 200)}`)
  }
  return answer.json<ProblemBody>()
}
