/** A report as it is answered with a refinement. */
export const reportExample = {
  points: { received: 90000, used: 89998, nonFinite: 2, zero: 0, clamped: 0, trimmed: 0 },
  filterWidth: 8999,
  peak: { step: 11250, fraction: 0.12500138890432116 },
  bound: { refined: 0.0081, linear: 0.0094, gain: 1.1604938271604939 },
  unitPeakRate: 0.0021,
  warnings: [{ code: 'non-finite', detail: '2 of 90000 norms are NaN or infinite and were left out.' }],
  engine: { name: 'reference', library: null, device: 'cpu', precision: 'float64' }
}

export const refinementExample = {
  steps: 4,
  multipliers: [1, 0.6666666666666666, 0.3333333333333333, 0],
  report: {
    ...reportExample,
    points: { received: 4, used: 4, nonFinite: 0, zero: 0, clamped: 0, trimmed: 0 },
    filterWidth: 1,
    peak: { step: 0, fraction: 0 },
    bound: { refined: 0.5, linear: 0.5, gain: 1 },
    unitPeakRate: 0.375,
    warnings: [{ code: 'few-points', detail: 'Only 4 norms were used.' }]
  }
}

export const scheduleExample = {
  id: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81',
  name: 'refined from seed 1',
  runId: 'resnet50-seed1',
  runDeleted: false,
  rule: 'refined',
  parameters: {
    norm: 'l2',
    weighting: 'inverse-square',
    preset: 'paper',
    window: 0.1,
    trim: { start: 0, end: 0 },
    steps: 90000,
    method: 'closed-form',
    warmupFloor: 0
  },
  steps: 90000,
  peakLearningRate: 0.1,
  report: reportExample,
  createdAt: '2026-03-02T11:40:05.127Z',
  etag: '"b0Kq2l0WqUuT4o3mJmY9Gw"'
}
