import { Problem } from '../domain/problems.ts'

/** SQLSTATEs of a server that is away or has too much to do for now: connection, resources, time limits, operator, read-only standby. */
const passing = /^(08|53|57P|57014|25P03|25P04|25006|40001|40P01|55P03)/
const diskFull = '53100'
const socketErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|not queryable|Client was closed/

/** What Prisma's adapter makes of the driver's error; a raw query keeps it in `meta` alone, the end of a transaction throws it as it is. */
interface AdapterError {
  cause?: { kind?: string; originalCode?: string }
}
const adapterErrorOf = (error: Error): AdapterError =>
  error.name === 'DriverAdapterError'
    ? (error as AdapterError)
    : ((error as { meta?: { driverAdapterError?: AdapterError } }).meta?.driverAdapterError ?? {})
const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'TransactionWriteConflict'])

function isAway({ cause }: AdapterError): boolean {
  return cause !== undefined && (awayKinds.has(cause.kind ?? '') || passing.test(cause.originalCode ?? ''))
}

/** A failure of the database as the caller shall see it: `storage-full`, `overloaded` where it is away for now, else as it is. */
export function databaseFailure(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code } = error as { code?: string }
  const adapterError = adapterErrorOf(error)
  if (code === diskFull || adapterError.cause?.originalCode === diskFull) {
    return new Problem('storage-full', 'The disk of the database is full.', { retryAfterSeconds: 30, cause: error })
  }
  const inner = error.cause === undefined || error.cause === error ? undefined : databaseFailure(error.cause)
  if (inner instanceof Problem) return inner
  const away =
    isAway(adapterError) ||
    (code !== undefined && (passing.test(code) || socketErrors.has(code) || /^P(1001|1002|1008|1017|2024|2028|2034)$/.test(code))) ||
    driverMessages.test(error.message)
  return away ? new Problem('overloaded', 'The database does not answer.', { retryAfterSeconds: 1, cause: error }) : error
}

/** The server has no connection free for us, or the pooler before it. */
export const isTooManyConnections = (error: unknown): boolean =>
  (error as { code?: string }).code === '53300' || /no more connections allowed/.test((error as Error).message)

/** The connection broke under a statement: what became of it nobody knows, and another connection may serve at once. */
export const isBroken = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'ECONNRESET' || code === 'EPIPE' || (code === undefined && /Connection terminated unexpectedly/.test(message ?? ''))
}

/** The server has answered that a statement failed: the connection serves on. */
export const isAnswer = (error: unknown): boolean => {
  const { severity } = error as { severity?: string }
  return severity !== undefined && severity !== 'FATAL' && severity !== 'PANIC'
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
