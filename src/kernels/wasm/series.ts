import { inParts } from '../in-parts.ts'
import type { Span } from '../span.ts'
import type { Block } from './allocator.ts'
import type { LinearMemory } from './linear-memory.ts'
import { compileSeriesFunctions, type SeriesFunctions } from './series-functions.ts'

let compiled: WebAssembly.Module | undefined
const instances = new WeakMap<WebAssembly.Memory, SeriesFunctions>()

function functionsIn({ memory }: LinearMemory): SeriesFunctions {
  const known = instances.get(memory)
  if (known !== undefined) return known
  compiled ??= compileSeriesFunctions()
  const functions = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as SeriesFunctions
  instances.set(memory, functions)
  return functions
}

const addressOf = ({ buffer, offset }: Span<Block>): number => buffer.start + 8 * offset

/** Entries per call: few enough that V8 soon switches to optimised code; a multiple of the block of `tailSums`. */
const partLength = 2 ** 14

/** Gives the same bits as `tailSums`. */
export function tailSumsOf(memory: LinearMemory, span: Span<Block>): Block {
  const out = memory.allocate(8 * span.length)
  const carry = memory.allocate(16)
  memory.view('float64', carry.start, 2).fill(0)
  const functions = functionsIn(memory)
  for (let end = span.length; end > 0; end -= partLength) {
    functions.tailSums(addressOf(span), out.start, carry.start, Math.max(0, end - partLength), end)
  }
  memory.release(carry)
  return out
}

/** Gives the same bits as `interpolateEven`. */
export function interpolated(memory: LinearMemory, span: Span<Block>, length: number): Block {
  const out = memory.allocate(8 * length)
  const values = memory.view('float64', addressOf(span), span.length)
  const target = memory.view('float64', out.start, length)
  if (span.length === 1) target.fill(values[0]!)
  else {
    const functions = functionsIn(memory)
    inParts(length - 1, (from, to) => functions.interpolateEven(addressOf(span), span.length, out.start, length, from, to))
    target[length - 1] = values[length === 1 ? 0 : span.length - 1]!
  }
  return out
}

export function largestOf(memory: LinearMemory, span: Span<Block>): number {
  const functions = functionsIn(memory)
  let largest = Number.NEGATIVE_INFINITY
  inParts(span.length, (from, to) => {
    largest = functions.largest(addressOf(span), largest, from, to)
  })
  return largest
}
