import type { Examples } from './answers.ts'

const text = (value: string): Examples => ({ points: { value } })

export const receiptExample = { received: 4, appended: 4, duplicates: 0, superseded: 0, points: 4, lastStep: 3 }

/** Series as they are answered. */
export const seriesExamples = {
  json: {
    even: { summary: 'Even steps', value: { norm: 'l2', startStep: 0, stride: 1, values: [4.1, 3.9, 'NaN', 3.2] } },
    uneven: { summary: 'Uneven steps', value: { norm: 'l2', steps: [0, 50, 120], values: [4.1, 3.9, 3.2] } },
    history: { summary: 'history=all', value: { points: [{ step: 0, value: 4.1, sequence: 0, current: true }] } },
    buckets: {
      summary: 'buckets=1',
      value: {
        buckets: [{ fromStep: 0, toStep: 4, count: 4, first: 4.1, last: 3.2, min: 3.2, max: 4.1, mean: 3.7333333333333334, nonFinite: 1 }]
      }
    }
  } satisfies Examples,
  ndjson: text('{"step":0,"value":4.1}\n{"step":1,"value":3.9}\n'),
  csv: text('step,value\n0,4.1\n1,3.9\n')
}
