import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { type Python, pythonClient, pythonEnvironment } from '../../../scripts/clients/python-environment.ts'
import { runCommand } from '../../../scripts/setup/tensorflow/run-command.ts'
import { testApp } from '../../support/app.ts'

const { listen } = await testApp()
const folder = mkdtempSync(join(tmpdir(), 'taper-python-'))
let python: Python | { reason: string }
beforeAll(async () => {
  python = await pythonEnvironment('light')
}, 900_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs Python beside the sources of the client, with a service that listens; fails with all that it wrote. */
async function runPython(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const { status, output } = await runCommand(program, args, {
    cwd: pythonClient,
    env: {
      TAPER_URL: await listen(),
      TAPER_HOME: folder,
      PYTHONPATH: 'src',
      PYTHONDONTWRITEBYTECODE: '1',
      CUDA_VISIBLE_DEVICES: '',
      ...env
    }
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${output}`)
  return output
}

function light(context: TestContext): Python {
  if ('reason' in python) return context.skip(python.reason)
  return python
}

const readmeExamples = [...readFileSync(join(pythonClient, 'README.md'), 'utf8').matchAll(/```python\n([\s\S]*?)```/g)].map(
  ([, code]) => code as string
)

/** Both losses that an example prints, of training with and without the refined schedule. */
const losses = (output: string): number[] => [...output.matchAll(/\d\.\d{4}(?= with)/g)].map(Number)

describe('the Python client', () => {
  it.for(readdirSync(join(pythonClient, 'tests')).filter((name) => name.startsWith('test_') && name !== 'test_torch.py'))(
    '%s holds against a listening service',
    { timeout: 300_000 },
    async (name, context) => {
      const output = await runPython(light(context).program, ['-m', 'pytest', '-q', `tests/${name}`])
      expect(output).toMatch(/^\d+ passed(?!.*skipped)/m)
    }
  )

  it('has the version of the service', async (context) => {
    const output = await runPython(light(context).program, ['-c', 'import taper; print(taper.__version__)'])
    expect(output.trim()).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
  })

  it('runs the examples of its README', async (context) => {
    const { program } = light(context)
    for (const code of readmeExamples.filter((code) => !code.includes('torch'))) await runPython(program, ['-c', code])
  })
})

describe('a trainer in Python that adds a line or two', () => {
  it.for([
    ['NumPy', 'plain_numpy.py', {}],
    ['JAX and optax', 'jax_optax.py', { JAX_PLATFORMS: 'cpu' }],
    ['Keras on JAX', 'keras_fit.py', { JAX_PLATFORMS: 'cpu', KERAS_BACKEND: 'jax' }]
  ] as [string, string, Record<string, string>][])(
    'learns handwritten digits with %s',
    { timeout: 300_000 },
    async ([, example, env], context) => {
      const output = await runPython(light(context).program, [`examples/${example}`, example.replace('.py', '')], env)
      for (const loss of losses(output)) expect(loss).toBeLessThan(0.3)
      expect(losses(output)).toHaveLength(2)
    }
  )

  it('learns them with PyTorch, and both norms of its gradients are right', { timeout: 300_000 }, async (context) => {
    const program = await pythonWithTorch()
    if (program === null) return context.skip('no Python here has PyTorch; on Debian: apt-get install python3-torch')
    await runPython(program, ['-m', 'unittest', 'tests/test_torch.py'])
    for (const code of readmeExamples.filter((code) => !code.includes('taper_client'))) await runPython(program, ['-c', code])
    const output = await runPython(program, ['examples/pytorch.py', 'pytorch'])
    for (const loss of losses(output)) expect(loss).toBeLessThan(0.3)
    expect(losses(output)).toHaveLength(2)
  })
})

/** Debian's Python, which has what `python3-torch` brings, or the one of the path. */
async function pythonWithTorch(): Promise<string | null> {
  for (const program of ['/usr/bin/python3', 'python3']) {
    if (program.startsWith('/') && !existsSync(program)) continue
    if ((await runCommand(program, ['-c', 'import torch, numpy'])).status === 0) return program
  }
  return null
}
