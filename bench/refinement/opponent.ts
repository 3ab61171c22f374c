import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const packages = ['numpy==2.4.6', 'scipy==1.17.1']

/** NumPy and SciPy in a Python environment of their own, made on first use in the folder for temporary files. */
export function python(): string {
  if (process.env.BENCH_PYTHON) return process.env.BENCH_PYTHON
  const folder = join(tmpdir(), 'taper-bench-scipy')
  const path = join(folder, 'bin', 'python')
  if (!existsSync(path)) {
    console.error(`making a Python environment with ${packages.join(' and ')} in ${folder} …`)
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' })
    execFileSync(path, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'inherit' })
  }
  return path
}

export interface Opponent {
  readonly versions: { python: string; numpy: string; scipy: string }
  /** Refines the float64 values in a file, writes the multipliers beside it (`.scipy`), and gives the time that it took and that of the processor. */
  refine(file: string, window: number): Promise<{ ms: number; cpuMs: number }>
  stop(): void
}

/** Starts the opponent once, so that neither its start nor reading the file is in its times. */
export async function startOpponent(): Promise<Opponent> {
  const child = spawn(python(), [fileURLToPath(new URL('opponent.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the opponent has ended')
    return JSON.parse(value)
  }
  const versions = await answer()
  return {
    versions,
    async refine(file, window) {
      child.stdin.write(`${JSON.stringify({ file, window })}\n`)
      return await answer()
    },
    stop: () => child.stdin.end()
  }
}
