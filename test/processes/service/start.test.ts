import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('A port that is taken is said before a database is made', async () => {
  const other = createServer()
  await once(other.listen(0, '127.0.0.1'), 'listening')
  const { port } = other.address() as { port: number }
  const data = join(folder, 'data')
  await expect(startService({ TAPER_DATA_DIR: data, PORT: String(port) })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken: stop what listens there, or set PORT to another`
  )
  expect(existsSync(data)).toBe(false)
  other.close()
})

it('A command whose reader has seen enough ends without a word', async () => {
  const child = spawn(process.execPath, [resolve('bin/taper.js'), 'optimizers', '--json'])
  child.stdout.destroy()
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
})
