import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, Results } from '../tuning/job.ts'

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))

interface Waiting {
  job: Job
  resolve: (result: Results[Job['kind']]) => void
  reject: (error: Error) => void
}

/** Processes that carry out jobs, in the order in which they were asked for. */
export interface Pool {
  run<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<Results[K]>
  /** Ends the processes; what they were at, and what waits, fails. */
  close(): void
}

export function openPool(size: number): Pool {
  const waiting: Waiting[] = []
  const busy = new Map<ChildProcess, Waiting>()
  const idle: ChildProcess[] = []
  let closed = false

  const giveOut = (): void => {
    while (idle.length > 0 && waiting.length > 0) {
      const child = idle.pop()!
      const next = waiting.shift()!
      busy.set(child, next)
      child.send(next.job)
    }
  }
  const end = (child: ChildProcess, reason: string): void => {
    if (closed) return
    const error = new Error(`a training process ended with ${reason}`)
    busy.get(child)?.reject(error)
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  const children = Array.from({ length: size }, () => {
    // Not as JSON, which would make null of the loss of a training that failed.
    const child = fork(worker, { serialization: 'advanced' })
    child.on('message', (result: Results[Job['kind']]) => {
      const { resolve } = busy.get(child)!
      busy.delete(child)
      idle.push(child)
      resolve(result)
      giveOut()
    })
    child.on('error', (error) => end(child, error.message))
    child.on('exit', (code, signal) => end(child, String(signal ?? code)))
    idle.push(child)
    return child
  })
  return {
    run<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<Results[K]> {
      return new Promise((resolve, reject) => {
        waiting.push({ job, resolve: resolve as Waiting['resolve'], reject })
        giveOut()
      })
    },
    close() {
      closed = true
      for (const child of children) child.kill()
      for (const { reject } of [...busy.values(), ...waiting.splice(0)]) reject(new Error('the evaluation was stopped'))
    }
  }
}
