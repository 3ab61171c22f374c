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
