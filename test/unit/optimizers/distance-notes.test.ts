import { describe, expect, test } from 'vitest'
import { distanceNotes } from '../../../src/optimizers/parts/distance-notes.ts'
import { trajectory } from '../../support/open-loop.ts'

const x0 = [0.1, 0.2]
const repeated = (count: number, g: (k: number) => number[]) => Array.from({ length: count }, (_, k) => g(k))
const notesOf = (name: string, gradients: number[][], hyperparameters: Record<string, unknown> = {}) =>
  distanceNotes((hyperparameters.d0 as number | undefined) ?? 1e-6, trajectory(name, x0, gradients, { hyperparameters }).reports)

/** A slope that never ends, with noise of one size: clipped to norm 1 where it is longer. */
const slope = (k: number): number[] => {
  const g = [3 + Math.sin(7 * k), 2 + Math.cos(5 * k)]
  const norm = Math.hypot(...g)
  return g.map((value) => value / Math.max(1, norm))
}

describe.each(['prodigy', 'd-adapt-adam', 'd-adapt-sgd'])('%s', (name) => {
  test('whose d still grows while all gradients have one norm is said to run away under clipping, with what is advised', () => {
    const [note, ...others] = notesOf(name, repeated(60, slope))
    expect(others).toEqual([])
    expect(note).toMatchObject({ code: 'd-runs-away', detail: expect.stringContaining('100 % of the gradients have the norm 1') })
    expect(note!.advice).toContain('without clipping')
    expect(note!.sources).toContain('https://github.com/konstmish/prodigy/issues/13')
  })

  test('whose d stays d0 is said to stand still, and why', () => {
    const back = trajectory(
      name,
      x0,
      repeated(40, (k) => [k % 2 ? 1 : -1, k % 2 ? -1 : 1]),
      { hyperparameters: { d0: 10 } }
    )
    const [note] = distanceNotes(10, back.reports)
    expect(note).toMatchObject({ code: 'd-stands-still', detail: expect.stringContaining('d is still d0, 10, after 40 steps') })
  })

  test('is not spoken of where d has grown and settled, nor after a few steps', () => {
    const settled = repeated(80, (k) => (k < 20 ? [1 + k / 10, 1] : [k % 2 ? 1 : -1, k % 3 ? 0.2 : -0.4]))
    expect(notesOf(name, settled)).toEqual([])
    expect(notesOf(name, repeated(19, slope))).toEqual([])
  })
})

test('a method without d is not spoken of, and steps with a rate of 0 do not count', () => {
  expect(distanceNotes(undefined, trajectory('adam', x0, repeated(60, slope)).reports)).toEqual([])
  const paused = trajectory('prodigy', x0, repeated(60, slope), { rates: repeated(60, () => [0]).map(() => 0) })
  expect(distanceNotes(1e-6, paused.reports)).toEqual([])
})

test('the terms of d̂ are what it is the quotient of', () => {
  for (const name of ['prodigy', 'd-adapt-adam', 'd-adapt-sgd', 'd-adapt-adan', 'd-adapt-lion', 'd-adapt-da', 'd-adapt-gd', 'prodigy-gd']) {
    const { dHat, dNumerator, dDenominator } = trajectory(name, x0, repeated(5, slope)).reports.at(-1)!
    expect([name, dNumerator! / dDenominator!]).toEqual([name, dHat])
  }
})
