import { numberText } from '../number-text.ts'
import type { ExportedSchedule, StreamTarget } from './export-target.ts'

const header = ({ peakLearningRate }: ExportedSchedule): string =>
  peakLearningRate === null ? 'step,multiplier\n' : 'step,multiplier,learningRate\n'

const row = (step: number, multiplier: number, peak: number | null): string =>
  `${step},${numberText(multiplier)}${peak === null ? '' : `,${numberText(multiplier * peak)}`}\n`

export const csv: StreamTarget = {
  name: 'csv',
  title: 'CSV: step, multiplier and, where the peak is known, learning rate',
  usage: 'For a spreadsheet, or a trainer of your own; with `form=segments`, one row a corner of straight pieces.',
  mediaType: 'text/csv',
  example: 'step,multiplier,learningRate\n0,1,0.001\n1,0.99,0.00099\n',
  fileName: 'taper-schedule-<id>.csv',
  forms: ['segments', 'dense'],
  needs: 'pieces',
  async *write(schedule, pieces) {
    yield header(schedule)
    let step = 0
    for await (const values of pieces) {
      let text = ''
      for (const multiplier of values) text += row(step++, multiplier, schedule.peakLearningRate)
      yield text
    }
  },
  writeKnots: (schedule, knots) =>
    header(schedule) + knots.map(({ step, multiplier }) => row(step, multiplier, schedule.peakLearningRate)).join('')
}
