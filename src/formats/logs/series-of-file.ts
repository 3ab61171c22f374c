import { isGradientNorm, type SeriesName, seriesNames } from '../../domain/series.ts'
import { type Meaning, meaningOf } from './names/meaning.ts'

/** Whether what a name means is this series. */
export function isOf({ kind, norm }: Pick<Meaning, 'kind' | 'norm'>, name: SeriesName): boolean {
  if (!isGradientNorm(name)) return kind === name
  return kind === 'norm' && (norm === name || (norm === null && name === 'l2'))
}

/** The series of a file by its name: TensorBoard calls its downloads `run-<run>-tag-<tag>.csv`. */
export function seriesOfFile(file: string): SeriesName | undefined {
  const tag = /(?:^|-)tag-(.+)\.\w+$/.exec(file)?.[1]
  if (tag === undefined) return undefined
  const meaning = meaningOf(tag)
  return seriesNames.find((name) => isOf(meaning, name))
}
