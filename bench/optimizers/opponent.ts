import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const packages = [
  'torch==2.15.0',
  'numpy==2.4.6',
  'jax==0.10.2',
  'optax==0.2.8',
  'prodigyopt==1.1.2',
  'dadaptation==3.2',
  'madgrad==1.3',
  'mechanic-pytorch==0.0.1',
  'momo-opt==0.1.0',
  'schedulefree==1.4.1'
]

/** The opponents in a Python environment of their own, made on first use in the folder for temporary files (some gigabytes). */
function python(): string {
  if (process.env.BENCH_PYTHON) return process.env.BENCH_PYTHON
  const folder = join(tmpdir(), 'taper-bench-optimizers')
  const path = join(folder, 'bin', 'python')
  if (!existsSync(path)) {
    console.error(`making a Python environment with ${packages.join(', ')} in ${folder} …`)
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' })
    execFileSync(path, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'inherit' })
  }
  return path
}

export type OpponentKind = 'official' | 'jitted' | 'stream'

export interface Opponent {
  readonly versions: Record<string, string | number>
  readonly has: (kind: OpponentKind, name: string) => boolean
  /** Milliseconds of one step, the median of some; null where the opponent does not run. */
  readonly step: (kind: OpponentKind, name: string, entries: number, steps: number) => Promise<number | null>
  /** Gives back the opponents' memory. */
  readonly forget: () => Promise<void>
  readonly stop: () => void
}

/** Starts the opponents once, so that neither their start nor their compilation is in their times. */
export async function startOpponent(): Promise<Opponent> {
  const child = spawn(python(), [fileURLToPath(new URL('opponent.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the opponent has ended')
    return JSON.parse(value)
  }
  const ask = (task: object) => {
    child.stdin.write(`${JSON.stringify(task)}\n`)
    return answer()
  }
  const { official, jitted, ...versions } = await answer()
  return {
    versions,
    has: (kind, name) => kind === 'stream' || (kind === 'official' ? official : jitted).includes(name),
    step: async (kind, name, entries, steps) => (await ask({ kind, name, n: entries, steps })).ms,
    forget: async () => {
      await ask({ kind: 'stream', n: 0, forget: true })
    },
    stop: () => child.stdin.end()
  }
}
