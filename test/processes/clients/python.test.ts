import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pythonClient } from '../../../scripts/clients/python-environment.ts'
import { testApp } from '../../support/app.ts'
import { newKey } from '../../support/keys.ts'
import { pythonWith, readmeExamples, runPython } from '../../support/python.ts'

const { listen } = await testApp()
const python = await pythonWith('tests')
const folder = mkdtempSync(join(tmpdir(), 'taper-python-'))
/** A service that wants keys. */
const keyed = await testApp()
const { key: admin } = await newKey(keyed, { scope: 'admin' })
const environment = {
  TAPER_URL: await listen(),
  TAPER_HOME: folder,
  TAPER_KEYED_URL: await keyed.listen(),
  TAPER_READ_KEY: (await newKey(keyed, { scope: 'read' }, admin)).key,
  TAPER_WRITE_KEY: (await newKey(keyed, { scope: 'write' }, admin)).key
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the Python client', () => {
  it.for(readdirSync(join(pythonClient, 'tests')).filter((name) => name.startsWith('test_') && name !== 'test_torch.py'))(
    '%s holds against a listening service',
    { timeout: 300_000 },
    async (name, context) => {
      const output = await runPython(python(context).program, ['-m', 'pytest', '-q', `tests/${name}`], environment)
      expect(output).toMatch(/^\d+ passed(?!.*skipped)/m)
    }
  )

  it('has the version of the service', async (context) => {
    const output = await runPython(python(context).program, ['-c', 'import taper; print(taper.__version__)'], environment)
    expect(output.trim()).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
  })

  it('runs the examples of its README', async (context) => {
    const { program } = python(context)
    for (const code of readmeExamples.filter((code) => !code.includes('torch'))) await runPython(program, ['-c', code], environment)
  })
})
