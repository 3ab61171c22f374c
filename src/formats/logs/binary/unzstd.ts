import { createContext, Script } from 'node:vm'
import { Decompress, decompress } from 'fzstd'
import { invalid, Problem } from '../../../domain/problems.ts'

/**
 * Time for a file: far more than a sound one takes, 10 ms a MiB. A broken block can ask for 98 000 copies of 128 KiB each, which the decoder
 * makes one byte at a time.
 * @see RFC 8878, Zstandard Compression, §3.1.1.3.2.1: sequences of a block
 */
const leastMs = 3000
const msAMebibyte = 1000
const pieceBytes = 2 ** 16

const call = new Script('call()')
const around = createContext({ call: () => {} })

/** Does work that V8 breaks off after so long. */
function within<T>(timeout: number, work: () => T): T {
  around.call = work
  try {
    return call.runInContext(around, { timeout: Math.max(1, Math.ceil(timeout)) }) as T
  } catch (error) {
    if (error instanceof Problem) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw invalid('', `The Zstandard file is broken: ${code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'it unpacks without end' : message}.`)
  } finally {
    around.call = undefined
  }
}

/** Unpacks what comes. @throws Problem `invalid-request` */
export async function* unzstd(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let left = leastMs
  const unpacking = new Decompress((chunk) => ready.push(chunk))
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes)
      const started = performance.now()
      left += (msAMebibyte * piece.length) / 2 ** 20
      within(left, () => unpacking.push(piece))
      left -= performance.now() - started
      yield* ready
      ready = []
    }
  }
}

/** Unpacks so many bytes. @throws Problem `invalid-request` */
export const unzstdWhole = (packed: Uint8Array, length: number): Uint8Array =>
  within(leastMs + (msAMebibyte * length) / 2 ** 20, () => decompress(packed, new Uint8Array(length)))
