import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '../../../src/storage/folder-lock.ts'
import { processSpace, startMark } from '../../../src/storage/process-table.ts'

const root = mkdtempSync(join(tmpdir(), 'taper-lock-'))
afterAll(() => rmSync(root, { recursive: true }))
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'))
  path = join(folder, 'taper.lock')
})

const leave = (holder: { pid: number; start?: string; space?: string }, silentSeconds = 0) => {
  writeFileSync(path, JSON.stringify({ id: 'another', start: startMark(holder.pid), space: processSpace(), ...holder }))
  const then = new Date(Date.now() - 1000 * silentSeconds)
  utimesSync(path, then, then)
}
const isTaken = () => expect(lockFolder(folder)).rejects.toThrow('is running on the data folder')
async function isFree() {
  const unlock = await lockFolder(folder)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, start: startMark(process.pid) })
  unlock()
  expect(readdirSync(folder)).toEqual([])
}

describe('A data folder is one process’s alone', () => {
  it('while that process lives', async () => {
    const unlock = await lockFolder(folder)
    await isTaken()
    unlock()
    await isFree()
  })

  it('and free when it is dead, though nothing was given back', async () => {
    const child = spawn('true')
    leave({ pid: child.pid as number })
    await once(child, 'exit')
    await isFree()
  })

  it('and free when its number is another process’s by now', async () => {
    leave({ pid: process.pid, start: '1' })
    await isFree()
  })

  it('also where it runs in another container, which shows by a lock that is renewed', async () => {
    leave({ pid: 7, space: 'another boot pid:[1]' })
    const renewing = setInterval(() => utimesSync(path, new Date(), new Date()), 300)
    await isTaken()
    clearInterval(renewing)
    expect(JSON.parse(readFileSync(path, 'utf8')).id).toBe('another')
  })

  it('and free when a container left it, whose processes have numbers that live here too', async () => {
    leave({ pid: process.pid, space: 'another boot pid:[1]' }, 60)
    await isFree()
  })

  it('and free where a power cut left an empty lock', async () => {
    writeFileSync(path, '')
    await isFree()
  })
})

it('Of two that find a dead lock at once, one has the folder', async () => {
  leave({ pid: process.pid, start: '1' })
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
