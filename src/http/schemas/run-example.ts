/** The run that the examples of the contract are about. */
export const runExample = {
  id: 'resnet50-seed1',
  name: 'ResNet-50, seed 1',
  optimizer: 'SGD',
  totalSteps: 90000,
  peakLearningRate: 0.1,
  weightDecay: 0.0001,
  clipNorm: null,
  labels: { model: 'resnet50' },
  stepUnit: 'steps',
  scheduleId: null,
  createdAt: '2026-03-02T09:12:44.301Z',
  updatedAt: '2026-03-02T09:12:44.301Z',
  series: [{ name: 'l2', points: 90000, firstStep: 0, lastStep: 89999, nonFinite: 0 }]
}
