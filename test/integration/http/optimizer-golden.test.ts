import { describe, expect, test } from 'vitest'
import type { Tensors } from '../../../src/kernels/tensor.ts'
import { float32Tolerance, type GoldenRun, goldenRuns, goldenTargetRuns, relativeError } from '../../golden/optimizers/recorded-runs.ts'
import { testApp } from '../../support/app.ts'
import { sameBits } from '../../support/numbers.ts'
import { type Answer, ask, type Format, type Named, type Request } from '../../support/optimizer-requests.ts'

const json: { as: Format; answerAs: Format } = { as: 'json', answerAs: 'json' }
const formats: (typeof json)[] = [json, { as: 'F64', answerAs: 'F64' }, { as: 'json', answerAs: 'F64' }, { as: 'F64', answerAs: 'json' }]

const plain = (tensors: Tensors): Named => Object.fromEntries(tensors)
const tensorsOf = (named: Named): Tensors =>
  new Map(Object.entries(named).map(([name, { shape, values }]) => [name, { shape, values: Float64Array.from(values) }]))

const requestOf = ({ parameters, hyperparameters, steps }: GoldenRun): Request => ({
  parameters: plain(parameters),
  hyperparameters,
  steps: steps.map(({ gradients, loss, learningRate }) => ({ gradients: plain(gradients), loss, learningRate })),
  keep: 'all'
})

function expectSameBits(found: Named, expected: Named): void {
  expect(Object.keys(found)).toEqual(Object.keys(expected))
  for (const [name, { shape, values }] of tensorsOf(found)) {
    expect(shape).toEqual(expected[name]!.shape)
    expect(sameBits(values as Float64Array, Float64Array.from(expected[name]!.values)), name).toBe(true)
  }
}

function expectRun(
  { steps }: GoldenRun,
  { trajectory, evaluations, diagnostics }: Answer,
  tolerance: { parameters: number; scalars: number }
): void {
  for (const [t, { expected }] of steps.entries()) {
    expect(relativeError(tensorsOf(trajectory![t]!), expected.parameters), `parameters after step ${t}`).toBeLessThan(tolerance.parameters)
    if (expected.evaluation !== undefined) {
      const error = relativeError(tensorsOf(evaluations![t]!), expected.evaluation)
      expect(error, `evaluation after step ${t}`).toBeLessThan(tolerance.parameters)
    }
    for (const [name, value] of Object.entries(expected.scalars)) {
      expect(Math.abs(diagnostics[t]![name]! - value) / Math.abs(value || 1), `${name} after step ${t}`).toBeLessThan(tolerance.scalars)
    }
  }
}

for (const engine of ['wasm', 'reference']) {
  describe(`on ${engine}`, async () => {
    const { send } = await testApp({ TAPER_ENGINE: engine })

    // Formats lose nothing on whichever engine; that engines agree is asked without HTTP (test/golden/optimizers, test/contract).
    for (const { as, answerAs } of engine === 'wasm' ? formats : [json]) {
      test.each(goldenRuns('float64'))(
        `$name, ${as} answered as ${answerAs}: the run of the official code is repeated to 1e-11`,
        async (run) => {
          const answer = await ask(send, `${run.optimizer}/replay`, requestOf(run), { as, answerAs })
          expect(answer.engine).toMatchObject({ name: engine, precision: 'float64' })
          expectRun(run, answer, { parameters: 1e-11, scalars: 1e-11 })
        }
      )
    }

    test.each(goldenTargetRuns())('$optimizer: one step a request repeats the run of the official script to 1e-11', async (run) => {
      let { parameters }: { parameters: Named } = { parameters: plain(run.parameters) }
      let state: Request['state']
      for (const [t, { step, expected }] of run.steps.entries()) {
        const { gradients, loss, sampleIndex, learningRate } = step
        const request = {
          parameters,
          state,
          gradients: plain(gradients),
          loss,
          sampleIndex,
          learningRate,
          hyperparameters: run.hyperparameters
        }
        ;({ parameters, state } = await ask(send, `${run.optimizer}/step`, request))
        expect(relativeError(tensorsOf(parameters), expected.parameters), `parameters after step ${t}`).toBeLessThan(1e-11)
      }
    })

    if (engine !== 'wasm') return
    test.each(goldenRuns('float32'))(
      '$name in F32 safetensors: repeated to 1e-5 or twice the error of the official code, with the same bits as in JSON',
      async (run) => {
        const whole = await ask(send, `${run.optimizer}/replay`, requestOf(run), { as: 'F32' })
        expect(whole.engine.precision).toBe('float32')
        expect(Object.values(whole.parameters).every(({ values }) => values instanceof Float32Array)).toBe(true)
        expectRun(run, whole, float32Tolerance(run))
        const inJson = await ask(send, `${run.optimizer}/replay`, { ...requestOf(run), precision: 'float32' })
        expectSameBits(inJson.parameters, whole.parameters)
        expect(inJson.diagnostics).toEqual(whole.diagnostics)
      }
    )

    test.each(goldenRuns('float64'))('$name: ten steps are the same bits as four and then six', async (run) => {
      const { keep: _, steps, ...request } = requestOf(run)
      for (const as of ['json', 'F64', 'F32'] as const) {
        const ten = await ask(send, `${run.optimizer}/replay`, { ...request, steps: steps!.slice(0, 10) }, { as })
        const { parameters, state } = await ask(send, `${run.optimizer}/replay`, { ...request, steps: steps!.slice(0, 4) }, { as })
        const six = await ask(send, `${run.optimizer}/replay`, { ...request, parameters, state, steps: steps!.slice(4, 10) }, { as })
        expectSameBits(six.parameters, ten.parameters)
        expect(six.state).toEqual(ten.state)
      }
    })
  })
}
