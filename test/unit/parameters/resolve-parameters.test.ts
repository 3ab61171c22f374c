import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { type InvalidPart, Problem } from '../../../src/domain/problems.ts'
import { optimizers } from '../../../src/optimizers/index.ts'
import { resolveHyperparameters } from '../../../src/optimizers/parts/resolve-hyperparameters.ts'
import { resolveParameters } from '../../../src/parameters/resolve-parameters.ts'
import { multipliersOf } from '../../../src/schedules/index.ts'

/** What is said to be wrong. */
function errorsOf(resolve: () => unknown): InvalidPart[] {
  try {
    resolve()
  } catch (error) {
    if (error instanceof Problem && error.type === 'invalid-request') return error.errors ?? []
    throw error
  }
  return []
}

const schema = Type.Object({
  rate: Type.Number({ minimum: 0, exclusiveMaximum: 1, default: 0.9 }),
  count: Type.Integer({ minimum: 1 }),
  cap: Type.Unsafe<number>({ anyOf: [{ type: 'number', minimum: 1 }, { const: 'Infinity' }], default: 'Infinity' }),
  shape: Type.Enum(['linear', 'cosine'], { default: 'linear' }),
  base: Type.Union([Type.Literal('sgd'), Type.Literal('adam')], { default: 'sgd' }),
  points: Type.Array(Type.Object({ at: Type.Number({ maximum: 1 }) }, { additionalProperties: false }), {
    maxItems: 3,
    default: [{ at: 1 }]
  })
})
const owner = { of: 'example', noun: 'parameter' } as const
const resolve = (given: unknown) => resolveParameters(schema, given, '/a', owner)

describe('resolveParameters', () => {
  it('fills in defaults in the order of the schema, and shares nothing with it', () => {
    const resolved = resolve({ shape: 'cosine', count: 2 })
    expect(Object.entries(resolved)).toEqual([
      ['rate', 0.9],
      ['count', 2],
      ['cap', Number.POSITIVE_INFINITY],
      ['shape', 'cosine'],
      ['base', 'sgd'],
      ['points', [{ at: 1 }]]
    ])
    resolved.points[0]!.at = 0
    expect(resolve({ count: 2 }).points).toEqual([{ at: 1 }])
  })

  it('takes infinity as a number and as the word, and 0 for −0', () => {
    expect(resolve({ count: 1, cap: Number.POSITIVE_INFINITY }).cap).toBe(Number.POSITIVE_INFINITY)
    expect(resolve({ count: 1, cap: 'Infinity' }).cap).toBe(Number.POSITIVE_INFINITY)
    expect(Object.is(resolve({ count: 1, rate: -0 }).rate, 0)).toBe(true)
  })

  it.each([
    [{}, '/a/count', /^is required\.$/],
    [{ count: 1.5 }, '/a/count', /integer, but is 1\.5/],
    [{ count: 1, rate: 1 }, '/a/rate', /^must be < 1, but is 1\.$/],
    [{ count: 1, rate: 'much' }, '/a/rate', /a number, but is "much"/],
    [{ count: 1, rate: null }, '/a/rate', /a number, but is null/],
    [{ count: 1, cap: 0.5 }, '/a/cap', />= 1/],
    [{ count: 1, cap: 'big' }, '/a/cap', /a number or "Infinity"/],
    [{ count: 1, shape: 'sine' }, '/a/shape', /"linear" or "cosine"/],
    [{ count: 1, points: [{ at: 2 }] }, '/a/points/0/at', /<= 1/],
    [{ count: 1, points: [{ at: 1, 'x/y': 1 }] }, '/a/points/0/x~1y', /not a known field/],
    [{ count: 1, points: [{}] }, '/a/points/0/at', /required/],
    [{ count: 1, points: Array(4).fill(1) }, '/a/points', /at most 3 entries, and has 4/],
    [{ count: 1, 'x~y': 1 }, '/a/x~0y', /^example has no parameter x~y\.$/],
    [[], '/a', /an object, but is a list/],
    [null, '/a', /an object, but is null/]
  ])('%j is wrong at one place', (given, pointer, detail) => {
    const errors = errorsOf(() => resolve(given))
    expect(errors).toMatchObject([{ pointer }])
    expect(errors[0]!.detail).toMatch(detail)
  })

  it('names every wrong place at once, and at most twenty', () => {
    expect(errorsOf(() => resolve({ rat: 1, rate: 2, shape: 1 })).map(({ pointer }) => pointer)).toEqual([
      '/a/rat',
      '/a/rate',
      '/a/count',
      '/a/shape'
    ])
    expect(errorsOf(() => resolve(Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`x${i}`, i]))))).toHaveLength(20)
  })

  it('says which choice was probably meant', () => {
    expect(errorsOf(() => resolve({ count: 1, shape: 'cosin', base: 'adm' })).map(({ fix }) => fix)).toEqual([
      'Did you mean "cosine"?',
      'Did you mean "adam"?'
    ])
  })
})

