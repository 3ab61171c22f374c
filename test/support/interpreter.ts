import { execFileSync, spawnSync } from 'node:child_process'

/** Whether a program is on this machine. */
export const isThere = (program: string, argument = '--version'): boolean => spawnSync(program, [argument]).status === 0

/** What a program prints: numbers, one a line. */
export function printedNumbers(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {}
): number[] {
  const text = execFileSync(program, [...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  })
  return text.trim().split('\n').map(Number)
}

/** The largest difference of two lists of the same length; NaN where one has it. */
export function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) throw new Error(`${found.length} numbers, not ${expected.length}`)
  let largest = 0
  for (let i = 0; i < found.length; i++) {
    const difference = Math.abs(found[i]! - expected[i]!)
    if (!(difference <= largest)) largest = difference
  }
  return largest
}
