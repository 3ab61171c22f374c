import type { LogReport, Run } from '../api/types.ts'

/** A schedule as the service is asked about it. */
export interface Request {
  readonly rule?: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly scheduleId?: string
}

/** What schedules are compared on: a run, or a log that is in this tab alone. */
export interface Subject {
  readonly title: string
  /** The run; null for a log. */
  readonly runId: string | null
  /** Length of the schedules. */
  readonly steps: number
  readonly peak: number | null
  /** What bounds are computed on: its norms, or constant ones where it has none. */
  readonly norms: Readonly<Record<string, unknown>>
  readonly hasNorms: boolean
  /** For forecasts; null where there are no losses or no rates, for the reason that is told. */
  readonly curve: Readonly<Record<string, unknown>> | null
  readonly noForecast: string
  /** The refinements that there are: name and request. */
  readonly refined: readonly (readonly [string, Request])[]
}

/** Of shapes themselves, where no norms are logged: the case of the theory's worst-case rates. */
const constant = { norms: { constant: 1 }, hasNorms: false, refined: [] } as const

export function subjectOfRun(run: Run): Subject {
  const has = (name: string) => run.series.some((one) => one.name === name && one.points > 1)
  const last = Math.max(0, ...run.series.map(({ lastStep }) => lastStep ?? 0))
  const rated = has('learning-rate') || run.scheduleId !== null
  return {
    title: run.name ?? run.id,
    runId: run.id,
    steps: run.totalSteps ?? last + 1,
    peak: run.peakLearningRate,
    curve: has('loss') && rated ? { runId: run.id } : null,
    noForecast: !has('loss') ? 'The run has logged no losses.' : 'The run has logged no learning rates, and names no schedule.',
    ...(has('l2') || has('l1')
      ? {
          norms: { runId: run.id },
          hasNorms: true,
          refined: [
            ['refined', { rule: 'refined' }],
            ['refined, preset paper', { rule: 'refined', parameters: { preset: 'paper' } }]
          ] as const
        }
      : constant)
  }
}

/** Null where the log has neither norms nor a curve of losses. */
export function subjectOfLog({ title, refinement, numbers, peakLearningRate }: LogReport): Subject | null {
  const { curve } = numbers
  const length = curve === null ? 0 : (curve.steps.at(-1) ?? 0) + 1
  const told = { title, runId: null, peak: peakLearningRate, noForecast: 'The log has no losses, or no learning rates beside them.' }
  const curveOver = (steps: number) => (curve === null ? null : { ...curve, totalSteps: Math.max(steps, length) })
  if ('missing' in refinement) return curve === null ? null : { ...told, ...constant, steps: length, curve: curveOver(length) }
  const { multipliers, paper, steps, preset } = refinement
  const drawn = (line: typeof multipliers) =>
    piecewise(
      line.steps,
      line.low.map((low, i) => ((low ?? 0) + (line.high[i] ?? 0)) / 2)
    )
  return {
    ...told,
    steps,
    norms: { values: numbers.norms },
    hasNorms: true,
    curve: curveOver(steps),
    refined: [
      [`refined, preset ${preset}`, drawn(multipliers)],
      ...(paper === null ? [] : [['refined, preset paper', drawn(paper)] as const])
    ]
  }
}

/** A curve as a rule of straight pieces: for what is not stored, or not known by a rule. */
export function piecewise(steps: readonly number[], multipliers: readonly number[]): Request {
  const last = steps.at(-1) || 1
  const points = steps.map((step, i) => ({ at: step / last, multiplier: Math.min(1, Math.max(0, multipliers[i] ?? 0)) }))
  return { rule: 'piecewise', parameters: { points } }
}
