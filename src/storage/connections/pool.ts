import { setTimeout as sleep } from 'node:timers/promises'
import pg, { type PoolClient, type PoolConfig } from 'pg'
import { Problem } from '../../domain/problems.ts'
import { isTooManyConnections } from '../failure.ts'
import { silence, socketOf, within } from './silence.ts'
import { keepAlive, setLimits, timeLimits } from './time-limits.ts'

/** Who waits for a connection holds a request in memory: past so many the next ones are told to come again. */
const waitingMax = 1000
/** How long the pool stays small after the server had no connection for it. Milliseconds. */
const smallForMs = 30_000

/** Told of what happens to connections. */
export interface PoolEvents {
  /** An idle connection broke. */
  lost(error: Error): void
  /** The server said that its disk is full. */
  diskFull?(): void
}

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: (release?: Error | boolean) => void) => void

/**
 * A pool whose connections may break, go silent or be refused at any time. A broken one is replaced at the next query; of one in use the
 * statement fails, or the next one. One in use over which nothing comes is ended. Where the server has no connection free, those that there
 * are get shared, and who waits longer than its time is told to come again.
 */
export class ConnectionPool extends pg.Pool {
  readonly #connectionsMax: number
  readonly #clients = new Set<PoolClient>()
  readonly #inUse = new WeakSet<PoolClient>()
  /** Why nobody gets a connection for now. */
  #closedBy: Problem | null = null
  #growing: NodeJS.Timeout | undefined

  constructor(config: PoolConfig & { max: number }, { lost, diskFull }: PoolEvents) {
    super({
      ...config,
      ...keepAlive,
      connectionTimeoutMillis: timeLimits.connection,
      onConnect: (client) => within(timeLimits.connection, client as PoolClient, setLimits(client, timeLimits))
    })
    this.#connectionsMax = config.max
    // Without listeners any of these would end the process.
    this.on('error', lost)
    this.on('connect', (client) => {
      client.on('error', () => {})
      client.connection.on('errorMessage', ({ code }: { code?: string }) => {
        if (code === '53100') diskFull?.()
      })
      this.#clients.add(client)
      const socket = socketOf(client)
      socket.setTimeout(timeLimits.silence, () => {
        if (this.#inUse.has(client)) socket.destroy(silence(timeLimits.silence))
      })
    })
    this.on('acquire', (client) => this.#inUse.add(client))
    this.on('release', (_error, client) => this.#inUse.delete(client))
    this.on('remove', (client) => this.#clients.delete(client))
  }

  override connect(): Promise<PoolClient>
  override connect(callback: Callback): void
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const found = this.#checkOut()
    if (callback === undefined) return found
    found.then(
      (client) => callback(undefined, client, client.release),
      (error) => callback(error, undefined, () => {})
    )
    return undefined
  }

  async #checkOut(): Promise<PoolClient> {
    const until = Date.now() + timeLimits.connection
    for (;;) {
      if (this.#closedBy !== null) throw this.#closedBy
      if (this.waitingCount >= waitingMax) {
        throw new Problem('overloaded', `${this.waitingCount} requests wait for the database.`, { retryAfterSeconds: 2 })
      }
      try {
        return await super.connect()
      } catch (error) {
        if (isWaitOver(error)) throw new Problem('overloaded', 'All connections to the database are in use.', { retryAfterSeconds: 2 })
        if (!isTooManyConnections(error) || Date.now() > until) throw error
        this.#shrink()
        // Nobody here has a connection to share: one of somebody else may become free.
        if (this.totalCount === 0) await sleep(50 + 100 * Math.random())
      }
    }
  }

  #shrink(): void {
    this.options.max = Math.max(1, Math.min(this.options.max, this.totalCount))
    clearTimeout(this.#growing)
    this.#growing = setTimeout(() => {
      this.options.max = this.#connectionsMax
    }, smallForMs).unref()
  }

  /** Nobody gets a connection until it is opened again: who asks is answered by the problem at once. */
  refuse(problem: Problem | null): void {
    this.#closedBy = problem
  }

  /** How many bytes have come over each connection so far. */
  bytesRead(): Map<PoolClient, number> {
    return new Map([...this.#clients].map((client) => [client, socketOf(client).bytesRead]))
  }

  /** Ends the connections over which nothing has come since. */
  endSilent(since: Map<PoolClient, number>): void {
    for (const [client, bytes] of since) {
      const socket = socketOf(client)
      if (this.#clients.has(client) && socket.bytesRead === bytes) socket.destroy(silence(timeLimits.silenceOfAll))
    }
  }

  override end(): Promise<void>
  override end(callback: () => void): void
  override end(callback?: () => void): Promise<void> | undefined {
    clearTimeout(this.#growing)
    if (callback === undefined) return super.end()
    super.end(callback)
    return undefined
  }
}

/** The library has no code for it. */
const isWaitOver = (error: unknown): boolean => (error as Error).message === 'timeout exceeded when trying to connect'
