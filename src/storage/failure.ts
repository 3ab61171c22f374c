import { Problem } from '../domain/problems.ts'

/** SQLSTATE classes of a server that is away for now: connection, resources, operator intervention, read-only standby. */
const passing = /^(08|53|57P|25006|40001|40P01|55P03)/
const socketErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/

/** What Prisma's adapter makes of the driver's error; a raw query keeps it in `meta` alone. */
interface AdapterError {
  cause?: { kind?: string; originalCode?: string }
}
const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'TransactionWriteConflict'])

function isAway({ cause }: AdapterError): boolean {
  return cause !== undefined && (awayKinds.has(cause.kind ?? '') || passing.test(cause.originalCode ?? ''))
}

/** A failure of the database as the caller shall see it: `overloaded` where it is away for now, else as it is. */
export function databaseFailure(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code, meta } = error as { code?: string; meta?: { driverAdapterError?: AdapterError } }
  const away =
    isAway(meta?.driverAdapterError ?? {}) ||
    (code !== undefined && (passing.test(code) || socketErrors.has(code) || /^P(1001|1002|1008|1017|2024|2034)$/.test(code))) ||
    driverMessages.test(error.message) ||
    (error.cause !== undefined && error.cause !== error && databaseFailure(error.cause) instanceof Problem)
  return away ? new Problem('overloaded', 'The database does not answer.', { retryAfterSeconds: 1, cause: error }) : error
}

/** Work on the database, its failures as the caller shall see them. @throws Problem `overloaded` where the database is away */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw databaseFailure(error)
  }
}

/** Whether a statement broke the rule of this SQLSTATE. */
export const isViolation = (error: unknown, code: '23503' | '23505'): boolean => (error as { code?: string } | null)?.code === code
