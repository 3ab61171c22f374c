import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importLog, TaperProblem } from '../../../clients/typescript/src/index.ts'
import { testApp } from '../../support/app.ts'
import { commandLine } from '../../support/command-line.ts'

const { listen, send } = await testApp()
const url = await listen()
const { taper, file } = commandLine({ TAPER_URL: url })
const files = new URL('../../golden/logs/files/', import.meta.url).pathname

const names = [
  'scalars.tfevents',
  'tensors.tfevents',
  'run.wandb',
  'history-zstd.parquet',
  'trackio.db',
  'mlflow.db.gz',
  'columns.npz',
  'table.csv.zst',
  'table.zip'
]

it.each(names)('%s is the same through the command line, over HTTP and by the client', async (name) => {
  const { code, out } = await taper(['import', `${files}${name}`, '--json', '--dry-run'])
  const answer = await send('POST', `/v1/imports?dryRun=true&filename=${name}`, {
    payload: readFileSync(`${files}${name}`),
    headers: { 'content-type': 'application/octet-stream' }
  })
  expect([code, JSON.parse(out)]).toEqual([0, answer.json()])
  expect(await importLog(`${files}${name}`, { url, dryRun: true })).toEqual(answer.json())
})

it('a folder is sent with its logs alone, and stored once', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'taper-import-')), 'first')
  const state = JSON.stringify({ max_steps: 10, log_history: [{ step: 1, grad_norm: 1.5, loss: 2 }] })
  for (const step of [1, 2]) {
    mkdirSync(join(folder, `checkpoint-${step}`), { recursive: true })
    writeFileSync(join(folder, `checkpoint-${step}`, 'trainer_state.json'), state)
    writeFileSync(join(folder, `checkpoint-${step}`, 'model.safetensors'), 'weights')
  }
  const first = await taper(['import', folder])
  expect(
    first.out
      .split('\n')
      .slice(0, 4)
      .map((line) => line.trim().replaceAll(/ +/g, ' '))
  ).toEqual([
    'run first, from json',
    'series from by points steps new stored before',
    'l2 grad_norm step 1 1 to 1 1 0',
    'loss loss step 1 1 to 1 1 0'
  ])
  const again = JSON.parse((await taper(['import', folder, '--json'])).out)
  expect(again.runs[0].series).toMatchObject([
    { appended: 0, duplicates: 1 },
    { appended: 0, duplicates: 1 }
  ])
})

it('what names do not tell is asked for in the words of the command line', async () => {
  const table = file('two.csv', 'step,train/loss,debug/loss\n0,1,2\n1,3,4\n')
  const { code, err } = await taper(['import', table])
  expect(code).toBe(2)
  expect(err).toContain('--map=loss=train/loss')
  expect((await taper(['import', table, '--map', 'loss=train/loss'])).out).toContain('train/loss')
  await expect(importLog(new Blob(['step,acc\n0,1\n']), { url })).rejects.toThrow(TaperProblem)
  expect((await importLog(new Blob(['step,norm\n0,1\n']), { url, run: 'blob', series: { loss: 'norm' } })).runs[0]).toMatchObject({
    runId: 'blob',
    series: [{ name: 'loss', source: 'norm', appended: 1 }]
  })
})
