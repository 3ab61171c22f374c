import { Problem } from '../../domain/problems.ts'
import type { Source } from '../../domain/source.ts'
import { optimizers } from '../../optimizers/index.ts'
import type { Need, Optimizer } from '../../optimizers/parts/optimizer.ts'
import { resolveHyperparameters } from '../../optimizers/parts/resolve-hyperparameters.ts'
import type { Slots } from '../../optimizers/parts/state.ts'

/** One slot of an optimizer's state: a number, one number a parameter, or tensors, and their shape. */
export interface CatalogueSlot {
  readonly slot: string
  readonly kind: 'scalar' | 'scalars' | 'tensors' | 'vector'
  readonly shape: string
}

/** What the catalogue tells of an optimizer. */
export interface CatalogueEntry {
  readonly name: string
  readonly title: string
  /** The arXiv id of the paper. */
  readonly paper: string | null
  readonly source: Source
  readonly needs: readonly Need[]
  /** With default hyperparameters. */
  readonly state: readonly CatalogueSlot[]
  /** A JSON Schema. */
  readonly hyperparameters: object
  /** Null where it is that of the base optimizer. */
  readonly defaultLearningRate: number | null
  readonly experimental: boolean
}

const kinds = { scalar: 'scalar', byParameter: 'scalars', tensors: 'tensors', vector: 'vector' } as const

function* slotsOf(slots: Slots, prefix = ''): Generator<CatalogueSlot> {
  for (const [name, slot] of Object.entries(slots)) {
    if (slot.kind === 'base') yield* slotsOf(slot.slots, `${prefix}${name}.`)
    else yield { slot: prefix + name, kind: kinds[slot.kind], shape: slot.shape }
  }
}

const entryOf = (optimizer: Optimizer): CatalogueEntry => {
  const { name, title, source, needs, hyperparameters, defaultLearningRate, experimental } = optimizer
  const state = [...slotsOf(optimizer.state(resolveHyperparameters(optimizer, leastHyperparameters(optimizer))))]
  const properties = hyperparameters.properties as Record<string, { default?: unknown }>
  // A caller may leave out what has a default.
  const required = (hyperparameters.required ?? []).filter((key) => properties[key]?.default === undefined)
  const schema = JSON.parse(JSON.stringify({ ...hyperparameters, required, additionalProperties: false })) as object
  return { name, title, paper: source.arxiv ?? null, source, needs, state, hyperparameters: schema, defaultLearningRate, experimental }
}

/** The least that may be given: hyperparameters without a default get their smallest value. */
export function leastHyperparameters({ hyperparameters }: Optimizer): Record<string, unknown> {
  const properties = hyperparameters.properties as Record<string, { default?: unknown; minimum?: number }>
  const needed = Object.entries(properties).filter(
    ([name, property]) => property.default === undefined && hyperparameters.required?.includes(name)
  )
  return Object.fromEntries(needed.map(([name, { minimum = 1 }]) => [name, minimum]))
}

/** The entries of some optimizers, in their order. */
export const optimizerEntries = (listed: readonly Optimizer[] = optimizers): CatalogueEntry[] => listed.map(entryOf)

let catalogue: ReadonlyMap<string, CatalogueEntry> | undefined

/** Made at the first question: schemas and slots are not cheap enough for each. */
const entries = (): ReadonlyMap<string, CatalogueEntry> => (catalogue ??= new Map(optimizerEntries().map((entry) => [entry.name, entry])))

/** Every optimizer, by family. */
export const listOptimizers = (): readonly CatalogueEntry[] => [...entries().values()]

/** @throws Problem `optimizer-not-found` */
export function findOptimizer(name: string): CatalogueEntry {
  const entry = entries().get(name)
  if (entry === undefined) throw new Problem('optimizer-not-found', `The optimizer ${JSON.stringify(name)} does not exist.`)
  return entry
}
