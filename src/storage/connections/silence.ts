import type { Socket } from 'node:net'
import type pg from 'pg'

export const socketOf = (client: pg.Client): Socket => client.connection.stream as Socket

/** Why a connection was ended over which nothing came. */
export const silence = (ms: number): Error =>
  Object.assign(new Error(`The database has been silent for ${ms / 1000} s.`), { code: 'ETIMEDOUT' })

export const isSilence = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'ETIMEDOUT'

/** Work on a connection that has so long for it; then the connection is ended, which fails the work. */
export async function within<T>(ms: number, client: pg.Client, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => socketOf(client).destroy(silence(ms)), ms)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}
