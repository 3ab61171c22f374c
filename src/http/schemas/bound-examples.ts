export const boundRequestExamples = {
  constant: { summary: 'Linear decay on constant norms', value: { candidate: { rule: 'linear' }, steps: 101, norms: { constant: 1 } } },
  run: {
    summary: 'A stored schedule on the norms of a run, at a given learning rate',
    value: {
      candidate: { scheduleId: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81' },
      norms: { runId: 'resnet50-seed1' },
      peakLearningRate: 0.1
    }
  }
}

export const boundExample = {
  T: 100,
  optimalRate: 0.09726,
  optimalBound: 0.20361,
  terms: { distance: 0.1018, steps: 0.03259, lastIterate: 0.06922 },
  weighted: { T: 101, optimalRate: 0.09852, optimalBound: 0.0995 }
}

export const comparisonRequestExamples = {
  run: {
    summary: 'A refinement beside rules, on the norms of a run',
    value: { candidates: [{ rule: 'refined' }, { rule: 'cosine' }, { rule: 'linear' }], norms: { runId: 'resnet50-seed1' } }
  },
  values: {
    summary: 'Your own multipliers, on norms in the body',
    value: {
      candidates: [{ rule: 'linear' }, { multipliers: [1, 1, 0.5, 0.25], name: 'ours' }],
      norms: { values: [2, 1, 1, 1] }
    }
  }
}

export const comparisonExample = {
  ranking: [
    { name: 'linear', T: 100, optimalRate: 0.09726, optimalBound: 0.20361, ratio: 1 },
    { name: 'cosine', T: 100, optimalRate: 0.09469, optimalBound: 0.20911, ratio: 1.02701 }
  ],
  summary:
    'On these norms linear and cosine are equally good, with bounds that differ by less than 10 %; the general bound of linear is 0.2036 at its best base ' +
    'learning rate, 0.09726. A bound is a property of these norms, no forecast of a loss.',
  warnings: []
}
