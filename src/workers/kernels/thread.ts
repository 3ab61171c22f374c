import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { blockEntries, computeBlock, type KernelFunction } from '../../kernels/wasm/block-run.ts'
import { type KernelJob, readJob, takeBlocks, word } from './job.ts'

/** One of the {@link createKernelThreads}: sleeps until it is called, computes blocks of the open job, and sleeps again. */
const { job, port } = workerData as { job: KernelJob; port: MessagePort }
const { words } = job

type Message = { kernel: number; module: WebAssembly.Module } | { memory: number; shared: WebAssembly.Memory } | { forget: number }

const modules = new Map<number, WebAssembly.Module>()
const memories = new Map<number, { shared: WebAssembly.Memory; functions: Map<number, KernelFunction> }>()

function readMessages(): void {
  for (let received = receiveMessageOnPort(port); received !== undefined; received = receiveMessageOnPort(port)) {
    const message = received.message as Message
    if ('kernel' in message) modules.set(message.kernel, message.module)
    else if ('memory' in message) memories.set(message.memory, { shared: message.shared, functions: new Map() })
    else memories.delete(message.forget)
  }
}

function functionOf(kernel: number, memory: number): KernelFunction {
  const { shared, functions } = memories.get(memory)!
  const known = functions.get(kernel)
  if (known !== undefined) return known
  const { exports } = new WebAssembly.Instance(modules.get(kernel)!, { env: { memory: shared } })
  const run = exports.run as KernelFunction
  functions.set(kernel, run)
  return run
}

function help(): void {
  // Only once it has joined is it sure that the job is not rewritten: the owner waits for all who have.
  const open = Atomics.load(words, word.open)
  readMessages()
  if (open === 0) return
  const { kernel, memory, run } = readJob(job)
  const call = functionOf(kernel, memory)
  try {
    takeBlocks(job, Math.ceil(run.entries / blockEntries), (block) => computeBlock(call, run, block))
  } catch {
    Atomics.store(words, word.failed, 1)
  }
}

for (let seen = 0; ; ) {
  Atomics.wait(words, word.call, seen)
  seen = Atomics.load(words, word.call)
  Atomics.add(words, word.joined, 1)
  try {
    help()
  } catch {
    // It has taken no block: the others do without it.
  }
  Atomics.sub(words, word.joined, 1)
  Atomics.notify(words, word.joined)
}
