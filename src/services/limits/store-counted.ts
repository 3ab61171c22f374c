import { Problem } from '../../domain/problems.ts'
import type { Counted } from '../../storage/point-count-repository.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Limits } from './limits.ts'

/**
 * Stores points and counts those that are new, within the limit of the day. They are counted before they are stored, so that requests at
 * once do not pass the limit together, and given back where they were duplicates or were not stored.
 * @param store stores at most so many new points, or nothing
 * @throws Problem `too-many-points`, and what `store` throws
 */
export async function storeCounted<Outcome extends { appended: number }>(
  { pointCounts }: Pick<Storage, 'pointCounts'>,
  { pointsPerDay }: Limits,
  of: Counted,
  received: number,
  store: (newPointsMax: number | undefined) => Promise<Outcome>
): Promise<Outcome> {
  if (pointsPerDay === null || received === 0) return await store(undefined)
  const granted = await pointCounts.reserve(of, received, pointsPerDay)
  let appended = 0
  try {
    const outcome = await store(granted)
    appended = outcome.appended
    return outcome
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'too-many-points') throw error
    throw new Problem('too-many-points', `${error.detail} The limit is ${pointsPerDay} a day (UTC).`, {
      retryAfterSeconds: secondsLeftToday()
    })
  } finally {
    if (granted > appended) await pointCounts.release(of, granted - appended)
  }
}

/** Until the next day of UTC. */
export const secondsLeftToday = (now = Date.now()): number => Math.ceil((86_400_000 - (now % 86_400_000)) / 1000)
