import { scheduleExample } from './schedule-examples.ts'

/** An entry of the catalogue. */
export const scheduleRuleExample = {
  name: 'exponential',
  title: 'Exponential decay',
  source: {
    authors: 'Senior, Heigold, Ranzato, Yang',
    title: 'An Empirical Study of Learning Rates in Deep Neural Networks for Speech Recognition',
    year: 2013,
    venue: 'ICASSP'
  },
  madeFrom: 'formula',
  parameters: {
    type: 'object',
    properties: {
      final: { type: 'number', exclusiveMinimum: 0, maximum: 1, default: 0.01, description: 'The last multiplier, above 0.' }
    },
    additionalProperties: false
  },
  first: '1',
  last: 'final',
  elsewhere: { pytorch: 'ExponentialLR', transformers: null, optax: 'exponential_decay' },
  offByOne:
    'The last step has `final`. In PyTorch set gamma to final^(1/(n − 1)); in optax set transition_steps to n − 1 and decay_rate to final.'
}

export const ruleScheduleExamples = {
  cosine: { summary: 'Cosine to a tenth', value: { rule: 'cosine', parameters: { final: 0.1 }, steps: 90000, peakLearningRate: 0.1 } },
  warmup: {
    summary: 'A warm-up of 2000 steps, then constant, then a cooldown',
    value: { rule: 'warmup', parameters: { length: 2000, of: { rule: 'wsd', parameters: { cooldown: 0.2 } } }, steps: 90000 }
  }
}

const { report: _, ...facts } = scheduleExample

export const scheduleByRuleExample = {
  ...facts,
  name: null,
  runId: null,
  rule: 'cosine',
  parameters: { final: 0.1 }
}
