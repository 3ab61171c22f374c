import { receiveBodyMemory } from '../../kernels/wasm/body-memory.ts'
import type { SentBody } from './body-places.ts'

/** As many as a few connections use in turns. */
const receivedMax = 8

/** Memories of bodies that this thread computes in, the last ones by their numbers: what is compiled into them is used again. */
export class ReceivedMemories {
  readonly #buffers = new Map<number, SharedArrayBuffer>()

  /** The bytes of a body. */
  bytes({ memory, number, start, length }: SentBody): Uint8Array {
    const buffer = this.#buffers.get(number) ?? receiveBodyMemory(memory)
    this.#buffers.delete(number)
    this.#buffers.set(number, buffer)
    if (this.#buffers.size > receivedMax) this.#buffers.delete(this.#buffers.keys().next().value!)
    return new Uint8Array(buffer, start, length)
  }

  forget(): void {
    this.#buffers.clear()
  }
}
