import type { Precision } from '../../domain/engine.ts'
import { pointerTo } from '../../domain/json-pointer.ts'
import { Problem } from '../../domain/problems.ts'
import type { DiagnosticsDetail, NonFiniteRule } from '../../domain/replay-settings.ts'
import type { Engine, Tree, Workspace } from '../../kernels/engine.ts'
import type { Room, Tensors } from '../../kernels/tensor.ts'
import { assertComplete, assertGradientsFit, gradientPlace, nonFinite, nonFiniteAt, parametersPlace } from './check-tensors.ts'
import { assertFiniteNumbers, downloadState, type HostState, mapTrees, treesOf, uploadState } from './host-state.ts'
import { isFiniteTree, propagate, skipOrPropagate } from './non-finite.ts'
import { observe, observeGradient, type SquaredNorms } from './observe.ts'
import type { Diagnostics, Optimizer } from './optimizer.ts'
import { resolveHyperparameters } from './resolve-hyperparameters.ts'
import type { Slots, StateOf } from './state.ts'
import { squaredNorms, type TensorDiagnostics, tensorDiagnostics } from './tensor-diagnostics.ts'

/** Where a replay starts, and how it goes. Without a state, it starts as after `init`. */
export interface ReplayStart {
  readonly parameters: Tensors
  readonly state?: HostState | undefined
  /** As on the wire; see `resolveHyperparameters`. */
  readonly hyperparameters?: Readonly<Record<string, unknown>> | undefined
  readonly precision: Precision
  /** Unless it is given, numbers that are not finite are refused. */
  readonly nonFinite?: NonFiniteRule | undefined
  /** Unless it is given, each step tells of all tensors together. */
  readonly diagnostics?: DiagnosticsDetail | undefined
}

/** One step of it. A gradient may be absent: its parameter is skipped. */
export interface ReplayStep {
  readonly gradients: Tensors
  readonly learningRate?: number | undefined
  readonly loss?: number | undefined
  readonly sampleIndex?: number | undefined
}

/** What every step reports: ‖g‖₂ and ‖x′ − x‖₂, each over all tensors together, and what the method has to say. */
export interface StepDiagnostics extends Diagnostics {
  gradientNorm: number
  updateNorm: number
  /** The step was left out, because its gradient or its loss is not finite. */
  skipped?: true
  /** Where it is asked for: each tensor whose gradient came. */
  tensors?: ReadonlyMap<string, TensorDiagnostics>
}

/** An optimizer at work, on an engine: it takes gradients, one step after the other, until it is closed. */
export interface Replay {
  /** @throws Problem `shape-mismatch`, `non-finite`, `loss-required`, `sample-index-required` or `invalid-request`; then close. */
  readonly step: (step: ReplayStep) => StepDiagnostics
  /** Copied into new arrays unless there is room for them elsewhere; so are the others. */
  readonly parameters: (room?: Room) => Tensors
  readonly state: (room?: Room) => HostState
  /** The point to evaluate and to keep, for methods where that is not the parameters. */
  readonly evaluation: (room?: Room) => Tensors | undefined
  readonly close: () => void
}

const emptied = (shape: readonly number[]) => ({ shape: [...shape].fill(0), values: new Float64Array(shape.length === 0 ? 1 : 0) })

/**
 * Starts a replay.
 * @throws Problem `invalid-request` for wrong hyperparameters or a wrong state, `shape-mismatch`, `non-finite`.
 */
