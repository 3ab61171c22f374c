import { bodyStart, bytesOf, createLinearMemory, type LinearMemory, sharedMemory } from './linear-memory.ts'

/** Memory for a body, as another thread is sent it. */
export interface BodyMemory {
  readonly memory: WebAssembly.Memory
  /** What may be taken by a body. */
  readonly bodyBytes: number
}

const made = new WeakMap<ArrayBufferLike, BodyMemory>()
const received = new WeakMap<ArrayBufferLike, LinearMemory>()

/** Memory in which another thread can compute without a copy: for a body of so many bytes, from {@link bodyStart} on. */
export function createBodyMemory(bodyBytes: number): SharedArrayBuffer {
  const memory = sharedMemory(bodyBytes)
  const buffer = bytesOf(memory)
  made.set(buffer, { memory, bodyBytes })
  return buffer as ArrayBufferLike as SharedArrayBuffer
}

/** What to send of memory that was made here. */
export const bodyMemoryOf = (buffer: ArrayBufferLike): BodyMemory | undefined => made.get(buffer)

/** Lets the engine of this thread compute in memory that another has made, and gives the bytes of it. */
export function receiveBodyMemory({ memory, bodyBytes }: BodyMemory): SharedArrayBuffer {
  const buffer = bytesOf(memory)
  received.set(buffer, createLinearMemory(memory, bodyBytes))
  return buffer as ArrayBufferLike as SharedArrayBuffer
}

export const linearMemoryOf = (buffer: ArrayBufferLike): LinearMemory | undefined => received.get(buffer)

export { bodyStart }
