import { importExample } from './imports.ts'
import { reportExample } from './schedule-examples.ts'

const line = { steps: [0, 150, 299], low: [2.1, 1.2, 0.9], high: [2.6, 1.4, 1.1] }
const multipliers = { steps: [0, 15, 299], low: [0.07, 1, 0], high: [0.07, 1, 0] }

export const logReportExample = {
  receipt: importExample,
  runId: 'llama-ft',
  title: 'llama-ft',
  norm: 'l2',
  peakLearningRate: 0.00001,
  series: [{ name: 'l2', source: 'grad_norm', points: 60, nonFinite: 0, firstStep: 5, lastStep: 300, ...line }],
  used: 'The logged learning rates are nearest to the rule `linear` at the peak 0.00001: largest difference 0 of the peak, r² 1.',
  refinement: { steps: 300, preset: 'robust', report: reportExample, multipliers, filtered: line, paper: null },
  comparison: {
    rows: [
      {
        name: 'refined',
        bound: { value: 0.0081, ratio: 1, bestPeak: 0.0021, isBest: true },
        forecast: { loss: 0.91, low: 0.88, high: 0.95, isBest: true }
      }
    ],
    bounds: 'On these norms the general bound of refined is 0.0081 at its best base learning rate, 0.0021.'
  },
  forecast: { missing: 'the log has no learning rates, which a law needs beside the losses.' },
  exports: {
    targets: [
      {
        name: 'csv',
        title: 'CSV: step, multiplier and, where the peak is known, learning rate',
        usage: 'For a spreadsheet.',
        fileName: 'taper-schedule.csv',
        text: { text: 'step,multiplier\n0,0.07\n15,1\n299,0\n' }
      }
    ],
    tolerance: 0.001
  },
  numbers: { norms: [2.4, 1.3, 1], curve: null }
}
