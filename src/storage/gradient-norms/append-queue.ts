import type { SeriesName } from '../../domain/series.ts'
import type { Once } from '../once.ts'
import type { Append, JointOutcome } from './series.ts'

/** A request that waits for its commit. */
export interface Waiting {
  /** What each series gets; one request has one `onConflict` and one `resumeFrom` for all. */
  readonly appends: ReadonlyMap<SeriesName, Append>
  /** Training went back: in every series of the run, also in those that have no append here. */
  readonly resumeAllFrom?: number
  /** Keeps the answer with the points. */
  readonly once?: Once<JointOutcome>
  /** Most points that may be stored, in all series together. */
  readonly newPointsMax?: number
  done(outcome: JointOutcome): void
  failed(error: unknown): void
}

/** The most points that commit together: a transaction of about 8 MiB. One request may have more. */
const groupPointsMax = 1_048_576

const pointsOf = ({ appends }: Waiting): number => {
  let points = 0
  for (const append of appends.values()) points += append.points.values.length
  return points
}

/**
 * One line of requests for each run. While a group commits, the next ones gather, and commit together when it is done: so the
 * disk is waited for once a group and not once a request.
 * @param commit given what names the run, and requests that write to it
 */
export function appendQueue(commit: (run: string, group: Waiting[]) => Promise<void>) {
  const lines = new Map<string, Waiting[]>()

  const work = async (run: string, line: Waiting[]): Promise<void> => {
    while (line.length > 0) {
      let points = 0
      let size = 0
      while (size < line.length) {
        points += pointsOf(line[size] as Waiting)
        if (size > 0 && points > groupPointsMax) break
        size++
      }
      const group = line.splice(0, size)
      await commit(run, group).catch((error) => {
        for (const waiting of group) waiting.failed(error)
      })
    }
    lines.delete(run)
  }

  return {
    append(run: string, request: Pick<Waiting, 'appends' | 'resumeAllFrom' | 'once' | 'newPointsMax'>): Promise<JointOutcome> {
      return new Promise((done, failed) => {
        const waiting = { ...request, done, failed }
        const line = lines.get(run)
        if (line) {
          line.push(waiting)
          return
        }
        const fresh = [waiting]
        lines.set(run, fresh)
        void work(run, fresh)
      })
    },
    /** Waits until nothing is under way. */
    async idle(): Promise<void> {
      while (lines.size > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}
