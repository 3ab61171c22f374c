import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'
import { pythonWith } from '../../support/python.ts'

const run = promisify(execFile)
const { listen } = await testApp()
const python = await pythonWith('tests')
const folder = mkdtempSync(join(tmpdir(), 'taper-wheels-'))
beforeAll(() => run(process.execPath, ['scripts/build.js']))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A fresh environment with what pip installs. */
async function installed(program: string, name: string, ...what: string[]): Promise<(...args: string[]) => Promise<string>> {
  const place = join(folder, name)
  await run(program, ['-m', 'venv', place])
  const inside = join(place, 'bin', 'python')
  await run(inside, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...what])
  const env = { PATH: join(place, 'bin'), HOME: folder, TAPER_HOME: folder }
  return async (...args) => (await run(inside, args, { env, cwd: folder })).stdout
}

describe('the wheels that a service gives', () => {
  it('refine without a server, with nothing installed but by pip, not even Node.js', async (context) => {
    const { program } = python(context)
    const clean = await installed(program, 'node', '--find-links', `${await listen()}/clients/`, 'taper-lr[node]')
    writeFileSync(
      join(folder, 'log.csv'),
      `step,grad_norm\n${Array.from({ length: 50 }, (_, t) => `${t},${1 + 1 / (t + 1)}`).join('\n')}\n`
    )
    const here = await clean('-c', 'import taper; print(list(taper.refine("log.csv", preset="paper").multipliers))')
    const [, ...rows] = (await clean('-m', 'taper', 'refine', 'log.csv', '--preset', 'paper', '--format', 'csv')).trim().split('\n')
    expect(JSON.parse(here)).toEqual(rows.map((row) => Number(row.split(',')[1])))
    const given = await clean(
      '-c',
      'import taper; print(list(taper.refine([1 + 1 / (t + 1) for t in range(50)], preset="paper").multipliers), taper.command.command())'
    )
    expect(given.startsWith(here.trim())).toBe(true)
    expect(given).toContain('taper_command/bin/taper.js')
  })

  it('are found in an index of packages as well, and from a checkout its own command line is taken', async (context) => {
    const { program } = python(context)
    const light = await installed(program, 'index', '--index-url', `${await listen()}/clients/`, '--no-deps', 'taper-lr')
    expect((await light('-c', 'import taper; print(taper.__version__)')).trim()).toBe('0.1.0')
    const checkout = await installed(program, 'checkout', resolve('clients/python'))
    expect((await checkout('-c', 'from taper import command; print(command.command())')).trim()).toBe(resolve('bin/taper.js'))
  })

  it('say of themselves what those say that pip builds', async (context) => {
    const { program } = python(context)
    const wheels = join(folder, 'built')
    await run(program, ['-m', 'pip', 'wheel', '--quiet', '--no-deps', '--wheel-dir', wheels, resolve('clients/python')])
    const name = readdirSync(wheels)[0] as string
    const code = `
import sys, zipfile
from email import message_from_string
for path in sys.argv[1:]:
    wheel = zipfile.ZipFile(path)
    names = sorted(name for name in wheel.namelist() if "dist-info" not in name)
    head = message_from_string(wheel.read("taper_lr-0.1.0.dist-info/METADATA").decode())
    entry = wheel.read("taper_lr-0.1.0.dist-info/entry_points.txt").decode().split()
    plain = lambda text: text.replace('"', "'").replace("(", "").replace(")", "").replace(" ", "")
    keys = ("Name", "Version", "Summary", "License-Expression", "Requires-Python", "Requires-Dist", "Provides-Extra", "Classifier")
    print(names, entry, [(key, sorted(map(plain, head.get_all(key, [])))) for key in keys])
`
    const { stdout } = await run(program, ['-c', code, join(wheels, name), join('dist/clients', name)])
    const [theirs, ours] = stdout.trim().split('\n')
    expect(ours).toBe(theirs)
    expect(readFileSync(join('dist/clients', name)).length).toBeGreaterThan(100_000)
  })
})
