import { SeriesAssembly } from './assembly.ts'
import { cellNumber } from './cell.ts'
import type { ChosenSeries } from './choose-series.ts'
import type { LogFacts, LogReader, Recorder } from './recorder.ts'
import { RunSorter } from './run-surveys.ts'
import { type NumberTable, replay } from './scanner/number-table.ts'

/** What is read of one run: its series, and how many numbers stand in each column. */
export class RunSeries {
  readonly series: readonly { readonly chosen: ChosenSeries; readonly assembly: SeriesAssembly; readonly divisor?: SeriesAssembly }[]
  /** By the numbers of columns. */
  readonly counts: number[] = []
  readonly #assemblies: readonly SeriesAssembly[]
  readonly #targets: { assembly: SeriesAssembly; slot: number }[][] = []

  constructor(series: readonly ChosenSeries[], place: LogReader['place'], grow: (bytes: number) => void) {
    this.series = series.map((chosen) => ({
      chosen,
      assembly: new SeriesAssembly(chosen.columns, place, { grow }),
      ...(chosen.over && { divisor: new SeriesAssembly(chosen.over, place, { grow }) })
    }))
    this.#assemblies = this.series.flatMap(({ assembly, divisor }) => (divisor === undefined ? [assembly] : [assembly, divisor]))
  }

  put(column: number, name: string, cell: number | string): void {
    const number = cellNumber(cell)
    if (number === undefined) return
    if (number !== null) this.counts[column] = (this.counts[column] ?? 0) + 1
    for (const { assembly, slot } of this.#targets[column] ?? this.#aim(column, name)) assembly.put(slot, number ?? cell)
  }

  takeTable({ records, columns, values }: NumberTable, names: readonly string[], place: number): void {
    for (const column of columns) this.counts[column] = (this.counts[column] ?? 0) + records
    for (const assembly of this.#assemblies) {
      assembly.takeTable({ records, columns: columns.map((column) => assembly.column(names[column] as string)), values }, place)
    }
  }

  /** Whether a series is read from the column; of the others only the numbers are counted. */
  reads(column: number, name: string): boolean {
    return (this.#targets[column] ?? this.#aim(column, name)).length > 0
  }

  end(place: number): void {
    for (const assembly of this.#assemblies) assembly.end(place)
  }

  resume(step: number): void {
    for (const assembly of this.#assemblies) assembly.resume(step)
  }

  #aim(column: number, name: string): { assembly: SeriesAssembly; slot: number }[] {
    const targets = this.#assemblies
      .map((assembly) => ({ assembly, slot: assembly.column(name) }))
      .filter(({ assembly, slot }) => assembly.wants(slot))
    this.#targets[column] = targets
    return targets
  }
}

/** Takes down the chosen series of all runs of a log at once. */
export class SeriesRecorder implements Recorder {
  readonly names: string[] = []
  readonly facts: LogFacts = {}
  readonly notes: string[] = []
  /** Runs that were not known of when series were chosen. */
  readonly strange = new Set<string | null>()
  readonly #runs: ReadonlyMap<string | null, RunSeries>
  readonly #only: RunSeries | undefined
  readonly #sorter: RunSorter
  readonly #numbers = new Map<string, number>()
  readonly #columns: number[] = []
  readonly #cells: (number | string)[] = []

  constructor(runs: ReadonlyMap<string | null, RunSeries>, byColumn: boolean) {
    this.#runs = runs
    this.#only = runs.size === 1 ? runs.get(null) : undefined
    this.#sorter = new RunSorter(byColumn)
  }

  column(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#sorter.add(name)
    this.#numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  wants(column: number): true | 'numbers' {
    return this.#only === undefined || this.#only.reads(column, this.names[column] as string) || 'numbers'
  }

  put(column: number, cell: number | string): void {
    // Where the log names no run, a cell need not wait to know whose it is.
    if (this.#only !== undefined) this.#only.put(column, this.names[column] as string, cell)
    else {
      this.#columns.push(column)
      this.#cells.push(cell)
    }
  }

  takeTable(table: NumberTable, place: number): void {
    if (this.#only !== undefined) this.#only.takeTable(table, this.names, place)
    else replay(this, table, place)
  }

  end(place: number, run?: string): void {
    if (this.#only !== undefined) {
      if (run !== undefined) this.strange.add(run)
      this.#only.end(place)
      return
    }
    const isByColumn = this.#sorter.isByColumn && run === undefined
    const given = isByColumn ? this.#runsOfRecord() : [run ?? null]
    for (const one of given) {
      const taking = this.#runs.get(one)
      if (taking === undefined) {
        this.strange.add(one)
        continue
      }
      for (const [i, column] of this.#columns.entries()) {
        const own = isByColumn ? this.#sorter.runOf(column) : null
        if (own === null || own === one) taking.put(column, this.names[column] as string, this.#cells[i] as number | string)
      }
      taking.end(place)
    }
    this.#columns.length = 0
    this.#cells.length = 0
  }

  #runsOfRecord(): Set<string> {
    const runs = new Set<string>()
    for (const column of this.#columns) {
      const run = this.#sorter.runOf(column)
      if (run !== null) runs.add(run)
    }
    return runs
  }

  fact<Name extends keyof LogFacts>(name: Name, value: LogFacts[Name]): void {
    this.facts[name] = value
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text)
  }

  resume(step: number): void {
    for (const run of this.#runs.values()) run.resume(step)
  }
}
