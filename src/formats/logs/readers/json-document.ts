import { invalid } from '../../../domain/problems.ts'
import { parseLenientJson } from '../lenient-json.ts'
import type { LogReader } from '../recorder.ts'
import { allText } from '../text.ts'
import { columns } from './json-shapes/columns.ts'
import type { JsonShape } from './json-shapes/json-shape.ts'
import { lastValues } from './json-shapes/last-values.ts'
import { mlflowRun } from './json-shapes/mlflow-run.ts'
import { numberList } from './json-shapes/number-list.ts'
import { pandasSplit } from './json-shapes/pandas-split.ts'
import { records } from './json-shapes/records.ts'
import { recordsByNumber } from './json-shapes/records-by-number.ts'
import { tensorboardScalars, tensorboardTags } from './json-shapes/tensorboard-scalars.ts'
import { trainerState } from './json-shapes/trainer-state.ts'

/** The ways in which one document holds a log; the first that fits is taken. */
const shapes: readonly JsonShape[] = [
  trainerState,
  mlflowRun,
  tensorboardScalars,
  tensorboardTags,
  pandasSplit,
  records,
  recordsByNumber,
  columns,
  numberList,
  lastValues
]

/** One JSON document, read as a whole. */
export const jsonDocument: LogReader = {
  name: 'json',
  title: 'a JSON document',
  place: 'Record',
  recognises: ({ text }) => text !== null && /^\s*[[{]/.test(text) && !/^\s*\[[^\]"{[]{0,80}\]/.test(text),
  read: async (source, recorder) => {
    const text = await allText(source.bytes(), source.grow)
    if (text.trim() === '') throw invalid('', 'It is empty.', 'Give a JSON document.')
    let document: unknown
    try {
      document = parseLenientJson(text)
    } catch (error) {
      throw invalid(
        '',
        `The file begins like JSON and is none: ${(error as Error).message}.`,
        'If it is a log of another kind, name its format with `input`.'
      )
    }
    const shape = shapes.find(({ fits }) => fits(document))
    if (shape === undefined) {
      throw invalid(
        '',
        'The JSON document holds no list of records and no list of numbers.',
        `Known are ${shapes.map(({ title }) => title).join(', ')}.`
      )
    }
    recorder.note(`It is read as ${shape.title}.`)
    shape.put(document as never, recorder)
  }
}
