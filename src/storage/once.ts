import type { PoolClient } from 'pg'

/**
 * Keeps the answer of a request in the transaction that stores its result: both, or none. Given to what stores it; called with the result, as
 * the last of the transaction.
 * @throws Problem `idempotency-key-in-use` where another attempt of the request has taken over; then nothing is stored
 */
export type Once<Result> = (client: PoolClient, result: Result) => Promise<void>
