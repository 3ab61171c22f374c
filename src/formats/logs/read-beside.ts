import type { Points } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { type Ask, asValue, nameOf } from './ask-for-columns.ts'
import { SeriesAssembly, type SeriesColumns } from './assembly.ts'
import { candidatesOf, namesOf } from './candidates.ts'
import { seriesColumn } from './choose-series.ts'
import { isOfRun, namedColumn, stepsFor } from './columns-by-name.ts'
import { partsOf } from './names/run-names.ts'
import type { LogFacts, LogReader, Recorder } from './recorder.ts'
import type { NumberTable } from './scanner/number-table.ts'
import type { Survey } from './survey.ts'

/** Series that can be read beside the norms of a log. */
export type BesideName = Extract<SeriesName, 'loss' | 'weight-norm' | 'learning-rate' | 'l2'>

/** A series to read beside the norms. */
export interface BesideWish {
  readonly name: BesideName
  /** Its column; else found by name. */
  readonly column?: string
}

/** What was read beside the norms. */
export interface BesideReading {
  readonly name: BesideName
  readonly column: string
  readonly points: Points
}

/** A series that is to be read, and its columns. */
interface ChosenBeside {
  readonly name: BesideName
  readonly columns: SeriesColumns & { readonly value: string }
}

/** What they are called in sentences. */
export const besideTitles: Record<BesideName, string> = {
  loss: 'losses',
  'weight-norm': 'norms of the weights',
  'learning-rate': 'learning rates',
  l2: 'l2 norms'
}

const askFor = (name: BesideName): Ask =>
  name === 'loss'
    ? { plural: besideTitles[name], parameter: 'lossColumn', send: (column) => `\`lossColumn\`=${asValue(column)}` }
    : { plural: besideTitles[name], parameter: 'map', send: (column) => `\`map\`=${name}=${asValue(column)}` }

/**
 * Finds the columns of a series beside the norms: the one that is wished, else by name, as an import finds it. A log needs none, so what is
 * not certain is not read, and said.
 * @param value the column of the norms; null where those of parts are combined
 * @throws Problem `invalid-request` where there is no such column
 */
function chooseBeside(
  survey: Survey,
  { name, column: wished }: BesideWish,
  { value, run, step }: { readonly value: number | null; readonly run?: string; readonly step?: string }
): ChosenBeside | { readonly note: string } | null {
  const ask = askFor(name)
  const own = run ?? (value === null ? null : partsOf(nameOf(survey, value)).run)
  const candidates = candidatesOf(survey).filter(
    ({ column }) => column !== value && (own === null || isOfRun(partsOf(nameOf(survey, column)).run, own))
  )
  const numeric = new Set(survey.numeric())
  const called =
    wished === undefined
      ? seriesColumn(
          survey,
          name,
          candidates.filter(({ column }) => numeric.has(column)),
          numeric
        )
      : undefined
  if (called?.several !== undefined) {
    const how = name === 'loss' ? '; name one with `lossColumn`' : ''
    return { note: `Several columns may be the ${ask.plural}: ${namesOf(survey, called.several)}. None was read${how}.` }
  }
  const found = wished === undefined ? called?.column : namedColumn(survey, wished, `query/${ask.parameter}`, ask)
  if (found === undefined) return null
  try {
    const { step: stepColumn, epoch } = stepsFor(survey, found, step, ask)
    const columns = {
      value: nameOf(survey, found),
      step: stepColumn === null ? null : nameOf(survey, stepColumn),
      epoch: epoch === null ? null : nameOf(survey, epoch),
      isNorm: name !== 'loss',
      series: name,
      ...(run === undefined ? {} : { run })
    }
    return { name, columns }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { note: `The ${ask.plural} in ${JSON.stringify(nameOf(survey, found))} were not read: ${error.detail}` }
  }
}

/** What is to be read beside the norms, and what is said of what is not. */
export interface BesideChoice {
  readonly chosen: readonly ChosenBeside[]
  readonly notes: readonly string[]
}

/**
 * Chooses the columns of what is wished beside the norms.
 * @param title the column of the norms
 * @param norm  which norm they are; ℓ₂ norms are read beside others only
 */