describe('names of other libraries', () => {
  const fixOf = (name: string, given: string) => {
    const optimizer = optimizers.find((one) => one.name === name)!
    return errorsOf(() => resolveHyperparameters(optimizer, { [given]: 0.5 }))[0]?.fix
  }

  it.each([
    ['prodigy', 'd_coef', 'Did you mean "dCoef"?'],
    ['prodigy', 'betas', 'Did you mean "beta1", "beta2", and "beta3"?'],
    ['adam', 'betas', 'Did you mean "beta1" and "beta2"?'],
    ['adam', 'b1', 'Did you mean "beta1"?'],
    ['adam', 'eps', 'Did you mean "epsilon"?'],
    ['adam', 'adam_epsilon', 'Did you mean "epsilon"?'],
    ['adam', 'weight_decay', 'Did you mean "weightDecay"?'],
    ['adam', 'momentum', 'Did you mean "beta1"?'],
    ['momo', 'momentum', 'Did you mean "beta"?'],
    ['madgrad', 'decouple', 'Did you mean "decoupleDecay"?'],
    ['d-adapt-adam', 'estim_lr0', 'Did you mean "d0"?'],
    ['schedule-free-adamw', 'num_warmup_steps', 'Did you mean "warmupSteps"?'],
    ['taps', 'num_samples', 'Did you mean "samples"?'],
    ['adam', 'amsgrd', 'Did you mean "amsgrad"?']
  ])('%s has no %s: %s', (name, given, fix) => {
    expect(fixOf(name, given)).toBe(fix)
  })

  it.each(['lr', 'learning_rate', 'learningRate', 'step_size'])('%s belongs to the step, for every optimizer', (given) => {
    for (const { name } of optimizers) expect(fixOf(name, given), name).toContain('an argument of the step: send `learningRate`')
  })

  it.each([
    ['cosine', 'eta_min', 'Did you mean "final"?'],
    ['linear', 'end_factor', 'Did you mean "final"?'],
    ['one-cycle', 'pct_start', 'Did you mean "warmup"?'],
    ['one-cycle', 'anneal_strategy', 'Did you mean "shape"?'],
    ['one-cycle', 'div_factor', 'Did you mean "start"?'],
    ['stepwise', 'gamma', 'Did you mean "factor"?'],
    ['warmup', 'num_warmup_steps', 'Did you mean "length"?'],
    ['polynomial', 'lr_power', 'Did you mean "power"?'],
    ['cosine-restarts', 'T_mult', 'Did you mean "growth"?'],
    ['cosine', 'T_max', 'Leave it out, and set the length of the schedule by `steps`.'],
    ['one-cycle', 'max_lr', 'Leave it out, and set the learning rate at multiplier 1 by `peakLearningRate`.']
  ])('the rule %s has no %s: %s', (rule, given, fix) => {
    expect(errorsOf(() => multipliersOf({ rule, parameters: { [given]: 0.5 } }, 9))[0]?.fix).toBe(fix)
  })
})
