import type { HeardSeries } from '../../domain/run-state.ts'
import { type AddedPoints, type SeriesCommit, toldPointsMax } from '../../domain/series-commit.ts'

/** A change of a series, with the points that it added where one is told of them. */
export type SeriesChange = HeardSeries & { readonly added?: AddedPoints & { /** The version before them. */ readonly after: string } }

/** What one watcher has not been told yet of the commits of this process. It holds some points of each series at most, however slow the watcher. */
export class SeriesNews {
  readonly #waiting = new Map<string, { commits: SeriesCommit[]; points: number }>()

  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  hear(commits: readonly SeriesCommit[]): void {
    for (const commit of commits) {
      const before = this.#waiting.get(commit.series)
      const points = (before?.points ?? 0) + (commit.added?.values.length ?? 0)
      // Where they are too many, or something else happened to the series, how it is now is all that counts.
      if (before === undefined || commit.added === null || points > toldPointsMax) {
        this.#waiting.set(commit.series, { commits: [commit], points: commit.added?.values.length ?? 0 })
      } else {
        before.commits.push(commit)
        before.points = points
      }
    }
  }

  /**
   * Takes what is new, one change for each series.
   * @param seen the versions that the watcher knows, by series
   */
  take(seen: Readonly<Record<string, string>>): SeriesChange[] {
    const changes: SeriesChange[] = []
    for (const [series, { commits }] of this.#waiting) {
      const known = seen[series]
      const fresh = known === undefined ? commits : commits.filter(({ version }) => version > BigInt(known))
      const last = fresh.at(-1)
      if (last === undefined) continue
      const { version, points, lastStep, superseded } = last
      const added = known === undefined ? null : addedSince(BigInt(known), fresh)
      const told = added && { added: { after: known as string, ...added } }
      changes.push({ series: last.series, version: String(version), points, lastStep, superseded, ...told })
    }
    this.#waiting.clear()
    return changes
  }
}

/** What commits added, where each follows the one before and the first of them the version; else null. */
function addedSince(version: bigint, commits: readonly SeriesCommit[]): AddedPoints | null {
  const parts: AddedPoints[] = []
  for (const commit of commits) {
    if (commit.before !== version || commit.added === null) return null
    version = commit.version
    parts.push(commit.added)
  }
  if (parts.length === 1) return parts[0] as AddedPoints
  const count = parts.reduce((sum, { values }) => sum + values.length, 0)
  const joined = { steps: new Float64Array(count), values: new Float64Array(count) }
  let at = 0
  for (const { steps, values } of parts) {
    joined.steps.set(steps, at)
    joined.values.set(values, at)
    at += values.length
  }
  return joined
}
