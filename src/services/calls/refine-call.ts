import { type Static, Type } from 'typebox'
import { invalid } from '../../domain/problems.ts'
import { unknownRun } from '../../refinement/diagnosis/symptom.ts'
import { RefinementOptions } from '../../refinement/options.ts'
import { factsOfLog } from '../refinement/log-facts.ts'
import { refineLog } from '../refinement/refine-log.ts'
import { type Call, checked } from './call.ts'
import { normsAt, Vector, vectorAt } from './vectors.ts'

const orNull = <Schema extends Parameters<typeof Type.Optional>[0]>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]))

const Refine = Type.Object(
  {
    values: Vector,
    losses: Type.Optional(Vector),
    /** The rates of the same steps, for warnings about weight decay. */
    learningRates: Type.Optional(Vector),
    options: RefinementOptions,
    run: Type.Object(
      {
        optimizer: orNull(Type.String()),
        totalSteps: orNull(Type.Integer({ minimum: 1 })),
        weightDecay: orNull(Type.Number({ minimum: 0 })),
        clipNorm: orNull(Type.Number({ minimum: 0 }))
      },
      { additionalProperties: false }
    )
  },
  { additionalProperties: false }
)

/** `POST /v1/refinements` of norms in the body, and of what a log would say of its run. */
export const refineCall: Call = {
  name: 'refine',
  answer(given) {
    const { values, losses, learningRates, options, run } = checked<Static<typeof Refine>>(Refine, given, 'a refinement')
    const steps = { first: 0, stride: 1 }
    const beside = (numbers: unknown, name: string) => {
      if (numbers === undefined) return null
      const vector = vectorAt(numbers, `/${name}`)
      if (vector.length === norms.length) return { steps, values: vector }
      throw invalid(
        `/${name}`,
        `has ${vector.length} entries for ${norms.length} norms.`,
        'Send one for each norm; NaN where there is none.'
      )
    }
    const norms = normsAt(values, '/values')
    const points = { steps, values: norms, losses: beside(losses, 'losses') }
    const learned = beside(learningRates, 'learningRates')
    const { optimizer = null, totalSteps = null, weightDecay = null, clipNorm = null } = run
    const isKnown = (optimizer ?? totalSteps ?? weightDecay ?? clipNorm ?? learned) !== null
    const norm = options.norm ?? 'l2'
    const facts = { optimizer, totalSteps, weightDecay, clipNorm, norms: [norm], learningRates: learned, l2: null }
    const { multipliers, report } = refineLog(points, options, isKnown ? factsOfLog(norm, points, facts) : unknownRun)
    return { multipliers, report }
  }
}
