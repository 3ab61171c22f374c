import { expect, test } from 'vitest'
import { chooseNorm } from '../../../src/refinement/choose-norm.ts'
import { canonicalOptions, type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'

const context = { norm: 'l2', totalSteps: null, extent: 700 } as const
const resolve = (options: RefinementOptions, more = {}) => resolveOptions(options, { ...context, ...more })
const at = (pointer: string) => expect.objectContaining({ type: 'invalid-request', errors: [expect.objectContaining({ pointer })] })

test('nothing said means preset robust: losses where there are any, a ramp of 5 %, closed form, a window of 0.1, no trimming, as long as what was logged', () => {
  expect(resolve({})).toEqual({
    norm: 'l2',
    weighting: 'inverse-square',
    preset: 'robust',
    window: 0.1,
    trim: { start: 0, end: 0 },
    steps: 700,
    method: 'closed-form',
    warmupFloor: 0,
    ramp: 0.05,
    normFloor: 0,
    deadBand: 1.25,
    scaleBy: 'none',
    final: 0,
    loss: 'auto'
  })
})

test('preset robust ramps up over 5 %, takes changes below a quarter for none, and reads losses; others have neither band nor losses', () => {
  expect(resolve({ preset: 'robust' })).toMatchObject({ ramp: 0.05, deadBand: 1.25, loss: 'auto', window: 0.1, trim: { start: 0, end: 0 } })
  expect(resolve({ preset: 'robust', ramp: 0, deadBand: 2, loss: 'none' })).toMatchObject({ ramp: 0, deadBand: 2, loss: 'none' })
  for (const preset of ['paper', 'reference'] as const) {
    expect(() => resolve({ preset, deadBand: 1.25 })).toThrow(at('/deadBand'))
    expect(() => resolve({ preset, loss: 'auto' })).toThrow(at('/loss'))
    expect(resolve({ preset, ramp: 0.1, final: 0.2 })).toMatchObject({ ramp: 0.1, final: 0.2 })
  }
})

test('preset reference trims two points at each end and has no window of its own', () => {
  expect(resolve({ preset: 'reference' })).toMatchObject({ trim: { start: 2, end: 2 }, window: null })
  expect(resolve({ preset: 'reference', trim: { end: 0 } }).trim).toEqual({ start: 2, end: 0 })
  expect(() => resolve({ preset: 'reference', window: 0.1 })).toThrow(at('/window'))
})

test('weighting auto is inverse-square for l2 and inverse for l1, and what is said stands', () => {
  expect(resolve({ weighting: 'auto' }).weighting).toBe('inverse-square')
  expect(resolve({}, { norm: 'l1' }).weighting).toBe('inverse')
  expect(resolve({ weighting: 'inverse' }).weighting).toBe('inverse')
})

test('steps are those said, else the total of the run, else the logged extent', () => {
  expect(resolve({ steps: 5 }, { totalSteps: 900 }).steps).toBe(5)
  expect(resolve({}, { totalSteps: 900 }).steps).toBe(900)
  expect(resolve({}, { totalSteps: null }).steps).toBe(700)
})

test('a default of more than 10^8 steps asks for steps, and says where it comes from', () => {
  expect(() => resolve({}, { totalSteps: 1e12 })).toThrow(at('/steps'))
  expect(() => resolve({}, { extent: 1e8 + 1 })).toThrow(at('/steps'))
  expect(resolve({ steps: 10 }, { totalSteps: 1e12 }).steps).toBe(10)
})

test('the same options have the same canonical form, written out or left to the defaults; others have another', () => {
  const plain = canonicalOptions(resolve({}))
  expect(canonicalOptions(resolve({ window: 0.1, trim: { start: 0 }, warmupFloor: -0, weighting: 'auto', steps: 700 }))).toBe(plain)
  expect(canonicalOptions(resolve({ window: 0.2 }))).not.toBe(plain)
  expect(canonicalOptions(resolve({ trim: { start: 1 } }))).not.toBe(plain)
  const others: RefinementOptions[] = [{ ramp: 0.1 }, { normFloor: 0.1 }, { scaleBy: 'weight-norm' }, { final: 0.1 }, { preset: 'paper' }]
  const robust: RefinementOptions[] = [{ deadBand: 2 }, { loss: 'none' }, { ramp: 0 }]
  const forms = [...others, ...robust.map((one) => ({ ...one, preset: 'robust' as const }))].map((one) => canonicalOptions(resolve(one)))
  expect(new Set([plain, ...forms]).size).toBe(forms.length + 1)
})

test.each([
  [undefined, ['l2'], 'adam', 'l2'],
  [undefined, ['l1'], 'sgd', 'l1'],
  [undefined, ['l1', 'l2'], 'AdamW', 'l1'],
  [undefined, ['l2', 'l1', 'linf'], 'sgd', 'l2'],
  [undefined, ['l2', 'l1'], null, 'l2'],
  ['l1', ['l1', 'l2'], 'sgd', 'l1']
] as const)('asked for %s, with %j logged by %s, the norm is %s', (requested, series, optimizer, norm) => {
  expect(chooseNorm(requested, series, optimizer)).toBe(norm)
})

test.each([
  [undefined, []],
  [undefined, ['linf']],
  ['l1', ['l2']]
] as const)('asked for %s with only %j logged, the problem is too-few-norms', (requested, series) => {
  expect(() => chooseNorm(requested, series, null)).toThrow(expect.objectContaining({ type: 'too-few-norms' }))
})
