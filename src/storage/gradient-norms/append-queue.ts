import type { Append, AppendOutcome } from './series.ts'

/** An append that waits for its commit. */
export interface Waiting {
  append: Append
  done(outcome: AppendOutcome): void
  failed(error: unknown): void
}

/** The most points that commit together: a transaction of about 8 MiB. One append may have more. */
const groupPointsMax = 1_048_576

/**
 * One line of appends for each series. While a group commits, the next ones gather, and commit together when it is done: so the
 * disk is waited for once a group and not once a request.
 */
export function appendQueue(commit: (series: string, group: Waiting[]) => Promise<void>) {
  const lines = new Map<string, Waiting[]>()

  const work = async (series: string, line: Waiting[]): Promise<void> => {
    while (line.length > 0) {
      let points = 0
      let size = 0
      while (size < line.length && (size === 0 || points + (line[size] as Waiting).append.points.values.length <= groupPointsMax)) {
        points += (line[size++] as Waiting).append.points.values.length
      }
      const group = line.splice(0, size)
      await commit(series, group).catch((error) => {
        for (const waiting of group) waiting.failed(error)
      })
    }
    lines.delete(series)
  }

  return {
    append(series: string, append: Append): Promise<AppendOutcome> {
      return new Promise((done, failed) => {
        const waiting = { append, done, failed }
        const line = lines.get(series)
        if (line) {
          line.push(waiting)
          return
        }
        const fresh = [waiting]
        lines.set(series, fresh)
        void work(series, fresh)
      })
    },
    /** Waits until nothing is under way. */
    async idle(): Promise<void> {
      while (lines.size > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}
