const usual = (steps: number, runId?: string) => ({
  name: 'warm-up-linear',
  detail:
    '5 % warm-up, then linear decay: on small models it did as well as refined schedules, or better, where norms change because training converges.',
  request: {
    method: 'POST',
    path: '/v1/schedules',
    body: { rule: 'warmup', parameters: { length: 0.05, of: { rule: 'linear' } }, steps, ...(runId === undefined ? {} : { runId }) }
  }
})

/** A report as it is answered with a schedule of preset robust. */
export const reportExample = {
  points: { received: 90000, used: 89998, nonFinite: 2, zero: 0, clamped: 0, raised: 0, trimmed: 0 },
  filterWidth: 8999,
  peak: { step: 11250, fraction: 0.12500138890432116 },
  bound: { refined: 0.0081, linear: 0.0094, gain: 1.1604938271604939 },
  unitPeakRate: 0.0021,
  losses: {
    use: 'read',
    received: 90000,
    used: 90000,
    nonFinite: 0,
    notPositive: 0,
    covered: 1,
    detail:
      'The losses were read beside the norms. The norms change by a factor of 1.61 that they do not explain: the schedule has less rate ' +
      'where they are larger.'
  },
  explained: { slope: -0.82, range: 0.93 },
  forgetting: 0.9,
  advice: {
    verdict: 'refined',
    detail:
      'Train with this schedule: the norms change 2.53 times, against the loss (to its power -0.82), so not because training converges.'
  },
  alternatives: [
    usual(90000, 'resnet50-seed1'),
    {
      name: 'paper',
      detail: 'Preset paper: the weights of the theorem, without regard to losses; its authors report gains on large models.',
      request: { method: 'POST', path: '/v1/runs/resnet50-seed1/schedules', body: { preset: 'paper', norm: 'l2', steps: 90000 } }
    }
  ],
  warnings: [{ code: 'non-finite', detail: '2 points are NaN or ±Infinity and were dropped, as steps that the trainer skips are.' }],
  engine: { name: 'reference', library: null, device: 'cpu', precision: 'float64' }
}

export const refinementExample = {
  steps: 4,
  multipliers: [1, 0.6666666666666666, 0.3333333333333333, 0],
  report: {
    ...reportExample,
    points: { received: 4, used: 4, nonFinite: 0, zero: 0, clamped: 0, raised: 0, trimmed: 0 },
    filterWidth: 1,
    peak: { step: 0, fraction: 0 },
    bound: { refined: 0.5, linear: 0.5, gain: 1 },
    unitPeakRate: 0.375,
    losses: {
      use: 'none',
      received: 0,
      used: 0,
      nonFinite: 0,
      notPositive: 0,
      covered: null,
      detail:
        'No losses were read. With the training loss logged beside the norms, Taper can tell norms that change because ' +
        'training converges from norms that change for another reason, and moves the rate only for the latter.'
    },
    explained: null,
    forgetting: null,
    advice: {
      verdict: 'either',
      detail:
        'Train with 5 % warm-up and linear decay as well as with this one: the log does not show enough to prefer a schedule of its own ' +
        '(`few-points`).'
    },
    alternatives: [usual(4)],
    warnings: [{ code: 'few-points', detail: 'Only 4 points could be used: the shape is rough. Log the norm of every step.' }]
  }
}

export const refinementPreviewExample = {
  steps: 4,
  multipliers: { steps: [0, 3], values: [1, 0] },
  norms: { steps: [0, 3], values: [1, 1] },
  losses: { steps: [0, 3], values: [2.5, 2.1] },
  report: refinementExample.report
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
    preset: 'robust',
    window: 0.1,
    trim: { start: 0, end: 0 },
    steps: 90000,
    method: 'closed-form',
    warmupFloor: 0,
    ramp: 0.05,
    normFloor: 0,
    deadBand: 1.25,
    scaleBy: 'none',
    final: 0,
    loss: 'auto'
  },
  steps: 90000,
  peakLearningRate: 0.1,
  report: reportExample,
  createdAt: '2026-03-02T11:40:05.127Z',
  etag: '"b0Kq2l0WqUuT4o3mJmY9Gw"'
}
