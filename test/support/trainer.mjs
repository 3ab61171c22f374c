// A trainer as a user writes it, in a process of its own: node --import tsx trainer.mjs '{"url": …}'
import { setTimeout as sleep } from 'node:timers/promises'
import { openRun } from '../../clients/typescript/src/index.ts'

const { id, steps, stepMs, exit, ...options } = JSON.parse(process.argv[2])
const run = await openRun(id, { optimizer: 'sgd', ...options })
let longestMs = 0
for (let step = 0; step < steps; step++) {
  const before = performance.now()
  run.log(step, { l2: 1 + Math.sin(step), l1: step % 97 === 0 ? Number.NaN : step })
  longestMs = Math.max(longestMs, performance.now() - before)
  if (stepMs > 0) await sleep(stepMs)
}
process.stdout.write(`${JSON.stringify({ longestMs })}\n`)
if (exit === 'now') process.exit(0)
if (exit === 'wait') await sleep(60_000)
