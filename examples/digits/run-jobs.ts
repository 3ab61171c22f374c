import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Job, Result } from './compare-worker.ts'

const worker = fileURLToPath(new URL('compare-worker.ts', import.meta.url))

/** A bar on a terminal, else a line at every tenth. */
function progress(what: string, total: number): (done: number) => void {
  const start = performance.now()
  let tenth = 0
  return (done) => {
    const seconds = `${((performance.now() - start) / 1000).toFixed(0)} s`
    if (process.stderr.isTTY) {
      const filled = Math.floor((30 * done) / total)
      process.stderr.write(
        `\r  ${what.padEnd(9)} ${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total}  ${seconds}${done === total ? '\n' : ''}`
      )
    } else if (Math.floor((10 * done) / total) > tenth) {
      tenth = Math.floor((10 * done) / total)
      process.stderr.write(`  ${what.padEnd(9)} ${done}/${total}  ${seconds}\n`)
    }
  }
}

/** Trains every job, one process a core, and answers the results in the order of the jobs. `settings` goes to each process. */
export async function runJobs(jobs: Job[], settings: string[], what: string): Promise<Result[]> {
  const results: Result[] = new Array(jobs.length)
  const show = progress(what, jobs.length)
  const children: ChildProcess[] = []
  let next = 0
  let done = 0

  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      // Not as JSON, which would make null of the loss of a training that failed.
      const child = fork(worker, settings, { serialization: 'advanced' })
      children.push(child)
      let current = -1
      const giveNext = (): void => {
        current = next++
        if (current < jobs.length) child.send(jobs[current]!)
        else child.disconnect()
      }
      child.on('message', (result: Result) => {
        results[current] = result
        show(++done)
        giveNext()
      })
      child.on('error', reject)
      child.on('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`a training process ended with ${signal ?? code}`))))
      giveNext()
    })

  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work))
  } finally {
    for (const child of children) child.kill()
  }
  return results
}
