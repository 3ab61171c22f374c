import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Command } from 'commander'
import { frameOf, readFrames } from '../formats/frames.ts'
import { answerCall, problemOf } from '../services/calls/answer-call.ts'
import { version } from '../version.ts'
import { wholeNumber } from './number-flags.ts'

/** `taper pipe`: refinements, comparisons and forecasts for a program in another language, one after another, as frames over a pipe. */
export const pipeCommand = (): Command =>
  new Command('pipe')
    .option('--parent <pid>', 'process that starts it, and that it ends with (default: the parent at its start)', wholeNumber(1))
    .addHelpText(
      'after',
      `
The first frame says which version answers. A frame is the length of its JSON (uint32, little-endian), the JSON
{"lengths": […], "value": …}, and vectors of float64; {"$numbers": k} in the value stands for the k-th. Ask
{"id": …, "call": "refine", "with": {…}}; the answer is {"id": …, "answer": {…}}, or {"id": …, "problem": {…}}.
It ends with its input, and with the program that started it.`
    )
    .action(runPipe)

async function runPipe({ parent = process.ppid }: { parent?: number }): Promise<void> {
  const watcher = watchParent(parent)
  // Ctrl-C on a terminal is for the program that asks, which ends the pipe if it ends.
  process.on('SIGINT', () => {})
  process.stdout.on('error', () => process.exit(0))
  await write({ taper: version })
  try {
    for await (const asked of readFrames(process.stdin)) await write(await answerCall(asked))
    await watcher.terminate()
  } catch (error) {
    // What is no frame cannot be passed over: nobody knows where the next one begins.
    await write({ id: null, problem: problemOf(error) })
    process.exitCode = 2
    await watcher.terminate()
  }
}

async function write(value: unknown): Promise<void> {
  for (const piece of frameOf(value)) if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
}

/**
 * A killed parent closes the pipe, but its own forks may hold it open, and a computation would go on to its end. So a thread looks whether
 * the parent lives, and is the parent; what starts it may stand between, as a shim of `node` does.
 */
function watchParent(asked: number): Worker {
  const code = `
    const { asked, parent } = require('node:worker_threads').workerData
    const isGone = () => {
      try {
        return process.ppid !== parent || !process.kill(asked, 0)
      } catch ({ code }) {
        return code === 'ESRCH'
      }
    }
    setInterval(() => isGone() && process.kill(process.pid, 'SIGKILL'), 500)`
  return new Worker(code, { eval: true, workerData: { asked, parent: process.ppid } })
}