export function startReplay(engine: Engine, optimizer: Optimizer, start: ReplayStart): Replay {
  const hyperparameters = resolveHyperparameters(optimizer, start.hyperparameters)
  const { nonFinite: rule = 'refuse' } = start
  const slots = optimizer.state(hyperparameters)
  const base = optimizer.base?.(hyperparameters).optimizer
  const needs = [...optimizer.needs, ...(base?.needs ?? [])]
  const defaultRate = optimizer.defaultLearningRate ?? base?.defaultLearningRate ?? 1
  const workspace = engine.open(start.precision, start.parameters.values().next().value?.values)
  try {
    return createReplay()
  } catch (error) {
    workspace.close()
    throw error
  }

  /** Tensors with the names of others and as many dimensions, but no entries; a scalar has its one. */
  function outlineOf(tensors: Tensors): Tree {
    return workspace.upload(new Map([...tensors].map(([name, { shape }]) => [name, emptied(shape)])))
  }

  function createReplay(): Replay {
    const { parameters } = start
    assertComplete(parameters, parametersPlace)
    let x = workspace.upload(parameters)
    if (rule !== 'propagate' && !isFiniteTree(workspace, x)) throw nonFinite(parameters, parametersPlace, propagate)
    let state =
      start.state === undefined
        ? optimizer.init(workspace, x, hyperparameters)
        : uploadState(workspace, slots, start.state, parameters, optimizer.init(workspace, outlineOf(parameters), hyperparameters), rule)
    let steps = 0

    const step = (given: ReplayStep): StepDiagnostics => {
      assertNeeds(given)
      const { gradients, learningRate = defaultRate, loss = Number.NaN, sampleIndex = -1 } = given
      const hasLoss = given.loss === undefined || Number.isFinite(loss)
      if (rule === 'refuse' && !hasLoss)
        throw nonFiniteAt(pointerTo('/steps', steps, 'loss'), `The loss of step ${steps} is ${loss}.`, skipOrPropagate)
      assertGradientsFit(gradients, parameters, steps)
      const g = workspace.upload(gradients)
      const norms: SquaredNorms = { gradient: undefined, update: undefined }
      const each = start.diagnostics === 'tensors' ? { gradient: new Map<string, number>(), update: new Map<string, number>() } : undefined
      const observing = observe(workspace, norms, each)
      const weights = each && squaredNorms(workspace, x)
      const tensors = () => each && weights && { tensors: tensorDiagnostics(weights, each) }
      if (rule === 'skip' && (!isFiniteTree(workspace, g) || (needs.includes('loss') && !hasLoss))) {
        observeGradient(observing, g)
        return ended({ skipped: true, ...tensors() }, norms)
      }
      const result = stepSome(observing, optimizer, slots, { x, g, state, learningRate, loss, sampleIndex }, hyperparameters)
      if (norms.gradient === undefined) observeGradient(observing, g)
      if (rule === 'refuse' && !Number.isFinite(norms.gradient)) throw nonFinite(gradients, gradientPlace(steps), skipOrPropagate)
      x = result.x
      state = result.state
      if (rule !== 'propagate') assertFinite(norms)
      return ended({ ...result.diagnostics, ...tensors() }, norms)
    }

    const ended = (diagnostics: Partial<StepDiagnostics>, { gradient, update }: SquaredNorms): StepDiagnostics => {
      workspace.keepOnly([x, ...treesOf(slots, state)])
      steps += 1
      return { ...diagnostics, gradientNorm: Math.sqrt(gradient!), updateNorm: Math.sqrt(update ?? 0) }
    }

    /** What a step has made of finite numbers. */
    const assertFinite = ({ update = 0 }: SquaredNorms): void => {
      if (!Number.isFinite(update)) {
        const place = { what: `the parameters after step ${steps}`, pointer: pointerTo('/steps', steps) }
        throw nonFinite(workspace.download(x), place, propagate)
      }
      assertFiniteNumbers(slots, state, `after step ${steps}`)
    }

    const assertNeeds = ({ loss, sampleIndex = -1 }: ReplayStep): void => {
      const lacks = (need: string) => `Step ${steps} has no ${need}, which ${optimizer.name} needs.`
      if (needs.includes('loss') && loss === undefined) throw missing('loss-required', pointerTo('/steps', steps, 'loss'), lacks('loss'))
      if (needs.includes('sampleIndex') && sampleIndex < 0)
        throw missing('sample-index-required', pointerTo('/steps', steps, 'sampleIndex'), lacks('sampleIndex'))
    }

    const inOrder = (tensors: Tensors): Tensors => new Map([...parameters.keys()].map((name) => [name, tensors.get(name)!]))
    return {
      step,
      parameters: (room) => inOrder(workspace.download(x, room)),
      state: (room) => downloadState(workspace, slots, state, room),
      evaluation: (room) =>
        optimizer.evaluate && inOrder(workspace.download(optimizer.evaluate(workspace, { x, state }, hyperparameters), room)),
      close: workspace.close
    }
  }
}

const missing = (type: 'loss-required' | 'sample-index-required', pointer: string, detail: string): Problem =>
  new Problem(type, detail, { errors: [{ pointer, detail }] })

/** A step of the parameters whose gradient came; all others keep their values and their part of the state. */
function stepSome(
  workspace: Workspace,
  optimizer: Optimizer,
  slots: Slots,
  input: Parameters<Optimizer['step']>[1],
  hyperparameters: Parameters<Optimizer['step']>[2]
): ReturnType<Optimizer['step']> {
  const { x, g, state } = input
  if (g.names.length === x.names.length) return optimizer.step(workspace, input, hyperparameters)
  const part = (tree: Tree) => workspace.pick(tree, g.names)
  const stepped = optimizer.step(workspace, { ...input, x: part(x), state: mapTrees(slots, state, part) }, hyperparameters)
  const merged = (tree: Tree, path: readonly string[]) => workspace.merge(at(state, path), tree)
  return { ...stepped, x: workspace.merge(x, stepped.x), state: mapTrees(slots, stepped.state, merged) }
}

const at = (state: StateOf<Slots>, path: readonly string[]): Tree =>
  path.reduce<unknown>((level, name) => (level as StateOf<Slots>)[name], state) as Tree
