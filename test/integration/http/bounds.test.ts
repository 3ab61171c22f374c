import { describe, expect, it } from 'vitest'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import { scheduleRules } from '../../../src/schedules/index.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const { send, newRun } = await testApp()
interface Bound {
  T: number
  optimalRate: number
  optimalBound: number
  bound?: number
  terms: { distance: number; steps: number; lastIterate: number }
  weighted?: { T: number; optimalRate: number; optimalBound: number }
}
interface Comparison {
  ranking: { name: string; T: number; optimalRate: number; optimalBound: number; ratio: number }[]
  summary: string
  warnings: { code: string; detail: string }[]
}
const boundOf = async (payload: object) => {
  const answer = await send('POST', '/v1/bounds', { payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Bound>()
}
const comparisonOf = async (payload: object) => {
  const answer = await send('POST', '/v1/comparisons', { payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Comparison>()
}
const norms = [...trainingLikeNorms(400)]
const logged = async (values: number[], fields: object = {}, query = '') => {
  const run = await newRun(fields)
  await send('POST', `/v1/runs/${run}/gradient-norms${query}`, { payload: { values, startStep: 0 } })
  return run
}
const total = (values: readonly number[], term: (value: number) => number) => values.reduce((sum, value) => sum + term(value), 0)

describe('POST /v1/bounds', () => {
  it('answers the published numbers for linear decay: 101 steps are the T = 100 of the papers', async () => {
    const { T, optimalRate, optimalBound, terms, weighted, ...rest } = await boundOf({
      candidate: { rule: 'linear' },
      steps: 101,
      norms: { constant: 1 }
    })
    expect([T, optimalRate.toFixed(5), optimalBound.toFixed(5)]).toEqual([100, '0.09726', '0.20361'])
    expect(terms.distance + terms.steps + terms.lastIterate).toBeCloseTo(optimalBound, 14)
    // Theorem A: D·G/√T with T = 101, and that rate at multiplier 1, which is the first of w·tail/Σw = 100/101.
    expect(weighted?.T).toBe(101)
    expect(weighted?.optimalBound).toBeCloseTo(1 / Math.sqrt(101), 14)
    expect(weighted?.optimalRate).toBeCloseTo((1 / Math.sqrt(101)) * (100 / 101), 14)
    expect(rest).toEqual({})
  })

  it('answers the bound and its terms at a rate that is given, and scales with the distance', async () => {
    const multipliers = [0.5, 1, 0, 0.25, 0]
    const values = [3, 1, 2, 4, 9]
    const { at } = generalBound(Float64Array.from(multipliers), Float64Array.from(values), 2)
    const answer = await boundOf({ candidate: { multipliers }, norms: { values }, distance: 2, peakLearningRate: 0.3 })
    expect(answer).toMatchObject({ T: 4, ...at(0.3) })
    expect(answer.bound).toBe(answer.terms.distance + answer.terms.steps + answer.terms.lastIterate)
    expect(answer).not.toHaveProperty('weighted')
  })

  it('interpolates the norms linearly to the steps, both ends kept', async () => {
    const answer = await boundOf({ candidate: { rule: 'flat' }, steps: 5, norms: { values: [1, 2, 4] } })
    const direct = await boundOf({ candidate: { rule: 'flat' }, norms: { values: [1, 1.5, 2, 3, 4] } })
    expect(answer).toEqual(direct)
  })

  it('bounds a closed form by Theorem A as the report of the refinement does', async () => {
    const { report } = (await send('POST', '/v1/refinements', { payload: { values: norms, window: 0, preset: 'paper' } })).json()
    const { weighted } = await boundOf({
      candidate: { rule: 'refined', parameters: { window: 0, preset: 'paper' } },
      norms: { values: norms }
    })
    expect(weighted?.T).toBe(400)
    expect(weighted?.optimalBound).toBeCloseTo(report.bound.refined, 12)
    expect(weighted?.optimalRate).toBeCloseTo(report.unitPeakRate, 12)
  })

  it('refined never ranks below linear in the bound of Theorem A, whatever the weighting', async () => {
    for (const values of [norms, [...trainingLikeNorms(50, 7)], norms.slice().sort((a, b) => a - b), Array(30).fill(4)]) {
      const linear = await boundOf({ candidate: { rule: 'linear' }, norms: { values } })
      expect(linear.weighted?.optimalBound).toBeCloseTo(Math.sqrt(total(values, (g) => g * g)) / values.length, 12)
      for (const weighting of ['inverse-square', 'inverse']) {
        const refined = await boundOf({
          candidate: { rule: 'refined', parameters: { weighting, window: 0, preset: 'paper' } },
          norms: { values }
        })
        expect(refined.weighted?.optimalBound).toBeLessThanOrEqual((linear.weighted?.optimalBound as number) * (1 + 1e-12))
      }
    }
  })

  it('bounds a stored schedule on the norms of its run, with Theorem A where it is a closed form of those norms', async () => {
    const run = await logged(norms)
    const { id, report } = (await send('POST', `/v1/runs/${run}/schedules`, { payload: { window: 0, preset: 'paper' } })).json()
    const answer = await boundOf({ candidate: { scheduleId: id }, norms: { runId: run } })
    expect(answer.T).toBe(399)
    expect(answer.weighted?.optimalBound).toBeCloseTo(report.bound.refined, 12)

    const { multipliers } = (await send('GET', `/v1/schedules/${id}/multipliers`)).json()
    const { weighted: _, ...general } = answer
    expect(await boundOf({ candidate: { multipliers }, norms: { values: norms } })).toEqual(general)

    // With other norms than those that it was made from, nobody knows its weights any more.
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: [1], startStep: 400 } })
    expect(await boundOf({ candidate: { scheduleId: id }, norms: { values: norms } })).toEqual(general)
  })

  it.each([
    ['of preset robust', {}],
    ['stretched to other steps', { preset: 'paper', steps: 100 }],
    ['with a floor of the warm-up', { preset: 'paper', warmupFloor: 0.5 }],
    ['with a ramp', { preset: 'paper', ramp: 0.1 }],
    ['that does not end at 0', { preset: 'paper', final: 0.1 }],
    ['by method numeric', { preset: 'paper', method: 'numeric' }]
  ])('says nothing of Theorem A for a refinement %s', async (_, options) => {
    const run = await logged(norms)
    const { id } = (await send('POST', `/v1/runs/${run}/schedules`, { payload: options })).json()
    expect(await boundOf({ candidate: { scheduleId: id }, norms: { runId: run } })).not.toHaveProperty('weighted')
  })

  it.each([
    ['linear', { final: 0.1 }],
    ['cosine', {}],
    ['wsd', { cooldown: 1 }]
  ])('says nothing of Theorem A for %s %o', async (rule, parameters) => {
    expect(await boundOf({ candidate: { rule, parameters }, norms: { values: norms } })).not.toHaveProperty('weighted')
  })

  it('takes the steps of a run as a refinement does: its totalSteps, else what it has logged', async () => {
    expect((await boundOf({ candidate: { rule: 'flat' }, norms: { runId: await logged(norms, { totalSteps: 1000 }) } })).T).toBe(1000)
    expect((await boundOf({ candidate: { rule: 'flat' }, norms: { runId: await logged(norms) } })).T).toBe(400)
    const uneven = await newRun()
    await send('POST', `/v1/runs/${uneven}/gradient-norms`, { payload: { steps: [0, 10, 20, 40], values: [1, 'NaN', 2, 3] } })
    expect((await boundOf({ candidate: { rule: 'flat' }, norms: { runId: uneven } })).T).toBe(50)
  })

  it('takes norms and multipliers at the ends of float64', async () => {
    for (const scale of [1e-160, 1e160]) {
      const { optimalBound } = await boundOf({ candidate: { rule: 'linear' }, norms: { values: norms.map((norm) => norm * scale) } })
      expect(optimalBound / scale).toBeCloseTo(
        (await boundOf({ candidate: { rule: 'linear' }, norms: { values: norms } })).optimalBound,
        12
      )
    }
    const answer = await boundOf({ candidate: { multipliers: [1e-200, 1e-200] }, norms: { values: [1e-300, 1e-300] } })
    expect(answer.optimalRate).toBe('Infinity')
  })

  it('takes a long list of multipliers and norms', async () => {
    const n = 200_000
    const values = [...trainingLikeNorms(n)]
    const multipliers = values.map((_, j) => 1 - j / n)
    const { optimalBound } = await boundOf({ candidate: { multipliers }, norms: { values } })
    expect(optimalBound).toBe(generalBound(Float64Array.from(multipliers), Float64Array.from(values)).optimalBound)
  })

  const one = { constant: 1 }
  it.each([
    ['a negative multiplier', { candidate: { multipliers: [1, -1] }, norms: one }, '/candidate/multipliers/1'],
    ['a multiplier that is not finite', { candidate: { multipliers: [1, 'Infinity'] }, norms: one }, '/candidate/multipliers/1'],
    ['multipliers that are all 0', { candidate: { multipliers: [0, 0] }, norms: one }, '/candidate/multipliers'],
    ['no multipliers', { candidate: { multipliers: [] }, norms: one }, '/candidate/multipliers'],
    ['multipliers that are no list', { candidate: { multipliers: 3 }, norms: one }, '/candidate/multipliers'],
    ['a negative norm', { candidate: { rule: 'flat' }, norms: { values: [1, -2] } }, '/norms/values/1'],
    ['a norm that is not finite', { candidate: { rule: 'flat' }, norms: { values: ['NaN', 2] } }, '/norms/values/0'],
    ['norms that are all 0', { candidate: { rule: 'flat' }, norms: { values: [0, 0] } }, '/norms/values'],
    ['norms that are 0 wherever the schedule is not', { candidate: { multipliers: [1, 0] }, norms: { values: [0, 1] } }, '/norms'],
    ['no norms', { candidate: { rule: 'flat' }, norms: { values: [] } }, '/norms/values'],
    ['a constant of 0', { candidate: { rule: 'flat' }, steps: 3, norms: { constant: 0 } }, '/norms/constant'],
    ['two kinds of norms', { candidate: { rule: 'flat' }, steps: 3, norms: { constant: 1, values: [1] } }, '/norms'],
    ['a series without a run', { candidate: { rule: 'flat' }, steps: 3, norms: { constant: 1, norm: 'l1' } }, '/norms/norm'],
    ['no steps', { candidate: { rule: 'flat' }, norms: one }, '/steps'],
    ['steps other than those of the multipliers', { candidate: { multipliers: [1, 1] }, steps: 3, norms: one }, '/steps'],
    ['too many steps', { candidate: { rule: 'flat' }, steps: 1e9, norms: one }, '/steps'],
    ['an unknown rule', { candidate: { rule: 'cosin' }, steps: 3, norms: one }, '/candidate/rule'],
    ['a wrong parameter', { candidate: { rule: 'cosine', parameters: { final: 2 } }, steps: 3, norms: one }, '/candidate/parameters/final'],
    [
      'a wrong parameter of refined',
      { candidate: { rule: 'refined', parameters: { window: 1 } }, steps: 3, norms: one },
      '/candidate/parameters/window'
    ],
    [
      'parameters of refined that do not go together',
      { candidate: { rule: 'refined', parameters: { preset: 'reference', window: 0.1 } }, steps: 3, norms: one },
      '/candidate/parameters/window'
    ],
    ['parameters without a rule', { candidate: { multipliers: [1], parameters: {} }, norms: one }, '/candidate/parameters'],
    ['two kinds of candidate', { candidate: { rule: 'flat', multipliers: [1] }, norms: one }, '/candidate'],
    ['a distance of 0', { candidate: { rule: 'flat' }, steps: 3, norms: one, distance: 0 }, '/distance'],
    ['a negative rate', { candidate: { rule: 'flat' }, steps: 3, norms: one, peakLearningRate: -1 }, '/peakLearningRate'],
    ['an unknown field', { candidate: { rule: 'flat', of: 1 }, steps: 3, norms: one }, '/candidate/of']
  ])('refuses %s with a 400 that names the place', async (_, payload, pointer) => {
    const problem = problemOf(await send('POST', '/v1/bounds', { payload }))
    expect(problem.status).toBe(400)
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  it('answers 404 for a schedule or a run that there is not, 409 for a run without norms', async () => {
    const status = async (payload: object) => problemOf(await send('POST', '/v1/bounds', { payload })).status
    expect(await status({ candidate: { scheduleId: 'none' }, norms: one })).toBe(404)
    expect(await status({ candidate: { rule: 'flat' }, norms: { runId: 'none' } })).toBe(404)
    expect(await status({ candidate: { rule: 'flat' }, norms: { runId: await newRun() } })).toBe(409)
  })
})

describe('POST /v1/comparisons', () => {
  it('ranks schedules best first, each as POST /v1/bounds has it, with the ratio to the best', async () => {
    const candidates = [
      { rule: 'inverse' },
      { rule: 'cosine' },
      { rule: 'refined', parameters: { preset: 'paper', window: 0 } },
      { rule: 'linear' }
    ]
    const { ranking, summary, warnings } = await comparisonOf({ candidates, norms: { values: norms } })
    expect(ranking.map(({ name }) => name)).toEqual(['refined', 'cosine', 'linear', 'inverse'])
    for (const { name, ratio, ...facts } of ranking) {
      const candidate = candidates.find(({ rule }) => rule === name) as object
      const { T, optimalRate, optimalBound } = await boundOf({ candidate, norms: { values: norms } })
      expect(facts).toEqual({ T, optimalRate, optimalBound })
      expect(ratio).toBeCloseTo(optimalBound / (ranking[0]?.optimalBound as number), 14)
    }
    expect(summary).toMatch(/^On these norms .*; the general bound of refined is .* no forecast of a loss\.$/)
    expect(warnings).toEqual([])
  })

  it('no rule is below the numeric refinement of the same norms', async () => {
    const numeric = { rule: 'refined', parameters: { preset: 'paper', method: 'numeric', window: 0 }, name: 'least' }
    const rules = scheduleRules.map(({ name }) => ({ rule: name }))
    for (const values of [norms, norms.slice().reverse(), Array(64).fill(0.3)]) {
      const { ranking } = await comparisonOf({ candidates: [...rules, { rule: 'refined' }, numeric], norms: { values } })
      expect(ranking[0]?.name).toBe('least')
      expect(ranking.length).toBe(rules.length + 2)
    }
  })

  it('names are those given, else of rule or schedule, made unique', async () => {
    const run = await logged(norms)
    const { id } = (await send('POST', `/v1/runs/${run}/schedules`, { payload: { name: 'seed 1' } })).json()
    const { ranking } = await comparisonOf({
      candidates: [
        { rule: 'cosine' },
        { rule: 'cosine', parameters: { final: 0.1 } },
        { rule: 'linear', name: 'cosine 2' },
        { scheduleId: id },
        { multipliers: Array(400).fill(1) }
      ],
      norms: { runId: run }
    })
    expect(ranking.map(({ name }) => name).sort()).toEqual(['cosine', 'cosine 2', 'cosine 3', 'multipliers', 'seed 1'])
  })

  it('warns of a schedule that stands still within, of different lengths, and of l1 norms', async () => {
    const run = await logged([1, 2, 3, 4], { optimizer: 'adamw' }, '?norm=l1')
    const { warnings } = await comparisonOf({
      candidates: [{ multipliers: [1, 0, 0, 1] }, { multipliers: [1, 1] }],
      norms: { runId: run }
    })
    expect(warnings.map(({ code }) => code)).toEqual(['zeros-within', 'different-lengths', 'l1-norms'])
  })

  it('tells the shapes that it ranks where points are asked for: the ends, the peak, and even steps between', async () => {
    const payload = { candidates: [{ rule: 'trapezoid' }], steps: 1001, norms: { constant: 1 } }
    expect((await comparisonOf(payload)).ranking[0]).not.toHaveProperty('drawn')
    const { drawn } = (await comparisonOf({ ...payload, points: 5 })).ranking[0] as { drawn?: { steps: number[]; multipliers: number[] } }
    expect(drawn?.steps).toEqual([0, 49, 250, 500, 750, 1000])
    expect(drawn?.multipliers.slice(1, 5)).toEqual([1, 1, 1, 1])
    expect(drawn?.multipliers.at(-1)).toBeCloseTo(1 / 200, 12)
    expect((await comparisonOf({ ...payload, steps: 2, points: 5 })).ranking[0]).toMatchObject({ drawn: { steps: [0, 1] } })
  })

  it('compares all that are equally good, and one alone', async () => {
    const flat = { rule: 'flat' }
    const equal = await comparisonOf({ candidates: [flat, flat], steps: 9, norms: { constant: 2 } })
    expect(equal.ranking.map(({ name, ratio }) => [name, ratio])).toEqual([
      ['flat', 1],
      ['flat 2', 1]
    ])
    expect(equal.summary).toContain('equally good')
    expect((await comparisonOf({ candidates: [flat], steps: 9, norms: { constant: 2 } })).summary).toContain('general bound of flat')
  })

  it.each([
    ['no candidates', { candidates: [], norms: { constant: 1 } }, '/candidates'],
    [
      'a wrong multiplier',
      { candidates: [{ rule: 'flat' }, { multipliers: [1, -1] }], norms: { constant: 1 } },
      '/candidates/1/multipliers/1'
    ],
    ['a candidate that is all 0', { candidates: [{ multipliers: [0] }], norms: { constant: 1 } }, '/candidates/0/multipliers'],
    ['an unknown rule', { candidates: [{ rule: 'flat' }, { rule: 'no' }], steps: 4, norms: { constant: 1 } }, '/candidates/1/rule'],
    ['more than can be computed', { candidates: Array(3).fill({ rule: 'flat' }), steps: 1e8, norms: { constant: 1 } }, '/steps']
  ])('refuses %s with a 400 that names the place', async (_, payload, pointer) => {
    const problem = problemOf(await send('POST', '/v1/comparisons', { payload }))
    expect(problem.status).toBe(400)
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
  })
})
