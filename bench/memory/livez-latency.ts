import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

/**
 * Asks `/livez` every 20 ms from a thread of its own, so that what the benchmark itself does is not in the times. Any message: tells the
 * slowest answer since the last, in milliseconds.
 */
let slowest = 0
parentPort!.on('message', () => {
  parentPort!.postMessage(slowest)
  slowest = 0
})
for (;;) {
  const start = performance.now()
  await (await fetch(`${workerData as string}/livez`)).arrayBuffer()
  slowest = Math.max(slowest, performance.now() - start)
  await sleep(20)
}
