import { fixOfName } from '../../domain/closest-name.ts'
import type { Points } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import { isSeriesName, mayBeNegative, type SeriesName, seriesNames } from '../../domain/series.ts'
import { LogBuilder } from '../logs/log-builder.ts'
import { normOf, type Place, stepOf, type ValueKind } from '../logs/point-checks.ts'

/** Series as a body gave them: values and steps are checked. A series without a value has no points. */
export interface SeriesLog {
  readonly parts: ReadonlyMap<SeriesName, Points>
  /** The body named no step: values count from 0. */
  readonly startless: boolean
}

const kinds = new Map<SeriesName, ValueKind>(
  seriesNames.map((name) => [
    name,
    {
      title: `A value of ${name}`,
      isSigned: mayBeNegative(name),
      fix: 'Send the value itself, not its logarithm or change; only losses may be negative.'
    }
  ])
)

/** A value of a series as JSON gives it. @throws Problem `invalid-request` */
export const seriesValueOf = (name: SeriesName, value: unknown, place: () => Place): number =>
  normOf(value, place, kinds.get(name) as ValueKind)

/**
 * The series of a name.
 * @param pointer where the name stands
 * @param prefix what comes before a sentence about it, such as "Line 7: "
 * @throws Problem `invalid-request` with "did you mean …?"
 */
export function seriesNamed(name: string, pointer: string, prefix = ''): SeriesName {
  if (isSeriesName(name)) return name
  const fix = name === 'lr' ? 'Did you mean "learning-rate"?' : fixOfName(name, seriesNames)
  throw invalid(pointer, `${prefix}${JSON.stringify(name)} is not the name of a series.`, fix)
}

/** Collects rows of a log, each a step and the values that some series have there. */
export class SeriesBuilder {
  readonly #parts = new Map<SeriesName, LogBuilder>()
  #step = -1

  /** Makes sure that a series is named in the log, though it may have no values. */
  name(name: SeriesName): LogBuilder {
    let part = this.#parts.get(name)
    if (part === undefined) {
      part = new LogBuilder()
      this.#parts.set(name, part)
    }
    return part
  }

  /** Begins a row. Steps increase from row to row. @throws Problem `invalid-request` */
  step(step: unknown, place: () => Place): void {
    this.#step = stepOf(step, this.#step, place)
  }

  /** Adds a value to the row; null stands for none. @throws Problem `invalid-request` */
  value(name: SeriesName, value: unknown, place: () => Place): void {
    const part = this.name(name)
    if (value !== null) part.add(this.#step, seriesValueOf(name, value, place))
  }

  finish(): SeriesLog {
    const parts = Array.from(this.#parts, ([name, part]): [SeriesName, Points] => {
      const { steps, values } = part.finish()
      return [name, { steps: steps ?? { first: 0, stride: 1 }, values }]
    })
    return { parts: new Map(parts), startless: false }
  }
}
