import { invalid } from '../../domain/problems.ts'
import type { RunState } from '../../domain/run-state.ts'
import type { SeriesChange } from './series-news.ts'

/** What of a run someone has seen. */
export interface RunCursor {
  readonly updatedAt: string
  /** The latest schedule: when it was made; empty before the first. */
  readonly scheduleAt: string
  readonly versions: Readonly<Record<string, string>>
}

export const nothingSeen: RunCursor = { updatedAt: '', scheduleAt: '', versions: {} }

const number = /^\d{0,20}$/

/** A cursor as an event has it. */
export const cursorText = ({ updatedAt, scheduleAt, versions }: RunCursor): string =>
  Buffer.from(JSON.stringify([updatedAt, scheduleAt, versions])).toString('base64url')

/** @throws Problem `invalid-request` for what no event had */
export function cursorOf(text: string): RunCursor {
  try {
    const [updatedAt, scheduleAt, versions] = JSON.parse(Buffer.from(text.slice(0, 2048), 'base64url').toString()) as [
      string,
      string,
      object
    ]
    const entries = Object.entries(versions)
    if ([updatedAt, scheduleAt, ...entries.map(([, version]) => version)].every((part) => typeof part === 'string' && number.test(part))) {
      return { updatedAt, scheduleAt, versions: Object.fromEntries(entries) }
    }
  } catch {
    // Falls through: it is none of ours.
  }
  throw invalid('header/last-event-id', 'is not the id of an event.', 'Leave it out, to begin with the run as it is.')
}

/** Something that happened to a run. */
export type RunEvent = {
  /** What has been seen with it. */
  readonly cursor: RunCursor
} & (
  | { readonly event: 'points'; readonly data: SeriesChange }
  | { readonly event: 'run'; readonly data: { readonly updatedAt: string } }
  | { readonly event: 'schedule'; readonly data: { readonly scheduleId: string } }
)

/** Whether schedules may have been made since that the state does not have, as it has the latest alone. */
export const missesSchedules = ({ updatedAt, scheduleAt }: RunCursor, { schedules: [oldest] }: RunState): boolean =>
  updatedAt !== '' && oldest !== undefined && BigInt(oldest.createdAt) > BigInt(scheduleAt || '0')

/**
 * What of a run is new. A series that was appended to, or went back, is one event, however often that happened; before anything was seen,
 * each series that there is, and no schedule.
 */
export function eventsSince(seen: RunCursor, { updatedAt, series, schedules }: RunState): RunEvent[] {
  const events: RunEvent[] = []
  let cursor = seen
  const latest = schedules.at(-1)?.createdAt ?? ''
  if (seen === nothingSeen) cursor = { ...cursor, scheduleAt: latest }
  if (updatedAt !== cursor.updatedAt) {
    cursor = { ...cursor, updatedAt }
    events.push({ event: 'run', data: { updatedAt: new Date(Number(updatedAt) / 1000).toISOString() }, cursor })
  }
  for (const event of seriesEvents(
    cursor,
    series.filter((one) => cursor.versions[one.series] !== one.version)
  )) {
    cursor = event.cursor
    events.push(event)
  }
  for (const { id, createdAt } of schedules) {
    if (BigInt(createdAt) <= BigInt(cursor.scheduleAt || '0')) continue
    cursor = { ...cursor, scheduleAt: createdAt }
    events.push({ event: 'schedule', data: { scheduleId: id }, cursor })
  }
  return events
}

/** An event for each change of a series. */
export function seriesEvents(seen: RunCursor, changes: readonly SeriesChange[]): RunEvent[] {
  let cursor = seen
  return changes.map((data) => {
    cursor = { ...cursor, versions: { ...cursor.versions, [data.series]: data.version } }
    return { event: 'points', data, cursor }
  })
}

/** A look at a run, without what was known before: a look may be answered after news of a later commit. */
export const withoutOlder = (state: RunState, { versions }: RunCursor): RunState => ({
  ...state,
  series: state.series.filter(({ series, version }) => BigInt(version) >= BigInt(versions[series] ?? 0))
})
