/**
 * The long check of the contract: schemathesis (PyPI) makes requests from openapi/openapi.json, valid ones and others, one by one and in
 * chains, against a service of its own, and holds every answer against the document. Bounded by cases and time; more with
 * `npm run check:contract -- --minutes=20 --cases=200`. What JSON Schema cannot state is named in test/contract/schemathesis.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { forgetKeys, startServiceProcess } from '../service-process.ts'
import { runCommand } from '../setup/tensorflow/run-command.ts'
import { pythonEnvironment } from './python-environment.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, cases: { type: 'string', default: '30' } } })
const root = fileURLToPath(new URL('../../', import.meta.url))
const settings = path.join(root, 'test/contract/schemathesis')
const folder = mkdtempSync(path.join(tmpdir(), 'taper-contract-'))
const python = await pythonEnvironment('contract')
if ('reason' in python) throw new Error(`The contract is not checked: ${python.reason}`)
forgetKeys()
const service = await startServiceProcess({
  command: [process.execPath, path.join(root, 'bin', 'taper.js'), 'serve'],
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', TAPER_DATA_DIR: path.join(folder, 'data') }
})
try {
  const { status } = await runCommand(
    path.join(python.bin, 'schemathesis'),
    [
      ...['--config-file', path.join(settings, 'schemathesis.toml')],
      ...['run', path.join(root, 'openapi/openapi.json'), '--url', service.url, '--checks', 'all', '--continue-on-failure', '--no-color'],
      ...['--max-time', String(60 * Number(values.minutes)), '--max-examples', values.cases, '--request-timeout', '60']
    ],
    {
      cwd: folder,
      env: { SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: settings, PYTHONDONTWRITEBYTECODE: '1' },
      onOutput: (text) => process.stdout.write(text)
    }
  )
  process.exitCode = status ?? 1
} finally {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
