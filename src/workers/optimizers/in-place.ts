import type { FoundEngines } from '../../domain/engine.ts'
import { timeInTurn } from '../../domain/loop-turn.ts'
import type { MemoryBudget } from '../../domain/memory-budget.ts'
import { headerLength } from '../../formats/safetensors/header.ts'
import type { Engine, Workspace } from '../../kernels/engine.ts'
import type { Room } from '../../kernels/tensor.ts'
import type { CompiledKernel } from '../../kernels/wasm/compile-kernel.ts'
import { createWasmEngine } from '../../kernels/wasm/engine.ts'
import { optimizers } from '../../optimizers/index.ts'
import { measuredTask } from '../threads/measured-task.ts'
import { AnswerMemory } from './answer-memory.ts'
import { readRequest } from './compute.ts'
import { bytesToCompute, type OptimizerTask } from './task.ts'
import type { AnswerReader, WorkRequest } from './work.ts'

/** The longest body, and the longest where numbers are text on one side, which takes ten times as long. Bytes. */
const bytesMax = 2 ** 18
const textBytesMax = 2 ** 13
/** The longest header of safetensors: some ten tensors, each of which costs some microseconds. Bytes. */
const headerBytesMax = 2 ** 12

/** After so long without a request the memory of the engine is given up. Milliseconds. */
const idleMs = 3000

/** Single steps that are so small that to wake a thread takes longer than to compute them. */
export interface InPlace {
  /** What the thread computes with. */
  readonly found: (engines: FoundEngines) => void
  /** A kernel that the thread has compiled: the compiler is too slow for the event loop. */
  readonly compiled: (key: string, kernel: CompiledKernel) => void
  /**
   * Does a request that is small and for which all kernels are there; undefined: it is for the thread.
   * @throws Problem those of the optimizers
   */
  readonly answer: (request: WorkRequest) => Promise<readonly Uint8Array[] | undefined> | undefined
  readonly close: () => void
}

/**
 * Computes on the thread that asks, with the kernels that another has compiled. The numbers are the same to the bit.
 * @param memory what requests hold
 */
export function createInPlace(memory: MemoryBudget): InPlace {
  const kernels = new Map<string, CompiledKernel>()
  const answerMemory = new AnswerMemory()
  const { prepare: _, ...engine } = createWasmEngine((key) => {
    const kernel = kernels.get(key)
    if (kernel === undefined) throw notCompiled
    return kernel
  })
  let isUsual = false
  let lastId = 0

  /** An open workspace keeps the memory of its engine. */
  let held: Workspace | undefined
  let release: NodeJS.Timeout | undefined
  const hold = (): void => {
    held ??= engine.open('float32')
    release = release?.refresh() ?? setTimeout(close, idleMs).unref()
  }
  const close = (): void => {
    clearTimeout(release)
    release = undefined
    held?.close()
    held = undefined
    answerMemory.forget()
  }

  const compute = async (task: OptimizerTask, body: Uint8Array, reader: AnswerReader): Promise<readonly Uint8Array[] | undefined> => {
    await timeInTurn()
    hold()
    const id = ++lastId
    const share = memory.open({ isReused: true })
    try {
      share.take(bytesToCompute(task, body.length), '')
      const chunks = await chunksOf(task, body, engine, answerMemory.roomFor(id))
      const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
      const joined = answerMemory.joined(id, chunks, length)
      reader.onGone(() => answerMemory.release(id))
      return [joined]
    } catch (error) {
      answerMemory.release(id)
      if (error === notCompiled) return undefined
      throw error
    } finally {
      share.release()
    }
  }

  return {
    found: ({ usual }) => {
      isUsual = usual.name === engine.description.name
    },
    compiled: (key, kernel) => kernels.set(key, kernel),
    answer: ({ task, body, reader }) =>
      isUsual && kernels.size > 0 && body instanceof Uint8Array && isSmall(task, body)
        ? measuredTask('optimizers', () => compute(task, body, reader))
        : undefined,
    close
  }
}

const notCompiled = new Error('a kernel has not been compiled yet')

/** Whether a request takes a fraction of a millisecond: in proportion to its bytes, and there are few. */
function isSmall({ optimizer, operation, input, output }: OptimizerTask, body: Uint8Array): boolean {
  if (operation === 'replay' || body.length > (input === 'json' || output === 'json' ? textBytesMax : bytesMax)) return false
  if (optimizers.find(({ name }) => name === optimizer)?.multipliesMatrices !== false) return false
  return input === 'json' || body.length < 8 || headerLength(body) <= headerBytesMax
}

/** All of an answer. */
async function chunksOf(task: OptimizerTask, body: Uint8Array, engine: Engine, room: Room): Promise<readonly Uint8Array[]> {
  const read = await readRequest(task, body)
  const { chunks } = await read.compute(undefined, { engineFor: () => engine, ...(task.output === 'safetensors' && { room }) })
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}
