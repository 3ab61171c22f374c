import { bytesOfFloat64 } from '../../domain/float64-bytes.ts'
import { safetensorsHead } from '../safetensors/head.ts'
import type { StreamTarget } from './export-target.ts'

export const safetensors: StreamTarget = {
  name: 'safetensors',
  title: 'safetensors: the tensor `multipliers`, float64',
  usage: 'Read it with `safetensors.numpy.load_file`, or its like for your framework.',
  mediaType: 'application/vnd.safetensors',
  example: null,
  fileName: 'taper-schedule-<id>.safetensors',
  forms: ['dense'],
  needs: 'pieces',
  async *write({ id, name, rule, steps, peakLearningRate }, pieces) {
    const metadata = {
      scheduleId: id,
      rule,
      ...(name === null ? {} : { name }),
      ...(peakLearningRate === null ? {} : { peakLearningRate: String(peakLearningRate) })
    }
    yield safetensorsHead([{ name: 'multipliers', dtype: 'F64', shape: [steps] }], metadata)
    for await (const values of pieces) yield bytesOfFloat64(values)
  }
}
