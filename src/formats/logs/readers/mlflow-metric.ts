import { invalid } from '../../../domain/problems.ts'
import { headOf } from '../head.ts'
import { eachLine } from '../lines.ts'
import { putSettings } from '../put-settings.ts'
import type { LogReader } from '../recorder.ts'

const line = /^(\d{9,14}) (\S+)(?: (-?\d+))?$/
/** MLflow keeps infinities as the largest numbers. */
const largest = 1.7976e308

/**
 * A metric in MLflow's file store, `mlruns/<experiment>/<run>/metrics/<name>`: lines of time, value and step. Files of old versions have
 * no step.
 * @see https://github.com/mlflow/mlflow/blob/master/mlflow/store/tracking/file_store.py
 */
export const mlflowMetric: LogReader = {
  name: 'mlflow',
  title: "a metric of MLflow's file store",
  place: 'Line',
  recognises: ({ text, isWhole }) => {
    const lines = text?.split(/\r?\n/) ?? []
    const whole = (isWhole ? lines : lines.slice(0, -1)).filter((one) => one !== '').slice(0, 50)
    return whole.length > 0 && whole.every((one) => line.test(one))
  },
  read: async (source, recorder) => {
    const param = /(?:^|\/)params\/([^/]+)$/.exec(source.name)?.[1]
    if (param !== undefined) {
      const { text } = await headOf(source)
      putSettings(recorder, [[param, text]])
      return
    }
    const value = recorder.column(source.name.replace(/^.*(?:^|\/)metrics\//, '') || 'value')
    const step = recorder.column('step')
    await eachLine(source.bytes(), (text, number, isCut) => {
      if (text.trim() === '') return
      const [, , cell, at] = line.exec(text.trim()) ?? []
      if (cell === undefined) {
        if (isCut) return
        throw invalid('', `Line ${number} is no time, value and step.`)
      }
      if (at !== undefined) recorder.put(step, at)
      recorder.put(value, Math.abs(Number(cell)) > largest ? Math.sign(Number(cell)) * Number.POSITIVE_INFINITY : cell)
      recorder.end(number)
    })
  }
}
