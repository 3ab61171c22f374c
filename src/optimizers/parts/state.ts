import type { Tree } from '../../kernels/engine.ts'

/** What one slot of an optimizer's state holds. `shape` is what the catalogue tells of it. */
export type Slot =
  | { readonly kind: 'scalar'; readonly shape: string; readonly whole: boolean }
  | { readonly kind: 'byParameter'; readonly shape: string; readonly whole: boolean }
  | { readonly kind: 'tensors'; readonly shape: string; readonly stride: number; readonly seen: boolean }
  | { readonly kind: 'vector'; readonly shape: string; readonly length: number }
  | { readonly kind: 'base'; readonly shape: string; readonly slots: Slots }
export type Slots = Readonly<Record<string, Slot>>

/** One number. */
export const scalar = { kind: 'scalar', shape: '[]', whole: false } as const
/** How many steps there were. */
export const stepCount = { kind: 'scalar', shape: '[]', whole: true } as const
/** One number for each parameter whose gradient has come. */
export const byParameter = { kind: 'byParameter', shape: 'one number a parameter', whole: false } as const
/** How many gradients of each parameter there were. */
export const gradientCount = { kind: 'byParameter', shape: 'one number a parameter', whole: true } as const
/** A tensor for each parameter, of its shape; or none at all, where a hyperparameter makes it needless. */
export const likeParameters = { kind: 'tensors', shape: 'as the parameter', stride: 1, seen: false } as const
/** A tensor for each parameter whose gradient has come. */
export const likeSeenParameters = { kind: 'tensors', shape: 'as the parameter, once its gradient has come', stride: 1, seen: true } as const
/** A tensor for each matrix among the parameters, of its shape. */
export const likeMatrices = { kind: 'tensors', shape: 'as the parameter, of matrices', stride: 1, seen: false } as const
/** Every p-th entry of each flattened parameter. */
export const everyNthEntry = (p: number) =>
  p === 1
    ? likeParameters
    : ({ kind: 'tensors', shape: `[⌈n/${p}⌉]: every ${p}th entry of the parameter`, stride: p, seen: false } as const)
/** Numbers of the host, in float64: one a sample, say. `label` is what there are `length` of. */
export const vector = (length: number, label: string) => ({ kind: 'vector', shape: `[${label}]`, length }) as const
/** The state of another optimizer. */
export const base = (slots: Slots) => ({ kind: 'base', shape: 'as in the base optimizer', slots }) as const

/** The states that slots describe. */
export type StateOf<D extends Slots> = { readonly [K in keyof D]: SlotValue<D[K]> }

type SlotValue<S extends Slot> = S extends { kind: 'scalar' }
  ? number
  : S extends { kind: 'byParameter' }
    ? ReadonlyMap<string, number>
    : S extends { kind: 'vector' }
      ? Float64Array
      : S extends { kind: 'base' }
        ? StateOf<Slots>
        : Tree
