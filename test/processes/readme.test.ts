import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { type Service, startService } from '../support/service.ts'

const run = promisify(execFile)
const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, code]) => ({
  language,
  code: code as string
}))
const folder = mkdtempSync(join(tmpdir(), 'taper-readme-'))
let service: Service
let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
  service = await startService({ DATABASE_URL: database.url })
})
afterAll(async () => {
  await service.stop('SIGTERM')
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})
const environment = () => ({
  cwd: folder,
  env: { ...process.env, TAPER: service.url, TAPER_URL: service.url, TAPER_HOME: folder, PYTHONPATH: resolve('clients/python/src') }
})

it('the shell lines of the README do what they say', async () => {
  const lines = blocks
    .filter(({ language, code }) => language === 'sh' && !/npm ci|docker|TAPER_API_KEY/.test(code))
    .map(({ code }) =>
      code
        .replace('TAPER=http://127.0.0.1:8080', '')
        .replace('npx taper backup', `DATABASE_URL='${database.url}' npx taper backup`)
        .replaceAll('npx taper', `node ${resolve('bin/taper.js')}`)
    )
  expect(lines.length).toBeGreaterThanOrEqual(2)
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', lines.join('\n')], environment())
  const answer = JSON.parse(/\{"step":100[^{}]*\}/.exec(stdout)?.[0] as string) as {
    step: number
    multiplier: number
    learningRate: number
  }
  expect(answer.step).toBe(100)
  expect(answer.learningRate).toBe(0.1 * answer.multiplier)
  expect(stdout).toContain('"diagnostics":{"d":0.000001')
  expect(stdout).toContain('An Expeditiously Adaptive Parameter-Free Learner')
  const fromFile = readFileSync(join(folder, 'schedule.csv'), 'utf8').trim().split('\n')
  expect(fromFile.length).toBe(2001)
  expect(fromFile[0]).toBe('step,multiplier')
  expect(fromFile[2000]).toBe('1999,0')
})

it('the JavaScript of the README runs as it is', async () => {
  const code = blocks.find(({ language }) => language === 'js')?.code as string
  writeFileSync(join(folder, 'trainer.mjs'), code)
  const { stdout } = await run(process.execPath, ['trainer.mjs'], environment())
  expect(stdout).toMatch(/^Train with .*\. [\d.e-]+\n$/)
  const learningRate = Number(stdout.trim().split(' ').at(-1))
  expect(learningRate).toBeGreaterThan(0)
  expect(learningRate).toBeLessThanOrEqual(3e-4)
})

it('the Python of the README runs as it is', async () => {
  const code = blocks.find(({ language }) => language === 'python')?.code as string
  writeFileSync(join(folder, 'trainer.py'), `${code}\nprint(len(multipliers), max(multipliers), multipliers[-1])`)
  const { stdout } = await run('python3', ['trainer.py'], environment())
  expect(stdout.trim()).toBe('300 1.0 0.0')
})

// The last, as all calls need a key from then on.
it('the lines about keys do what they say', async () => {
  const code = blocks.find(({ code }) => code.includes('taper keys create'))?.code as string
  const { stdout } = await run(
    'bash',
    ['-euo', 'pipefail', '-c', code.replaceAll('npx taper', `node ${resolve('bin/taper.js')}`)],
    environment()
  )
  expect(stdout).toMatch(/project +vision\nscope +write\n/)
  expect(stdout).toMatch(/trainer of vision +vision +write/)
  expect((await fetch(`${service.url}/v1/runs`)).status).toBe(401)
})
