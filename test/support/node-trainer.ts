import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

export interface NodeTrainer {
  process: ChildProcess
  /** All that it wrote, once it has ended. */
  output: Promise<string>
  exit: Promise<number | null>
}

/** A trainer with the TypeScript client in a process of its own (trainer.mjs), with these options. */
export function startNodeTrainer(options: object): NodeTrainer {
  const trainer = resolve('test/support/trainer.mjs')
  const child = spawn(process.execPath, ['--import', 'tsx', trainer, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = Promise.all([text(child.stdout), text(child.stderr)]).then((texts) => texts.join(''))
  return { process: child, output, exit: once(child, 'exit').then(([code]) => code as number | null) }
}

/** What the trainer logs: NaN now and then as l1, and l2. */
export const trainerL1 = (steps: number) => Array.from({ length: steps }, (_, step) => (step % 97 === 0 ? 'NaN' : step))
export const trainerL2 = (steps: number) => Array.from({ length: steps }, (_, step) => 1 + Math.sin(step))
