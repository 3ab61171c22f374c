import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepMax } from '../../src/domain/gradient-norm.ts'
import { Problem } from '../../src/domain/problems.ts'
import { jsonLog } from '../../src/formats/logs/json.ts'
import { numberSchemas } from '../../src/http/schemas/float.ts'
import { GradientNormLog, gradientNormSchemas } from '../../src/http/schemas/gradient-norms.ts'

const ajv = new Ajv2020({ strict: false })
ajv.addSchema([...numberSchemas, ...gradientNormSchemas.filter((schema) => schema !== GradientNormLog)])
const matches = ajv.compile(GradientNormLog)

/** Whether the parser of bodies takes a log. */
function parses(body: unknown): boolean {
  try {
    jsonLog(body)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

const good = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom('NaN', 'Infinity', '-Infinity', 0, -0, 5e-324)
)
const bad = fc.oneof(fc.double({ max: -5e-324, noNaN: true, noDefaultInfinity: true }), fc.constantFrom(null, '', '1', 'nan', true, [], {}))
const rarely = <T>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: usual as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: unusual })
const value = rarely(good, bad)
const step = rarely(fc.nat(), fc.constantFrom(-1, 1.5, stepMax + 1, '0', null))
const increasing = fc
  .uniqueArray(fc.oneof(fc.nat(20), fc.constantFrom(stepMax, stepMax - 1)), { maxLength: 6 })
  .map((steps) => steps.sort((a, b) => a - b))

const body = fc.oneof(
  fc.record(
    { values: rarely(fc.array(value), fc.constantFrom(null, {}, 'x')), startStep: step, stride: step, x: fc.anything() },
    { requiredKeys: [] }
  ),
  increasing.chain((steps) =>
    fc.record({ steps: fc.constant(steps), values: fc.array(value, { minLength: steps.length, maxLength: steps.length }) })
  ),
  fc.record({ points: fc.array(fc.record({ step, value, x: fc.anything() }, { requiredKeys: ['step'] }), { maxLength: 1 }) }),
  fc.record({ points: fc.constantFrom([], null, {}), values: fc.array(value), steps: fc.array(step) }, { requiredKeys: [] }),
  fc.anything()
)

/** JSON has neither undefined nor prototypes: what a body can be is what JSON brings back. */
const asJson = (sent: unknown): unknown => JSON.parse(JSON.stringify(sent) ?? 'null')

describe('the schema of a log and the parser of bodies', () => {
  it('agree on every body, but for what a schema cannot say', () => {
    fc.assert(
      fc.property(body, (sent) => {
        const log = asJson(sent)
        // Order, equal length and the last step are beyond a schema.
        fc.pre(!isBeyondSchema(log))
        expect([JSON.stringify(log), parses(log)]).toEqual([JSON.stringify(log), matches(log)])
      }),
      { numRuns: 1000 }
    )
  })

  it('the parser takes nothing that the schema refuses', () => {
    fc.assert(
      fc.property(body, (sent) => !parses(asJson(sent)) || matches(asJson(sent))),
      { numRuns: 1000 }
    )
  })
})

function isBeyondSchema(log: unknown): boolean {
  if (typeof log !== 'object' || log === null) return false
  const { steps, values, startStep, stride } = log as Record<string, unknown>
  const lengthsDiffer = Array.isArray(steps) && Array.isArray(values) && steps.length !== values.length
  const unordered = Array.isArray(steps) && steps.some((one, i) => i > 0 && one <= steps[i - 1])
  return lengthsDiffer || unordered || startStep === stepMax || stride === stepMax
}
