import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openRun } from '../../../clients/typescript/src/index.ts'
import { testApp } from '../../support/app.ts'
import { startNodeTrainer, trainerL2 } from '../../support/node-trainer.ts'

const { app, listen, send } = await testApp()
const folder = mkdtempSync(join(tmpdir(), 'taper-client-'))
const home = { home: folder }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const storedL2 = async (id: string) => (await send('GET', `/v1/runs/${id}/gradient-norms?norm=l2`)).json<{ values: number[] }>().values

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

it('what a process could not send is on disk, and the next one of the run sends it', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const trainers = ['now', 'end'].map((exit) =>
    startNodeTrainer({ url, ...home, id: `left-${exit}`, steps: 500, stepMs: 0, exit, flushMs: 300 })
  )
  for (const gone of trainers) {
    expect(await gone.exit).toBe(0)
    expect(await gone.output).toContain('Not all points could be sent')
  }
  await app.listen({ host: '127.0.0.1', port })
  for (const exit of ['now', 'end']) {
    const next = await openRun(`left-${exit}`, { url, ...home })
    expect(await next.flush(20_000)).toBe(true)
    await next.close()
    expect(await storedL2(`left-${exit}`)).toEqual(trainerL2(500))
  }
  expect(readdirSync(join(folder, 'spool'), { recursive: true }).filter((name) => String(name).endsWith('.ndjson'))).toEqual([])
})

it('sends what waits when the process is asked to end', async () => {
  const trainer = startNodeTrainer({
    url: await listen(),
    ...home,
    id: 'terminated',
    steps: 300,
    stepMs: 0,
    exit: 'wait',
    batchMs: 60_000
  })
  await once(trainer.process.stdout!, 'data')
  trainer.process.kill('SIGTERM')
  await trainer.exit
  expect(trainer.process.signalCode).toBe('SIGTERM')
  expect(await storedL2('terminated')).toEqual(trainerL2(300))
})