export function chooseAllBeside(
  survey: Survey,
  { title, norm }: { readonly title: string; readonly norm: 'l1' | 'l2' | 'linf' },
  { beside = [], run, step }: { readonly beside?: readonly BesideWish[]; readonly run?: string; readonly step?: string }
): BesideChoice {
  const value = survey.find(title) ?? null
  const wishes = beside.filter(({ name }) => name !== 'l2' || norm !== 'l2')
  const found = wishes.map((wish) =>
    chooseBeside(survey, wish, { value, ...(run === undefined ? {} : { run }), ...(step === undefined ? {} : { step }) })
  )
  return {
    chosen: found.flatMap((one) => (one !== null && 'columns' in one ? [one] : [])),
    notes: found.flatMap((one) => (one !== null && 'note' in one ? [one.note] : []))
  }
}

/** Reads a log into the assembly of its norms and, in the same reading, what was chosen beside them. */
export async function readBeside(
  reader: { readonly place: LogReader['place']; readonly read: (recorder: Recorder) => Promise<void> },
  assembly: SeriesAssembly,
  { chosen, notes }: BesideChoice
): Promise<{ series: BesideReading[]; notes: readonly string[] }> {
  if (chosen.length === 0) {
    await reader.read(assembly)
    return { series: [], notes }
  }
  const all = new NormsAndBeside(assembly, chosen, reader.place)
  await reader.read(all)
  return { series: all.finish(assembly.order.count), notes: [...notes, ...all.notes] }
}

interface Beside {
  readonly chosen: ChosenBeside
  readonly assembly: SeriesAssembly
  failed: boolean
}

/** Takes down the norms of a log and, in the same reading, what is read beside them. */
class NormsAndBeside implements Recorder {
  readonly facts: LogFacts
  readonly notes: string[] = []
  readonly #norms: SeriesAssembly
  readonly #beside: Beside[]
  /** For each column, its number in each assembly. */
  readonly #numbers = new Map<string, number>()
  readonly #slots: number[][] = []

  constructor(norms: SeriesAssembly, beside: readonly ChosenBeside[], place: LogReader['place']) {
    this.#norms = norms
    this.facts = norms.facts
    this.#beside = beside.map((chosen) => ({ chosen, assembly: new SeriesAssembly(chosen.columns, place), failed: false }))
  }

  column(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const slots = [this.#norms, ...this.#beside.map(({ assembly }) => assembly)].map((assembly) => assembly.column(name))
    this.#numbers.set(name, this.#slots.length)
    return this.#slots.push(slots) - 1
  }

  wants(column: number): boolean {
    const [own, ...others] = this.#slots[column] as number[]
    return this.#norms.wants(own as number) || others.some((slot, i) => this.#beside[i]!.assembly.wants(slot))
  }

  put(column: number, cell: number | string): void {
    const slots = this.#slots[column] as number[]
    this.#norms.put(slots[0] as number, cell)
    for (const [i, { assembly }] of this.#beside.entries()) assembly.put(slots[i + 1] as number, cell)
  }

  takeTable(table: NumberTable, place: number): void {
    const { records, columns, values } = table
    const slotsOf = (assembly: number) => columns.map((column) => (this.#slots[column] as number[])[assembly] as number)
    this.#norms.takeTable({ records, columns: slotsOf(0), values }, place)
    for (const [i, one] of this.#beside.entries()) {
      this.#unlessFailed(one, () => one.assembly.takeTable({ records, columns: slotsOf(i + 1), values }, place))
    }
  }

  end(place: number, run?: string): void {
    this.#norms.end(place, run)
    for (const one of this.#beside) this.#unlessFailed(one, () => one.assembly.end(place, run))
  }

  #unlessFailed(one: Beside, take: () => void): void {
    if (one.failed) return
    try {
      take()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      one.failed = true
      this.notes.push(`${JSON.stringify(one.chosen.columns.value)} was not read: ${error.errors?.[0]?.detail ?? error.detail}`)
    }
  }

  resume(step: number): void {
    this.#norms.resume(step)
    for (const { assembly } of this.#beside) assembly.resume(step)
  }

  fact<Name extends keyof LogFacts>(name: Name, value: LogFacts[Name]): void {
    this.#norms.fact(name, value)
  }

  note(text: string): void {
    this.#norms.note(text)
  }

  /** What was read beside the norms. @param count of the norms: without steps, values are of the same records where there are as many */
  finish(count: number): BesideReading[] {
    return this.#beside.flatMap(({ chosen: { name, columns }, assembly, failed }) => {
      if (failed || assembly.order.count === 0) return []
      if (columns.step === null && assembly.order.count !== count) {
        this.notes.push(
          `${JSON.stringify(columns.value)} was not read: it has ${assembly.order.count} values, the norms ${count}, and no steps.`
        )
        return []
      }
      return [{ name, column: columns.value, points: assembly.order.finish().points }]
    })
  }
}
