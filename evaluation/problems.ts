import type { Setting } from './training/setting.ts'

/** What a problem stands for: whether norms change because training converges, or for reasons from outside. */
export type Group = 'regression' | 'network' | 'outside-noise' | 'weight-decay'

export interface Problem {
  id: string
  group: Group
  setting: Setting
  /** Names of the schedules that are compared on it, linear decay besides (service/schedules.ts). */
  schedules: readonly string[]
  /** Other logs that `robust` is refined from (service/logs.ts). */
  logs: readonly string[]
  tuningSeeds: number
  reportSeeds: number
}

const decaying = ['cosine', 'warmup-linear', 'ramp-linear', 'paper', 'robust']
const rules = ['flat', 'inverse', 'inverse-sqrt', 'stepwise', 'wsd', ...decaying]
const weakLogs = ['another-seed', 'half-rate', 'four-times-rate', 'every-tenth']

const usual: Omit<Setting, 'data' | 'network' | 'optimizer' | 'steps'> = {
  batch: 16,
  momentum: 0,
  ridge: 0,
  weightDecay: 0,
  correctedDecay: false,
  wrongLabels: 0,
  outsideNoise: null
}
const optimizers = ['sgd', 'adam'] as const
type Optimizer = (typeof optimizers)[number]
type Seeds = Pick<Problem, 'tuningSeeds' | 'reportSeeds'>

/** Softmax regressions with a small ridge, so that the least loss is known; SGD without momentum, as in the theory. */
const regression = (data: Setting['data'], optimizer: Optimizer, seeds: Seeds): Problem => ({
  id: `${data}-${optimizer}`,
  group: 'regression',
  setting: { ...usual, data, network: 'regression', optimizer, steps: 2000, ridge: 1e-4 },
  schedules: rules,
  logs: weakLogs,
  ...seeds
})

const noisy = (data: Setting['data'], optimizer: Optimizer, outsideNoise: NonNullable<Setting['outsideNoise']>, seeds: Seeds): Problem => {
  const { setting } = regression(data, optimizer, seeds)
  return {
    id: `${data}-${optimizer}-${outsideNoise}-noise`,
    group: 'outside-noise',
    setting: { ...setting, outsideNoise },
    schedules: decaying,
    logs: [],
    ...seeds
  }
}

const perceptron = (optimizer: Optimizer, wrongLabels: number, seeds: Seeds): Problem => ({
  id: `perceptron-${optimizer}-${wrongLabels > 0 ? 'wrong' : 'clean'}`,
  group: 'network',
  setting: { ...usual, data: 'pendigits', network: 'perceptron', optimizer, steps: 1000, momentum: 0.9, wrongLabels },
  schedules: rules,
  logs: weakLogs,
  ...seeds
})

const convolutional = (optimizer: Optimizer, wrongLabels: number, seeds: Seeds): Problem => ({
  id: `convolutional-${optimizer}-${wrongLabels > 0 ? 'wrong' : 'clean'}`,
  group: 'network',
  setting: { ...usual, data: 'digits', network: 'convolutional', optimizer, steps: 600, batch: 8, momentum: 0.9, wrongLabels },
  schedules: ['wsd', ...decaying],
  logs: [],
  ...seeds
})

const transformer = (optimizer: Optimizer, seeds: Seeds): Problem => ({
  id: `transformer-${optimizer}`,
  group: 'network',
  setting: { ...usual, data: 'shakespeare', network: 'transformer', optimizer, steps: 800, batch: 4, momentum: 0.9 },
  schedules: decaying,
  logs: [],
  ...seeds
})

/** AdamW on a network with a normalised layer: there decay and rate set an effective rate, which the norms show. */
const decay = (correctedDecay: boolean, seeds: Seeds): Problem => ({
  id: correctedDecay ? 'decay-adamc' : 'decay-adamw',
  group: 'weight-decay',
  setting: {
    ...usual,
    data: 'pendigits',
    network: 'normalized-perceptron',
    optimizer: 'adam',
    steps: 1000,
    weightDecay: 0.5,
    correctedDecay,
    wrongLabels: 0.1
  },
  schedules: [...decaying, 'paper-weight-norm'],
  logs: [],
  ...seeds
})

const sets = ['iris', 'seeds', 'penguins', 'wine', 'ionosphere', 'breast-cancer', 'pendigits', 'digits'] as const
const profiles = ['constant', 'rising', 'falling', 'bump'] as const
const many = { tuningSeeds: 2, reportSeeds: 10 }
const few = { tuningSeeds: 1, reportSeeds: 5 }

/** The whole evaluation, what takes long first, so that no process waits for another at the end. */
export const allProblems: readonly Problem[] = [
  ...optimizers.map((optimizer) => transformer(optimizer, few)),
  ...optimizers.flatMap((optimizer) => [0, 0.1].map((wrong) => convolutional(optimizer, wrong, few))),
  ...optimizers.flatMap((optimizer) => [0, 0.1].map((wrong) => perceptron(optimizer, wrong, many))),
  ...[false, true].map((corrected) => decay(corrected, many)),
  ...sets.flatMap((data) => optimizers.map((optimizer) => regression(data, optimizer, many))),
  ...(['wine', 'ionosphere'] as const).flatMap((data) =>
    optimizers.flatMap((optimizer) => profiles.map((profile) => noisy(data, optimizer, profile, many)))
  )
]

/** Rules that are far behind, and need no watching. */
const seldom = ['flat', 'inverse', 'stepwise']
const quickSeeds = { tuningSeeds: 2, reportSeeds: 6 }

/** A minute's worth, for continuous integration: the same kinds of problems, fewer of each. */
export const quickProblems: readonly Problem[] = [
  perceptron('sgd', 0.1, quickSeeds),
  perceptron('adam', 0, quickSeeds),
  decay(false, few),
  ...(['seeds', 'wine', 'breast-cancer'] as const).flatMap((data) =>
    optimizers.map((optimizer) => regression(data, optimizer, quickSeeds))
  ),
  ...optimizers.flatMap((optimizer) => profiles.map((profile) => noisy('wine', optimizer, profile, quickSeeds)))
].map((problem) => ({ ...problem, schedules: problem.schedules.filter((name) => !seldom.includes(name)), logs: [] }))
