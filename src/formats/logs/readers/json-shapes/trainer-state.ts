import { isObject } from '../../lenient-json.ts'
import { putFields } from '../../put-fields.ts'
import { jsonShape } from './json-shape.ts'

interface TrainerState {
  log_history: unknown[]
  max_steps?: unknown
}

/**
 * `trainer_state.json` of Transformers: `log_history` has a row for each time that something was logged. Its loss is the mean since the
 * last row, its `grad_norm` that of the last step.
 * @see https://github.com/huggingface/transformers/blob/main/src/transformers/trainer_callback.py
 */
export const trainerState = jsonShape<TrainerState>({
  title: 'trainer_state.json of Transformers',
  fits: (document): document is TrainerState => isObject(document) && Array.isArray(document.log_history),
  put: ({ log_history: rows, max_steps: totalSteps }, recorder) => {
    if (typeof totalSteps === 'number' && Number.isInteger(totalSteps) && totalSteps > 0) recorder.fact('totalSteps', totalSteps)
    for (const [index, row] of rows.entries()) {
      // The row at the end sums up the whole training.
      if (!isObject(row) || 'train_runtime' in row) continue
      putFields(recorder, row)
      recorder.end(index + 1)
    }
  }
})
