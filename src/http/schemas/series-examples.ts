import type { Examples } from './answers.ts'

/** Bodies that log several series. */
export const seriesLogExamples = {
  json: {
    even: { summary: 'Values of successive steps', value: { startStep: 0, series: { l2: [4.1, 3.9], loss: [2.3, 2.1] } } },
    steps: {
      summary: 'Values with their steps',
      value: { steps: [0, 50, 120], series: { l2: [4.1, 3.9, 3.2], 'eval-loss': [null, 2.2, null] } }
    }
  } satisfies Examples,
  ndjson: { points: { value: '{"step":0,"l2":4.1,"loss":2.3}\n{"step":1,"l2":3.9,"loss":2.1}\n' } } satisfies Examples,
  csv: { points: { value: 'step,l2,loss,learning-rate\n0,4.1,2.3,0.001\n1,3.9,,0.002\n' } } satisfies Examples
}

const stored = { received: 2, appended: 2, duplicates: 0, superseded: 0, points: 2, lastStep: 1 }
export const seriesReceiptExample = { series: { l2: stored, loss: stored } }

/** One series as it is answered. */
export const seriesPointsExamples = {
  even: { summary: 'Even steps', value: { name: 'loss', startStep: 0, stride: 1, values: [2.3, 2.1, 1.9] } },
  uneven: { summary: 'Uneven steps', value: { name: 'eval-loss', steps: [0, 50, 120], values: [2.4, 2.2, 2] } }
} satisfies Examples
