import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../scripts/setup/tensorflow/run-command.ts'
import { testApp } from '../../support/app.ts'
import { pythonWith, readmeExamples, runPython } from '../../support/python.ts'

const { listen } = await testApp()
const python = await pythonWith('light')
const folder = mkdtempSync(join(tmpdir(), 'taper-python-'))
const environment = { TAPER_URL: await listen(), TAPER_HOME: folder }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Both losses that an example prints, of training with and without the refined schedule. */
const losses = (output: string): number[] => [...output.matchAll(/\d\.\d{4}(?= with)/g)].map(Number)

describe('a trainer in Python that adds a line or two', () => {
  it.for([
    ['NumPy', 'plain_numpy.py', {}],
    ['JAX and optax', 'jax_optax.py', { JAX_PLATFORMS: 'cpu' }],
    ['Keras on JAX', 'keras_fit.py', { JAX_PLATFORMS: 'cpu', KERAS_BACKEND: 'jax' }]
  ] as [string, string, Record<string, string>][])(
    'learns handwritten digits with %s',
    { timeout: 300_000 },
    async ([, example, env], context) => {
      const output = await runPython(python(context).program, [`examples/${example}`, example.replace('.py', '')], {
        ...environment,
        ...env
      })
      for (const loss of losses(output)) expect(loss).toBeLessThan(0.3)
      expect(losses(output)).toHaveLength(2)
    }
  )

  it('learns them with PyTorch, and both norms of its gradients are right', { timeout: 300_000 }, async (context) => {
    const program = await pythonWithTorch()
    if (program === null) return context.skip('no Python here has PyTorch; on Debian: apt-get install python3-torch')
    await runPython(program, ['-m', 'unittest', 'tests/test_torch.py'], environment)
    for (const code of readmeExamples.filter((code) => !code.includes('taper_client'))) await runPython(program, ['-c', code], environment)
    const output = await runPython(program, ['examples/pytorch.py', 'pytorch'], environment)
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
