/** Examples of audits in the contract. */
export const auditRequestExamples = {
  run: { summary: 'A run against the schedule that it names', value: { learningRates: { runId: 'resnet50-seed1' } } },
  rule: {
    summary: 'A list against a rule',
    value: {
      learningRates: { values: [0.0003, 0.00015, 0], steps: [0, 500, 1000] },
      against: { rule: 'linear' },
      steps: 2001,
      peakLearningRate: 0.0003
    }
  }
}

export const auditExample = {
  follows: false,
  findings: [
    {
      code: 'strided',
      fromStep: 0,
      toStep: 1000,
      factor: 2,
      detail: 'The schedule advances 2 steps at each step of the optimizer, so that its 2001 steps are over after 1001.',
      fix: 'accelerate steps a prepared scheduler once a process: make it for steps × num_processes, or do not prepare it.'
    }
  ],
  nearest: { rule: 'linear', parameters: { final: 0 }, peakLearningRate: 0.0003, r2: 1, maxError: 0 },
  against: { rule: 'linear', scheduleId: null, steps: 2001, peakLearningRate: 0.0003 },
  points: { received: 3, nonFinite: 0 }
}
