import { describe, expect, it } from 'vitest'
import { answerCall } from '../../../../src/services/calls/answer-call.ts'
import { refineLog } from '../../../../src/services/refinement/refine-log.ts'

const norms = Float64Array.from({ length: 300 }, (_, t) => 1 + 3 * Math.exp(-t / 30) + (t > 200 ? 1 : 0))
const problemAt = (answer: object): unknown => {
  const { problem } = answer as { problem: { type: string; errors: { pointer: string }[] } }
  return [problem.type, problem.errors?.map(({ pointer }) => pointer)]
}

describe('a call of another program', () => {
  it('is answered with what the command line computes, and by its id', async () => {
    const { multipliers, report } = refineLog(
      { steps: { first: 0, stride: 1 }, values: norms, losses: null },
      { preset: 'paper' },
      { optimizer: null, totalSteps: null, series: [] }
    )
    const given = { values: norms, options: { preset: 'paper' }, run: {} }
    expect(await answerCall({ id: 7, call: 'refine', with: given })).toEqual({ id: 7, answer: { multipliers, report } })
  })

  it.for([
    ['an unknown call', { id: 1, call: 'toString' }, ['/problems/invalid-request', undefined]],
    ['norms below 0', { call: 'refine', with: { values: Float64Array.of(1, -1), options: {}, run: {} } }, '/values/1'],
    ['losses of another length', { call: 'refine', with: { values: norms, losses: new Float64Array(2), options: {}, run: {} } }, '/losses'],
    ['a list in place of a vector', { call: 'refine', with: { values: [1, 2], options: {}, run: {} } }, '/values'],
    ['an unknown option', { call: 'refine', with: { values: norms, options: { windo: 1 }, run: {} } }, '/options/windo'],
    ['an unknown rule', { call: 'compare', with: { values: norms, candidates: [{ rule: 'cosin' }] } }, '/candidates/0/rule'],
    ['a candidate that is nothing', { call: 'compare', with: { values: norms, candidates: [{}] } }, '/candidates/0'],
    ['an unknown law', { call: 'forecast', with: { curves: [{ losses: norms }], law: 'power' } }, '/law'],
    ['losses without rates', { call: 'forecast', with: { curves: [{ losses: norms }] } }, '/curves/0']
  ] as [string, object, unknown][])('is refused with its place for %s', async ([, asked, expected]) => {
    const problem = problemAt(await answerCall(asked))
    expect(problem).toEqual(Array.isArray(expected) ? expected : ['/problems/invalid-request', [expected]])
  })
})
