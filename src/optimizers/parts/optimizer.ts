import type { Static, TObject } from 'typebox'
import type { InvalidPart } from '../../domain/problems.ts'
import type { Source } from '../../domain/source.ts'
import type { Tree, Workspace } from '../../kernels/engine.ts'
import type { Slots, StateOf } from './state.ts'

/** What a step needs besides gradients: the loss at the same point, or which sample it came from. */
export type Need = 'loss' | 'sampleIndex'

/** What a method reports of a step, after it; always with ‖g‖₂ and the ‖·‖₂ of what it added to the parameters. */
export interface Diagnostics {
  d?: number
  dMax?: number
  dHat?: number
  /** d̂ is the first divided by the second, where it was computed. */
  dNumerator?: number
  dDenominator?: number
  s?: number
  lb?: number
  stepSize?: number
  weightSum?: number
  lrMax?: number
  polyakStep?: number
  gradientL1?: number
  innerProduct?: number
  effectiveLearningRate?: number
}

export interface StepInput<S> {
  /** x, the parameters whose gradient came, where it was taken. */
  readonly x: Tree
  /** g. No kernel replaces it. */
  readonly g: Tree
  readonly state: S
  /** γ, the scheduled learning rate of this step, ≥ 0. */
  readonly learningRate: number
  /** f(x), if the method needs it. */
  readonly loss: number
  /** The sample that f and g are of, 0-based, if the method needs it. */
  readonly sampleIndex: number
}

export interface StepOutput<S> {
  readonly x: Tree
  readonly state: S
  readonly diagnostics: Diagnostics
}

/**
 * A learning rule as two pure functions: `init` makes the state, `step` takes one gradient. Their trees are in the memory of a
 * workspace, where a kernel's result may take the memory of its input; nothing else is changed.
 */
export interface Optimizer<H extends TObject = TObject, D extends Slots = Slots> {
  /** Unique, in kebab case: its place in URLs and in the registry. */
  readonly name: string
  readonly title: string
  readonly source: Source
  /** Not taken from the paper's text or from official code, but reconstructed. */
  readonly experimental: boolean
  readonly hyperparameters: H
  /** The learning rate of a step that gives none: the default of the official code, else the paper's choice; null: that of the base. */
  readonly defaultLearningRate: number | null
  /** A step, or that of a base, may multiply matrices; all others do some operations for each entry. */
  readonly multipliesMatrices: boolean
  /** What a step needs, besides what the base needs. */
  readonly needs: readonly Need[]
  /** The optimizer that this one works with, for those that tune another. */
  base?(hyperparameters: Static<H>): { readonly optimizer: Optimizer; readonly hyperparameters: Record<string, unknown> }
  /** The slots of its state. */
  state(hyperparameters: Static<H>): D
  /** What the schema cannot say: the first hyperparameter that does not go with the others. */
  check?(hyperparameters: Static<H>): InvalidPart | undefined
  /** The state before the first step. It shares no memory with x. */
  init(workspace: Workspace, x: Tree, hyperparameters: Static<H>): StateOf<D>
  step(workspace: Workspace, input: StepInput<StateOf<D>>, hyperparameters: Static<H>): StepOutput<StateOf<D>>
  /** Where to evaluate and what to keep, where that is not x. */
  evaluate?(workspace: Workspace, at: { x: Tree; state: StateOf<D> }, hyperparameters: Static<H>): Tree
}

/** Declares an optimizer; the schema and the slots give `init` and `step` their types. */
export const defineOptimizer = <H extends TObject, D extends Slots>(
  optimizer: Omit<Optimizer<H, D>, Defaulted> & Partial<Pick<Optimizer<H, D>, Defaulted>>
): Optimizer<H, D> => ({ needs: [], experimental: false, multipliesMatrices: false, ...optimizer })
type Defaulted = 'needs' | 'experimental' | 'multipliesMatrices'
