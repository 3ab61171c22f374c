import { type Static, Type } from 'typebox'
import type { RunFacts } from './diagnosis/symptom.ts'
import type { ResolvedRefinementOptions } from './options.ts'

/** A schedule to weigh against a refined one, as what to post for it. */
export const Alternative = Type.Object(
  {
    name: Type.Unsafe<'warm-up-linear' | 'paper'>({
      type: 'string',
      enum: ['warm-up-linear', 'paper'],
      description: '`warm-up-linear`: 5 % warm-up, then linear decay. `paper`: preset paper on the same norms.'
    }),
    detail: Type.String({ description: 'What it is.' }),
    request: Type.Object(
      {
        method: Type.Literal('POST'),
        path: Type.String({ description: 'Where to send it.' }),
        body: Type.Unsafe<Record<string, unknown>>({
          type: 'object',
          additionalProperties: true,
          description: 'What to send; for norms that came as `values`, these are to be added.'
        })
      },
      { additionalProperties: false, description: 'The request that makes it.' }
    )
  },
  { additionalProperties: false }
)
export type Alternative = Static<typeof Alternative>

/** Names the schedules to weigh against a refined one: always 5 % warm-up with linear decay, and preset paper beside preset robust. */
export function alternatives(options: ResolvedRefinementOptions, { runIds = [] }: Pick<RunFacts, 'runIds'>): Alternative[] {
  const [runId] = runIds
  const usual: Alternative = {
    name: 'warm-up-linear',
    detail:
      '5 % warm-up, then linear decay: on small models it did as well as refined schedules, or better, where norms change because training converges.',
    request: {
      method: 'POST',
      path: '/v1/schedules',
      body: {
        rule: 'warmup',
        parameters: { length: 0.05, of: { rule: 'linear' } },
        steps: options.steps,
        ...(runId === undefined ? {} : { runId })
      }
    }
  }
  return options.preset === 'robust' ? [usual, paperBeside(options, runIds)] : [usual]
}

/** Preset paper with the options that both presets have; the ramp is the robust preset's own. */
function paperBeside(options: ResolvedRefinementOptions, [runId, ...withRuns]: readonly string[]): Alternative {
  const { norm, weighting, window, trim, steps, method, warmupFloor, normFloor, scaleBy, final } = options
  const body = { preset: 'paper', norm, weighting, window, trim, steps, method, warmupFloor, normFloor, scaleBy, final }
  const detail = 'Preset paper: the weights of the theorem, without regard to losses; its authors report gains on large models.'
  if (runId === undefined) {
    return {
      name: 'paper',
      detail: `${detail} Send the same \`values\` with it.`,
      request: { method: 'POST', path: '/v1/refinements', body }
    }
  }
  const path = `/v1/runs/${encodeURIComponent(runId)}/schedules`
  return { name: 'paper', detail, request: { method: 'POST', path, body: withRuns.length === 0 ? body : { ...body, withRuns } } }
}
