import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { createApi, dataOf } from '../../../clients/typescript/src/index.ts'
import { testDatabase } from '../../support/database.ts'
import { startNodeTrainer, trainerL1, trainerL2 } from '../../support/node-trainer.ts'
import { type Service, startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-client-'))
const database = await testDatabase()
let service: Service
afterAll(async () => {
  await service.stop('SIGKILL')
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const readSeries = async (norm: 'l1' | 'l2') =>
  (await dataOf(
    createApi({ url: service.url }).GET('/v1/runs/{runId}/gradient-norms', { params: { path: { runId: 'killed' }, query: { norm } } })
  )) as { values: (number | string)[] }

it('a trainer whose service is killed, stopped and started again has every point stored once', async () => {
  service = await startService({ DATABASE_URL: database.url })
  const port = new URL(service.url).port
  const steps = 3000
  const trainer = startNodeTrainer({
    home: folder,
    url: service.url,
    id: 'killed',
    steps,
    stepMs: 3,
    batchPoints: 50,
    memoryPoints: 200,
    timeoutMs: 1500,
    flushMs: 40_000
  })
  const going = async (points: number) => {
    while (((await readSeries('l2').catch(() => null))?.values.length ?? 0) < points) await sleep(20)
  }
  await going(100)
  await service.stop('SIGKILL')
  await sleep(700)
  service = await startService({ DATABASE_URL: database.url, PORT: port })
  await going(900)
  process.kill(service.process.pid as number, 'SIGSTOP')
  await sleep(2000)
  process.kill(service.process.pid as number, 'SIGCONT')
  expect(await trainer.exit).toBe(0)
  expect((await readSeries('l2')).values).toEqual(trainerL2(steps))
  expect((await readSeries('l1')).values).toEqual(trainerL1(steps))
  const history = await fetch(`${service.url}/v1/runs/killed/gradient-norms?history=all`)
  expect(((await history.json()) as { points: unknown[] }).points.length, 'no point is stored twice').toBe(steps)
  expect(await trainer.output).toContain('Points are kept and sent once it answers')
})
