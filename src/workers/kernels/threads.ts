import { MessageChannel, Worker } from 'node:worker_threads'
import { blockEntries, computeBlock, type KernelThreads } from '../../kernels/wasm/block-run.ts'
import { workerScript } from '../threads/worker-file.ts'
import { createKernelJob, takeBlocks, word, writeJob } from './job.ts'

/** How often the caller looks whether the others are done before it goes to sleep: some microseconds. */
const looksMax = 2000

/** Starts threads that help with kernels over large trees. Whoever comes late finds the work done, so that nobody waits for a busy core. */
export function createKernelThreads(count: number): KernelThreads & { close: () => Promise<void> } {
  const job = createKernelJob()
  const { words } = job
  const kernels = new WeakMap<object, number>()
  const memories = new WeakMap<object, number>()
  let numbered = 0
  let jobs = 0

  const helpers = Array.from({ length: count }, () => {
    const { port1, port2 } = new MessageChannel()
    const worker = new Worker(workerScript('kernels/thread'), { eval: true, workerData: { job, port: port2 }, transferList: [port2] })
    // A thread that cannot start is missed by nobody: the others take its blocks.
    worker.on('error', () => {})
    worker.unref()
    port1.unref()
    return { worker, port: port1 }
  })
  const tell = (message: unknown) => {
    for (const { port } of helpers) port.postMessage(message)
  }
  const wake = () => {
    Atomics.add(words, word.call, 1)
    Atomics.notify(words, word.call)
  }
  /** The number by which the threads know a thing; they are told of a new one. */
  const numberOf = (known: WeakMap<object, number>, thing: object, message: (id: number) => unknown): number => {
    const id = known.get(thing)
    if (id !== undefined) return id
    numbered += 1
    known.set(thing, numbered)
    tell(message(numbered))
    return numbered
  }
  /** Waits until every thread that has joined has left. */
  const whenAlone = () => {
    for (let looks = 0; Atomics.load(words, word.joined) > 0; looks++) {
      const joined = Atomics.load(words, word.joined)
      if (looks > looksMax && joined > 0) Atomics.wait(words, word.joined, joined, 100)
    }
  }

  return {
    compute: (kernel, memory, call, run) => {
      const blocks = Math.ceil(run.entries / blockEntries)
      const numbers = {
        kernel: numberOf(kernels, kernel.module, (id) => ({ kernel: id, module: kernel.module })),
        memory: numberOf(memories, memory, (id) => ({ memory: id, shared: memory }))
      }
      if (writeJob(job, { ...numbers, run })) {
        Atomics.store(words, word.next, 0)
        jobs = (jobs % 0x7fffffff) + 1
        Atomics.store(words, word.open, jobs)
        wake()
        takeBlocks(job, blocks, (block) => computeBlock(call, run, block))
        Atomics.store(words, word.open, 0)
        whenAlone()
        if (Atomics.exchange(words, word.failed, 0) !== 0) throw new Error('a kernel thread failed')
      } else for (let block = 0; block < blocks; block++) computeBlock(call, run, block)
    },
    forget: (memory) => {
      const id = memories.get(memory)
      if (id === undefined) return
      tell({ forget: id })
      wake()
    },
    close: async () => {
      await Promise.all(helpers.map(({ worker }) => worker.terminate()))
    }
  }
}
