import { partsOf, pointerTo } from '../../../domain/json-pointer.ts'
import { type InvalidPart, Problem } from '../../../domain/problems.ts'
import type { Operation } from '../task.ts'
import { requestPointer } from './read-safetensors-request.ts'

/** The same problem, with its places as the request has them. */
export function inRequest(error: unknown, place: (pointer: string) => string): unknown {
  if (!(error instanceof Problem) || error.errors === undefined) return error
  const errors: InvalidPart[] = error.errors.map((part) => ({ ...part, pointer: place(part.pointer) }))
  return new Problem(error.type, error.detail, { errors, cause: error.cause })
}

/** A place in a replay as one in a request of this operation: the only step of a `step` is the body itself. */
export const inJson = (operation: Operation, pointer: string): string =>
  operation === 'step' ? pointer.replace(/^\/steps\/0(?=\/|$)/, '') : pointer

/** A place in a replay as one in safetensors: a tensor is an entry of the header, everything else is in its JSON text. */
export function inSafetensors(operation: Operation, pointer: string): string {
  if (!pointer.startsWith('/') || pointer.startsWith('/__metadata__')) return pointer
  const tensor = tensorName(operation, pointer)
  return tensor === undefined ? requestPointer + inJson(operation, pointer) : pointerTo('', tensor)
}

function tensorName(operation: Operation, pointer: string): string | undefined {
  const found = /^\/(?:steps\/(?<step>\d+)\/)?(?<group>parameters|gradients|state\/tensors)\/(?<path>.+)$/.exec(pointer)?.groups
  if (found === undefined) return undefined
  const group = found.group!.replace('/tensors', '')
  const path = partsOf(`/${found.path}`).join('/')
  return [group, ...(operation === 'replay' && found.step !== undefined ? [found.step] : []), path].join('/')
}
