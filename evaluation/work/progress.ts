import type { Problem } from '../problems.ts'

/** How far an evaluation is: a bar on a terminal, else a line at every twentieth. */
export function showProgress(problems: readonly Problem[]): { done(): void; close(): void } {
  const total = problems.reduce((sum, { schedules, logs }) => sum + 1 + schedules.length + logs.length, 0)
  const start = performance.now()
  let count = 0
  let shown = 0
  return {
    done() {
      count++
      const text = `${count}/${total} schedules measured, ${((performance.now() - start) / 1000).toFixed(0)} s`
      if (process.stderr.isTTY) {
        const filled = Math.floor((30 * count) / total)
        process.stderr.write(`\r  ${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${text}`)
      } else if (Math.floor((20 * count) / total) > shown) {
        shown = Math.floor((20 * count) / total)
        process.stderr.write(`  ${text}\n`)
      }
    },
    close() {
      if (process.stderr.isTTY) process.stderr.write('\n')
    }
  }
}
