import { scheduleExample } from './schedule-examples.ts'

export const fitsExample = {
  warmupPolynomial: { warmup: 0.2, power: 0.9, r2: 0.998, maxError: 0.031 },
  fits: [
    {
      rule: 'warmup',
      parameters: { length: 0.2, shape: 'linear', of: { rule: 'polynomial', parameters: { power: 0.9, final: 0 } } },
      r2: 0.998,
      maxError: 0.031,
      boundRatio: 1.004
    },
    { rule: 'linear', parameters: { final: 0.02 }, r2: 0.31, maxError: 1, boundRatio: 1.1 }
  ],
  segments: [
    { step: 0, multiplier: 0.01 },
    { step: 18000, multiplier: 1 },
    { step: 89999, multiplier: 0 }
  ]
}

export const horizonExample = {
  ...scheduleExample,
  id: '0198f2b9-11aa-7c3e-8a01-5b6c7d8e9f00',
  name: 'twice as long',
  runId: null,
  rule: 'horizon',
  parameters: { scheduleId: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81', method: 'two-stage', fromStep: 40000 },
  steps: 100000,
  report: { factor: 0.53, optimalRate: 0.00224, previousOptimalRate: 0.00224, warnings: [] }
}
