import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * After so much memory of arrays was let go, it is given back to the system once nothing was let go for a moment. With less it waits for a
 * collection that comes by itself: a forced one also throws away compiled code. Bytes.
 */
const leastBytes = 2 ** 26
const quietMs = 500
/** After so much, at once: the next work would take as much again. Bytes. */
const mostBytes = 2 ** 29

let gc: (() => void) | undefined

/** Made when it is first needed: most threads never do. */
function collect(): void {
  if (gc === undefined) {
    setFlagsFromString('--expose-gc')
    gc = runInNewContext('gc') as () => void
  }
  gc()
}

/** Memory of this thread that nobody has any more, until the garbage collector comes for it. */
export class Garbage {
  #bytes = 0
  #timer: NodeJS.Timeout | undefined

  /** Says that arrays of so many bytes were let go. */
  add(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes < leastBytes) return
    clearTimeout(this.#timer)
    // Not in the midst of the caller, who may still hold what it has let go.
    this.#timer = setTimeout(() => this.#collect(), this.#bytes < mostBytes ? quietMs : 0).unref()
  }

  #collect(): void {
    this.#bytes = 0
    collect()
  }
}
