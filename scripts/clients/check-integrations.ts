/**
 * The long check of the Python client: every integration with the current releases of PyPI, on a service of its own. Needs Python 3.11 or
 * newer, a network on its first use, and 8 GB for PyTorch and its libraries in the user's folder for caches.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { forgetKeys, startServiceProcess } from '../service-process.ts'
import { runCommand, tellingLine } from '../setup/tensorflow/run-command.ts'
import { pythonClient, pythonEnvironment } from './python-environment.ts'

const checks: { name: string; args: string[]; env?: Record<string, string> }[] = [
  { name: 'norms of PyTorch', args: ['-m', 'unittest', 'tests/test_torch.py'] },
  { name: 'PyTorch', args: ['examples/pytorch.py', 'pytorch'] },
  { name: 'Transformers', args: ['examples/huggingface.py', 'transformers'] },
  { name: 'Lightning', args: ['examples/lightning_fit.py', 'lightning'] },
  { name: 'Keras on PyTorch', args: ['examples/keras_fit.py', 'keras-torch'], env: { KERAS_BACKEND: 'torch' } },
  { name: 'what the callbacks do', args: ['-m', 'unittest', 'tests/integration_callbacks.py'], env: { KERAS_BACKEND: 'torch' } },
  { name: 'the callback of Keras on JAX', args: ['-m', 'unittest', 'tests.integration_callbacks.Keras'], env: { KERAS_BACKEND: 'jax' } },
  { name: 'norms of sharded gradients', args: ['-m', 'torch.distributed.run', '--nproc-per-node', '2', 'tests/sharded_norms.py'] }
]

const folder = mkdtempSync(path.join(tmpdir(), 'taper-integrations-'))
const python = await pythonEnvironment('integrations')
if ('reason' in python) throw new Error(`The integrations are not checked: ${python.reason}`)
const launcher = fileURLToPath(new URL('../../bin/taper.js', import.meta.url))
forgetKeys()
const service = await startServiceProcess({
  command: [process.execPath, launcher, 'serve'],
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0', TAPER_DATA_DIR: path.join(folder, 'data') }
})
try {
  for (const { name, args, env } of checks) {
    const begun = performance.now()
    const { status, output } = await runCommand(python.program, args, {
      cwd: pythonClient,
      env: {
        TAPER_URL: service.url,
        TAPER_HOME: path.join(folder, 'home'),
        PYTHONPATH: 'src',
        PYTHONDONTWRITEBYTECODE: '1',
        CUDA_VISIBLE_DEVICES: '',
        ...env
      }
    })
    const losses = [...output.matchAll(/\d\.\d{4}(?= with)/g)].map(Number)
    const isRight = status === 0 && losses.every((loss) => loss < 0.4) && (args[0] === '-m' || losses.length === 2)
    process.stdout.write(
      `${isRight ? 'right' : 'WRONG'}  ${name}, ${((performance.now() - begun) / 1000).toFixed(0)} s: ${isRight ? tellingLine(output.trim().split('\n').at(-1) ?? '') : `\n${output}`}\n`
    )
    if (!isRight) process.exitCode = 1
  }
} finally {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
