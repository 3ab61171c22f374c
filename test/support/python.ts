import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { type Python, pythonClient, pythonEnvironment, type Requirements } from '../../scripts/clients/python-environment.ts'
import { runCommand } from '../../scripts/setup/tensorflow/run-command.ts'

/** Runs Python beside the sources of the client, with a service that listens; fails with all that it wrote. */
export async function runPython(program: string, args: string[], env: { TAPER_URL: string } & Record<string, string>): Promise<string> {
  const { status, output } = await runCommand(program, args, {
    cwd: pythonClient,
    env: { PYTHONPATH: 'src', PYTHONDONTWRITEBYTECODE: '1', CUDA_VISIBLE_DEVICES: '', ...env }
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${output}`)
  return output
}

/** Gives the Python with these packages, or skips the test with the reason why there is none. */
export async function pythonWith(requirements: Requirements): Promise<(context: TestContext) => Python> {
  const python = await pythonEnvironment(requirements)
  return (context) => ('reason' in python ? context.skip(python.reason) : python)
}

export const readmeExamples = [...readFileSync(join(pythonClient, 'README.md'), 'utf8').matchAll(/```python\n([\s\S]*?)```/g)].map(
  ([, code]) => code as string
)
