import { type NormName, normNames } from './gradient-norm.ts'

/** What a run logs, step by step. */
export const seriesNames = [
  ...normNames,
  'loss',
  'eval-loss',
  'learning-rate',
  'weight-norm',
  'update-norm',
  'distance'
] as const satisfies readonly string[]
export type SeriesName = (typeof seriesNames)[number]

/** What the value at optimizer step t is. */
export const seriesMeanings: Readonly<Record<SeriesName, string>> = {
  l2: '‖g‖₂ of the raw gradient, before clipping, over all parameters',
  l1: '‖g‖₁ of the raw gradient, before clipping, over all parameters',
  linf: '‖g‖∞ of the raw gradient, before clipping, over all parameters',
  loss: 'training loss of the step, or its mean since the last point',
  'eval-loss': 'evaluation loss',
  'learning-rate': 'learning rate that the step used, of the first parameter group',
  'weight-norm': '‖w‖₂ of all parameters before the step',
  'update-norm': '‖Δw‖₂ of the step, over all parameters',
  distance: 'd of D-Adaptation and Prodigy, their estimate of the distance to the solution'
}

const signed: ReadonlySet<string> = new Set<SeriesName>(['loss', 'eval-loss'])

/** Whether a finite value may be negative: losses alone, as those that are log-likelihoods of densities. */
export const mayBeNegative = (name: SeriesName): boolean => signed.has(name)

const known: ReadonlySet<string> = new Set(seriesNames)
export const isSeriesName = (name: string): name is SeriesName => known.has(name)

const norms: ReadonlySet<string> = new Set(normNames)

/** Whether a series holds a norm of the gradient, which a refinement can use. */
export const isGradientNorm = (name: SeriesName): name is NormName => norms.has(name)
