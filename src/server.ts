import { isIP } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { type Config, readConfig } from './config.ts'
import { isLoopback } from './domain/loopback.ts'
import { MemoryBudget } from './domain/memory-budget.ts'
import { memoryForWork } from './memory-limit.ts'
import { assertPortIsFree } from './port-probe.ts'
import { ensureAdminKey, type StartOutcome } from './services/keys/first-admin-key.ts'
import { onStopSignal } from './stop-signals.ts'
import { openStorage } from './storage/storage.ts'
import { measureProcess } from './telemetry/metrics.ts'
import { openPools } from './workers/pools.ts'
import { Garbage } from './workers/threads/garbage.ts'

/** How long a stop may take: requests under way, then threads, then the database. A container is killed after 30 s. */
const stopMs = 28_000
/** How long threads have for what nobody waits for any more. */
const threadsMs = 3000

/** Connections that wait to be taken. With fewer, a health check that comes with a thousand others is sent again after seconds. */
const backlog = 4096

/**
 * Runs the service until SIGTERM, SIGINT or SIGHUP: then it takes no more requests, answers those it has, and ends with code 0. So it
 * does where these take too long: what was acknowledged is on disk before.
 * @param env the environment, see `config.ts`
 * @throws Error that says what to do, where the service cannot start
 */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  // While it starts there is nothing to wait for. As the first process of a container it would not even hear a signal that it does not await.
  let stop = (): void => process.exit(0)
  onStopSignal(() => stop(), env)
  const config = readConfig(env)
  measureProcess()
  const logger = await createLogger(config)
  await assertPortIsFree(config.HOST, config.PORT)
  const garbage = new Garbage()
  const memory = new MemoryBudget({ max: memoryForWork(config), released: (bytes) => garbage.add(bytes) })
  const pools = openPools(config, memory)
  // Its thread loads while the database starts.
  const opening = pools.optimizers.engines()
  opening.catch(() => {})
  const storing = openStorage(
    {
      databaseUrl: config.DATABASE_URL ?? null,
      dataDir: config.TAPER_DATA_DIR,
      postgresBin: config.TAPER_POSTGRES_BIN,
      connections: config.TAPER_DATABASE_CONNECTIONS,
      slowMs: config.TAPER_SLOW_MS
    },
    (message, level) => logger[level](message)
  ).catch((error) => {
    throw config.DATABASE_URL ? new Error(`The database of DATABASE_URL cannot be used: ${messageOf(error)}`, { cause: error }) : error
  })
  // So do the routes.
  const [storage, { buildApp }] = await Promise.all([storing, import('./app.ts')])
  const needsKeys = config.TAPER_OPEN !== 'true' && !isLoopback(config.HOST)
  const [engines, keys] = await Promise.all([opening, ensureAdminKey(storage, { givenKey: config.TAPER_ADMIN_KEY, needsKeys })]).catch(
    async (error) => {
      await storage.close()
      throw error
    }
  )
  const app = await buildApp({ config, storage, pools, memory, engines, logger })
  const close = async (): Promise<void> => {
    await app.close()
    await Promise.race([pools.close(), sleep(threadsMs)])
    await storage.close()
  }
  const delayMs = 1000 * config.TAPER_STOP_DELAY_SECONDS
  const closing = closeWithGrace(
    {
      delay: delayMs + stopMs,
      logger: false,
      skip: ['SIGTERM', 'SIGINT', 'SIGHUP'],
      onTimeout: () => {
        logger.warn('stopped before everything was closed; what was acknowledged is stored')
        process.exit(0)
      }
    },
    async ({ err }) => {
      if (err) logger.fatal({ err }, 'the service failed')
      else await sleep(delayMs)
      await close().catch((error) => logger.error({ err: error }, 'not everything could be closed; what was acknowledged is stored'))
      logger.info('stopped')
    }
  )
  stop = () => {
    logger.info(delayMs > 0 ? `stopping in ${config.TAPER_STOP_DELAY_SECONDS} s` : 'stopping')
    app.stopping.announce()
    void closing.close()
  }
  try {
    await app.listen({ host: config.HOST, port: config.PORT, backlog })
  } catch (error) {
    // Else the threads and the embedded database would keep a process up that serves nothing.
    await close()
    throw error
  }
  announce(app, config, logger, `engine ${engines.usual.name}, ${storage.kind} PostgreSQL ${await storage.check()}`)
  announceKeys(config, keys, logger)
}

/** For people where standard output is a terminal, for machines elsewhere. */
async function createLogger({ LOG_LEVEL: level }: Config): Promise<Logger> {
  if (!process.stdout.isTTY) return pino({ level })
  const { default: pretty } = await import('pino-pretty')
  return pino({ level }, pretty({ ignore: 'pid,hostname', sync: true }))
}

function announce(app: FastifyInstance, { HOST: host }: Config, logger: Logger, made: string): void {
  const { port } = app.server.address() as { port: number }
  const url = `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`
  if (process.stdout.isTTY) process.stdout.write(`Taper listens (${made}).\n  Its page:      ${url}/\n  Try its calls: ${url}/docs\n`)
  else logger.info({ url }, `Taper listens (${made})`)
}

/** What a start has to say about keys. The first one is shown to people and machines alike, this once. */
function announceKeys({ HOST: host, TAPER_OPEN: open }: Config, outcome: StartOutcome, logger: Logger): void {
  if (outcome === 'given-key-revoked') logger.warn('the key of TAPER_ADMIN_KEY was revoked, and does not work: set another')
  else if (outcome !== 'nothing') {
    if (process.stdout.isTTY)
      process.stdout.write(
        `  Its admin key, shown this once: ${outcome.made}\n  Make others: TAPER_API_KEY=… npx taper keys create --help\n`
      )
    else
      logger.warn(
        { adminKey: outcome.made },
        'the first API key, of scope admin, shown this once: send it as `Authorization: Bearer <key>`'
      )
  }
  if (open === 'true') {
    const reach = isLoopback(host) ? '' : `, and ${host} is not loopback`
    logger.warn({ host }, `TAPER_OPEN is true${reach}: whoever reaches this port can read and write everything, without a key`)
  }
}

/** A refused connection can come as several errors in one, without a message of its own. */
const messageOf = (error: Error): string =>
  error instanceof AggregateError ? (error.errors[0] as Error).message : error.message || String((error as NodeJS.ErrnoException).code)
