/** Examples of forecasts in the contract. */
export const forecastRequestExamples = {
  run: {
    summary: 'The end of a run in progress, and of two other schedules',
    value: { curves: [{ runId: 'resnet50-seed1' }], candidates: [{ rule: 'cosine' }, { rule: 'wsd', parameters: { cooldown: 0.2 } }] }
  },
  branches: {
    summary: 'Cooldowns from a step of a run at a constant rate',
    value: {
      curves: [{ runId: 'resnet50-seed1' }],
      branches: { fromStep: 20000, lengths: [0.1, 0.2], shapes: ['linear', 'one-minus-sqrt'] }
    }
  },
  numbers: {
    summary: 'Losses with their rates, and the best schedules at the same peak',
    value: {
      curves: [
        {
          steps: [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 9999],
          losses: [3.9, 3.7, 3.6, 3.53, 3.47, 3.42, 3.38, 3.35, 3.32, 3.31],
          learningRates: [0.0003, 0.00029, 0.00026, 0.00022, 0.00017, 0.00012, 0.00008, 0.00005, 0.00002, 0.00001]
        }
      ],
      search: {}
    }
  }
}

export const forecastExample = {
  law: 'annealing-momentum',
  parameters: { L0: 3.15, A: 0.39, alpha: 0.51, C: 0.36, lambda: 0.999 },
  fit: { points: 169, rmse: 0.002, curves: [{ received: 171, nonFinite: 2, warmup: 0, used: 169 }] },
  identified: true,
  self: null,
  forecasts: [
    {
      name: 'wsd',
      peakLearningRate: 0.0003,
      steps: 24000,
      finalLoss: 3.299,
      interval: { low: 3.281, high: 3.317 },
      sumOfRates: 6.48,
      schedule: { rule: 'wsd', parameters: { cooldown: 0.2, shape: 'linear', final: 0 } },
      curve: null
    }
  ],
  search: null,
  summary:
    'By annealing-momentum, fitted to one curve (169 points, rmse 0.002): wsd ends at 3.299 (3.281 to 3.317). Intervals hold 90 of 100 losses, if the law holds.',
  warnings: [{ code: 'extrapolation', detail: 'wsd leaves what was seen: its rate falls to 0, below 0.00003.' }]
}
