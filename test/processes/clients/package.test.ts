import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'

const run = promisify(execFile)
const { listen } = await testApp()
const folder = mkdtempSync(join(tmpdir(), 'taper-package-'))
beforeAll(async () => {
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'clients/typescript/tsconfig.json'])
  mkdirSync(join(folder, 'node_modules/@taper-lr'), { recursive: true })
  symlinkSync(resolve('clients/typescript'), join(folder, 'node_modules/@taper-lr/client'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the package as it is built runs the examples of its README in plain Node.js', async () => {
  const examples = [...readFileSync('clients/typescript/README.md', 'utf8').matchAll(/```js\n([\s\S]*?)```/g)]
    .map(([, code]) => code as string)
    .filter((code) => !code.includes('tfjs'))
  expect(examples.length).toBe(2)
  const outputs: string[] = []
  for (const [index, code] of examples.entries()) {
    writeFileSync(join(folder, `example-${index}.mjs`), code)
    const { stdout } = await run(process.execPath, [`example-${index}.mjs`], {
      cwd: folder,
      env: { ...process.env, TAPER_URL: await listen(), TAPER_HOME: folder }
    })
    outputs.push(stdout.trim())
  }
  const [steps, rate, last] = (outputs[0] as string).split(' ').map(Number)
  expect([steps, last]).toEqual([300, 0])
  expect(rate).toBeGreaterThan(0)
  expect(outputs[1]).toContain('resnet-50-seed-1')
})

it('TensorFlow.js is needed by nothing but its own entry', async () => {
  writeFileSync(join(folder, 'bare.mjs'), "import * as taper from '@taper-lr/client'\nconsole.log(Object.keys(taper).join())")
  const { stdout } = await run(process.execPath, ['bare.mjs'], { cwd: folder })
  expect(stdout.trim().split(',').sort()).toEqual([
    'Run',
    'Schedule',
    'TaperProblem',
    'bestPeak',
    'createApi',
    'dataOf',
    'extendSchedule',
    'forecast',
    'importLog',
    'loadSchedule',
    'openRun',
    'resultOf',
    'watchRun'
  ])
})
