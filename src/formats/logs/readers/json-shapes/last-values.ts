import { invalid } from '../../../../domain/problems.ts'
import { isObject } from '../../lenient-json.ts'
import { jsonShape } from './json-shape.ts'

/** One object of numbers: the last values of a run, as `wandb-summary.json` and `all_results.json` of Transformers hold them. */
export const lastValues = jsonShape<Record<string, unknown>>({
  title: 'the last values of a run',
  fits: (document): document is Record<string, unknown> =>
    isObject(document) && Object.values(document).filter((value) => typeof value === 'number').length > 1,
  put: () => {
    throw invalid(
      '',
      'The JSON document is one record, as wandb-summary.json and all_results.json hold the last values of a run, and no history.',
      'Name the file with the history: run-<id>.wandb, trainer_state.json, event files, or a CSV of a chart.'
    )
  }
})
