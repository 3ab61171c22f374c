import { createHash } from 'node:crypto'
import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { ReadRun, ReadSeries, SeriesReading } from '../../formats/logs/read-series.ts'
import type { LogFacts } from '../../formats/logs/recorder.ts'
import { runIdOf, runNameOf } from '../../formats/logs/run-id.ts'

/** A log that was read, and what its files call the run. */
export interface ReadLog {
  readonly reading: SeriesReading
  /** Its file, or the folder of its files. */
  readonly path: string
  readonly isFolder: boolean
}

/** A run to be stored, and all that a person should know of how it was read. */
export interface PlannedRun {
  readonly id: string
  /** As the log calls it; null where the id says it all. */
  readonly name: string | null
  readonly series: readonly ReadSeries[]
  readonly ignored: readonly { readonly source: string; readonly points: number }[]
  readonly facts: LogFacts
  readonly warnings: readonly string[]
}

/** Of each run so many columns that were not read are listed. */
const ignoredMax = 500

/**
 * Names the runs of logs: by `runId` where all goes to one, else as the logs call them, made valid ids.
 * @param fallback an id for a log that says nothing of whose it is
 * @throws Problem `ambiguous-log` where several runs, or series of one name, would go to one run
 */
export function planRuns(logs: readonly ReadLog[], runId: string | undefined, fallback: string): PlannedRun[] {
  const named = logs.flatMap(({ reading, path, isFolder }) =>
    reading.runs.filter(({ series }) => series.length > 0).map((run) => ({ run, name: run.name ?? nameOf(path, isFolder), path }))
  )
  const passed = logs.flatMap(({ reading }) => reading.runs.filter(({ series }) => series.length === 0))
  const skipped = passed.map(({ name }) => `The run ${JSON.stringify(name)} has no series of ours and was passed over.`)
  if (named.length === 0) throw new Problem('ambiguous-log', 'No run of the log has a point of a series.')
  const planned = runId === undefined ? withIds(apart(named), fallback) : [merged(runId, named)]
  return planned.map((run) => ({ ...run, warnings: [...run.warnings, ...skipped.slice(0, 20)] }))
}

interface Named {
  readonly run: ReadRun
  readonly name: string | null
  readonly path: string
}

const nameOf = (path: string, isFolder: boolean): string | null => (path === '' ? null : isFolder ? path : runNameOf(path))

function withIds(named: readonly Named[], fallback: string): PlannedRun[] {
  const byName = group(named)
  const runs = [...byName].map(([name, own]) => ({ name: name === '' ? null : name, own }))
  const plain = runs.map(({ name }) => (name === null ? fallback : (runIdOf(name) ?? fallback)))
  return runs.map(({ name, own }, i) => {
    const id = plain[i] as string
    // Names that become one id must not become one run.
    const isShared = id !== name && plain.filter((other) => other === id).length > 1
    const unique = isShared
      ? `${id.slice(0, 119)}-${createHash('sha256')
          .update(name ?? '')
          .digest('hex')
          .slice(0, 8)}`
      : id
    const planned = merged(unique, own)
    if (name === unique) return planned
    const told =
      name === null
        ? `Neither the request nor the log names the run; it is called ${unique}, by what is in the file. Name it with \`runId\`.`
        : `The log calls the run ${JSON.stringify(name.slice(0, 200))}; its id is ${unique}.`
    return { ...planned, name: name?.slice(0, 1024) ?? null, warnings: [told, ...planned.warnings] }
  })
}

/** Files called alike that hold the same series are not one run: their folders tell them apart, as many of them as it takes. */
function apart(named: readonly Named[]): Named[] {
  return [...group(named)].flatMap(([name, own]) => {
    const isCalledByFile = own.every(({ run, path }) => run.name === null && runNameOf(path) === name && fileOf(path).startsWith(name))
    if (!isCalledByFile || sharedSeries(own) === null) return own
    const folders = own.map(({ path }) => path.split('/').slice(0, -1))
    const deepest = Math.max(...folders.map(({ length }) => length))
    const namesBy = (depth: number) => folders.map((parts) => [...parts.slice(-depth), name].join('/'))
    const depth = Array.from({ length: deepest }, (_, i) => i + 1).find((levels) => new Set(namesBy(levels)).size === own.length)
    const names = namesBy(depth ?? deepest)
    return own.map((one, i) => ({ ...one, name: names[i] as string }))
  })
}

const fileOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Two logs with the same series; null where each has its own. */
function sharedSeries(named: readonly Named[]): { name: SeriesName; first: Named; second: Named } | null {
  const having = new Map<SeriesName, Named>()
  for (const one of named) {
    for (const { name } of one.run.series) {
      const first = having.get(name)
      if (first !== undefined) return { name, first, second: one }
      having.set(name, one)
    }
  }
  return null
}

function group(named: readonly Named[]): Map<string, Named[]> {
  const groups = new Map<string, Named[]>()
  for (const one of named) groups.set(one.name ?? '', [...(groups.get(one.name ?? '') ?? []), one])
  return groups
}

/** What several logs say of one run. @throws Problem `ambiguous-log` where two have the same series */
function merged(id: string, named: readonly Named[]): PlannedRun {
  const runs = new Set(named.map(({ run }) => run.name).filter((name) => name !== null))
  if (runs.size > 1) {
    const errors = [...runs].slice(0, 50).map((name) => ({
      pointer: 'query/run',
      detail: `The run ${JSON.stringify(name)}.`,
      fix: `If it is this one, send \`run\`=${JSON.stringify(name)}.`
    }))
    throw new Problem(
      'ambiguous-log',
      `The log holds ${runs.size} runs, and \`runId\` is one. Name one with \`run\`, or leave \`runId\` out.`,
      {
        errors
      }
    )
  }
  const shared = sharedSeries(named)
  if (shared !== null) {
    const { name, first, second } = shared
    throw new Problem(
      'ambiguous-log',
      `${named.length} logs are of the run ${id}, and two have ${name}: ${first.path || 'one'} and ${second.path || 'another'}.`,
      { errors: [{ pointer: '', detail: `${name} stands in two logs.`, fix: 'Send one of them, or each with a `runId` of its own.' }] }
    )
  }
  return {
    id,
    name: null,
    series: named.flatMap(({ run }) => run.series),
    ignored: named.flatMap(({ run }) => run.ignored).slice(0, ignoredMax),
    facts: Object.assign({}, ...named.map(({ run }) => run.facts)),
    warnings: [...new Set(named.flatMap(({ run }) => run.warnings))]
  }
}
