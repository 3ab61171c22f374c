import type { ClientBase } from 'pg'

/**
 * How long anything waits for the database, in milliseconds. No statement of ours is long: long lists go in pieces of half a megabyte.
 * Each limit is below the next one that would cover for it, so that the one who knows most speaks first.
 */
export const timeLimits = {
  /** For a statement on a connection of its own, such as the one that asks whether the database answers. */
  short: 2_000,
  /** For a row or table that another transaction holds. */
  lock: 8_000,
  /** For a connection: a new one, or one of the pool that others use. */
  connection: 8_000,
  /** For the next statement of a transaction; the server ends one whose client is gone without a word. */
  transaction: 15_000,
  /** For a statement: by the server. */
  statement: 20_000,
  /** For a sign of life on a connection in use: by us, where the server does not speak any more. */
  silence: 25_000,
  /** For the same where the database does not answer on a connection of its own either. */
  silenceOfAll: 5_000,
  /** For a server that starts, or has no connection free, before Taper gives up starting. */
  start: 30_000
} as const

/** Without probes of its own a firewall may forget a connection that is idle for minutes. */
export const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const

/**
 * Makes the limits of a fresh connection ours, whatever those of its role and URL are, and its commits durable. By a statement: poolers
 * such as PgBouncer refuse such parameters at the start of a connection.
 */
export async function setLimits(client: ClientBase, limits: { statement: number; lock: number; transaction: number }): Promise<void> {
  await client.query(
    `select set_config('statement_timeout', '${limits.statement}', false), set_config('lock_timeout', '${limits.lock}', false),
       set_config('idle_in_transaction_session_timeout', '${limits.transaction}', false),
       case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', false) end`
  )
}
