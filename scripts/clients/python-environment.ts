import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import envPaths from 'env-paths'
import { lock } from 'proper-lockfile'
import { createProgress } from '../setup/progress.ts'
import { runCommand, tellingLine } from '../setup/tensorflow/run-command.ts'

/** The folder of the Python package. */
export const pythonClient = fileURLToPath(new URL('../../clients/python/', import.meta.url))

/** What is installed together, each list a file of `clients/python/requirements/` with exact versions. */
export type Requirements = 'generator' | 'tests' | 'light' | 'integrations' | 'contract'

export interface Python {
  program: string
  /** The folder of the programs that came with the packages. */
  bin: string
}

/** The Pythons for which the lists of versions are made. */
const programs = [process.env.PYTHON, 'python3.11', 'python3.12', 'python3.13', 'python3.14', 'python3'].filter((name) => name) as string[]

/** A Python of this machine that is new enough and can make environments, or why there is none. */
async function findPython(): Promise<{ program: string; version: string } | { reason: string }> {
  const reasons: string[] = []
  for (const program of programs) {
    const { status, output } = await runCommand(program, [
      '-c',
      'import ensurepip, sys, venv; print(*sys.version_info[:3], sep="."); sys.exit(sys.version_info < (3, 11))'
    ])
    if (status === 0) return { program, version: output.trim() }
    if (!/ENOENT/.test(output)) reasons.push(`${program}: ${tellingLine(output)}`)
  }
  return { reason: ['there is no Python 3.11 or newer that can make environments (venv, ensurepip)', ...reasons].join('; ') }
}

/**
 * An environment with a list of packages, kept in the user's folder for caches and made again when the list changes.
 * @param file the list, with exact versions
 * @returns its Python, or the reason why there is none: no Python, or no network on the first use
 */
export async function pythonEnvironment(
  requirements: Requirements | `exports-${string}`,
  file = path.join(pythonClient, 'requirements', `${requirements}.txt`)
): Promise<Python | { reason: string }> {
  const python = await findPython()
  if ('reason' in python) return python
  const digest = createHash('sha256').update(readFileSync(file)).update(python.version).digest('hex').slice(0, 12)
  const cache = path.join(process.env.TAPER_CACHE_DIR || envPaths('taper', { suffix: '' }).cache, 'python')
  const folder = path.join(cache, `${requirements}-${digest}`)
  const made = { program: path.join(folder, 'bin', 'python'), bin: path.join(folder, 'bin') }
  const complete = path.join(folder, 'complete')
  if (existsSync(complete)) return made

  mkdirSync(cache, { recursive: true })
  const release = await lock(cache, {
    lockfilePath: `${folder}.lock`,
    stale: 30_000,
    retries: { retries: 600, minTimeout: 1000, maxTimeout: 1000 }
  })
  try {
    if (existsSync(complete)) return made
    rmSync(folder, { recursive: true, force: true })
    const progress = createProgress()
    progress.say(`Python packages of ${path.relative(process.cwd(), file)}, to ${folder}`)
    const commands: [string, string[]][] = [
      [python.program, ['-m', 'venv', folder]],
      [made.program, ['-m', 'pip', 'install', '--disable-pip-version-check', '--progress-bar=off', '-r', file]]
    ]
    for (const [program, args] of commands) {
      const { status, output } = await runCommand(program, args, {
        onOutput: (text) => progress.update(text.trim().split('\n').at(-1)?.slice(0, 100) ?? '')
      })
      if (status !== 0) return { reason: `${path.relative(process.cwd(), file)} could not be installed: ${tellingLine(output)}` }
    }
    writeFileSync(complete, '')
    return made
  } finally {
    await release()
  }
}
