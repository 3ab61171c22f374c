import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startService } from '../../test/support/service.ts'
import { machine, table } from '../support/machine.ts'

/**
 * One schedule of 5·10^7 steps, and everything that is done with it, one call after the other: time, peak memory of the service during each
 * call, and its memory 15 s after the last. Processor time is that of the service alone; its PostgreSQL has processes of its own.
 */
const steps = Number(process.env.STEPS ?? 50_000_000)

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const proc = `/proc/${service.process.pid}`
const mebibytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`${proc}/status`, 'utf8'))?.[1]) / 1024
const ticks = () =>
  readFileSync(`${proc}/stat`, 'utf8')
    .split(') ')[1]!
    .split(' ')
    .slice(11, 13)
    .reduce((sum, part) => sum + Number(part), 0)
const json = { 'content-type': 'application/json' }
const rows: string[][] = []
const falling: string[] = []

/** Makes one call and reads its whole answer; a short one is returned. */
async function measured(name: string, method: string, path: string, body?: object, accept = 'application/json'): Promise<string> {
  writeFileSync(`${proc}/clear_refs`, '5')
  const [start, cpu] = [performance.now(), ticks()]
  const answer = await fetch(`${service.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : json), accept, 'accept-encoding': 'identity' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  let text = ''
  let bytes = 0
  const decoder = new TextDecoder()
  for await (const piece of answer.body ?? []) {
    bytes += piece.length
    if (bytes < 1e5) text += decoder.decode(piece)
  }
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${text}`)
  const seconds = (performance.now() - start) / 1000
  rows.push([name, seconds.toFixed(2), ((ticks() - cpu) / 100).toFixed(2), mebibytes('VmHWM').toFixed(0), mebibytes('VmRSS').toFixed(0)])
  console.log(rows.at(-1)!.join('  '))
  return text
}

try {
  console.log(`RSS ${mebibytes('VmRSS').toFixed(0)} MiB at the start`)
  const rule = { rule: 'warmup', parameters: { length: 0.01, of: { rule: 'cosine' } } }
  const { id } = JSON.parse(await measured('store by rule', 'POST', '/v1/schedules', { ...rule, steps }))
  const at = `/v1/schedules/${id}`
  await measured('read, octet-stream', 'GET', `${at}/multipliers`, undefined, 'application/octet-stream')
  if (process.env.JSON_TOO === '1') await measured('read, JSON', 'GET', `${at}/multipliers`)
  await measured('export, safetensors', 'GET', `${at}/exports/safetensors`, undefined, '*/*')
  if (process.env.JSON_TOO === '1') await measured('export, CSV', 'GET', `${at}/exports/csv`, undefined, '*/*')
  await measured('chart', 'GET', `${at}/chart.svg`, undefined, '*/*')
  const norms = { constant: 1 }
  await measured('compare with two rules', 'POST', '/v1/comparisons', {
    candidates: [{ scheduleId: id }, { rule: 'linear' }, { rule: 'cosine' }],
    norms,
    steps
  })
  await measured('bound', 'POST', '/v1/bounds', { candidate: { scheduleId: id }, norms, steps })
  const longer = JSON.parse(
    await measured('extend by a tenth', 'POST', `${at}/horizons`, { steps: Math.min(1e8, Math.round(1.1 * steps)) })
  )
  await measured('chart of the extended', 'GET', `/v1/schedules/${longer.id}/chart.svg`, undefined, '*/*')
  await measured('delete', 'DELETE', at)
  await measured('delete the extended', 'DELETE', `/v1/schedules/${longer.id}`)
  for (let second = 0; second <= 15; second += 3) {
    falling.push(`${mebibytes('VmRSS').toFixed(0)} MiB after ${second} s`)
    if (second < 15) await sleep(3000)
  }
} finally {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
console.log(machine())
table(['', 'seconds', 'processor, s', 'peak RSS, MiB', 'RSS after, MiB'], rows)
console.log(falling.join(', '))
