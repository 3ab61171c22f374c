import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importLog, openRun, TaperProblem, watchRun } from '../../../clients/typescript/src/index.ts'
import { testApp } from '../../support/app.ts'

const { listen } = await testApp()
let url: string
const folder = mkdtempSync(join(tmpdir(), 'taper-client-'))
beforeAll(async () => {
  url = await listen()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('hears of what happens to a run, and goes on where it was', async () => {
  const run = await openRun('watched', { url, home: folder })
  run.log(0, { l2: 3 })
  await run.flush()
  const watching = new AbortController()
  const events = run.events({ signal: watching.signal })
  const next = async () => (await events.next()).value
  expect(await next()).toMatchObject({ event: 'run' })
  const first = await next()
  expect(first).toMatchObject({ event: 'points', data: { series: 'l2', points: 1, lastStep: 0 } })
  run.log(1, { l2: 2 })
  await run.flush()
  expect(await next()).toMatchObject({ event: 'points', data: { points: 2 } })
  watching.abort()
  await events.return(undefined)
  const again = run.events({ lastEventId: first?.id })
  expect((await again.next()).value).toMatchObject({ event: 'points', data: { points: 2, lastStep: 1 } })
  await again.return(undefined)
  await run.close()
  await expect(watchRun('missing', { url }).next()).rejects.toThrow(TaperProblem)
})

it('imports a folder, and several files that go together', async () => {
  const table = (name: string, values: number[]) => `step,${name}\n${values.map((value, step) => `${step},${value}`).join('\n')}\n`
  writeFileSync(join(folder, 'Train_Samples_grad_norm.csv'), table('grad_norm', [3, 2, 1]))
  writeFileSync(join(folder, 'Train_Samples_train_loss.csv'), table('train_loss', [6, 5, 4]))
  const series = [
    { name: 'l2', points: 3 },
    { name: 'loss', points: 3 }
  ]
  expect((await importLog(folder, { url, run: 'of-a-folder' })).runs).toMatchObject([{ runId: 'of-a-folder', series }])
  const named = ['grad_norm', 'train_loss'].map((name, i) => ({
    name: `run/Train_Samples_${name}.csv`,
    contents: new Blob([table(name, i === 0 ? [3, 2, 1] : [6, 5, 4])])
  }))
  expect((await importLog(named, { url, run: 'of-files' })).runs).toMatchObject([{ runId: 'of-files', series }])
})
