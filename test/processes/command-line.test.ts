import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { version } from '../../src/version.ts'
import { trainingLikeNorms } from '../support/norms.ts'

// What commands do is asked in this process (test/unit/cli, test/integration/cli). Here is what needs a process of its own.
const launcher = resolve('bin/taper.js')
const folder = mkdtempSync(join(tmpdir(), 'taper-launched-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'norms.csv'), `step,grad_norm\n${[...trainingLikeNorms(500)].map((value, i) => `${i},${value}`).join('\n')}\n`)

/** Runs `taper` as a person would, in another folder and with no database in reach. */
function start(args: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: 'postgresql://127.0.0.1:1/none' }
  const child = spawn(process.execPath, [launcher, ...args], { cwd: folder, env })
  let [out, err] = ['', '']
  child.stdout.on('data', (data) => (out += data))
  child.stderr.on('data', (data) => (err += data))
  return { child, outcome: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))) }
}

it('a command that is launched in another folder reads its standard input, writes its answer and ends with code 0', async () => {
  const { child, outcome } = start(['refine', '-', '--steps', '3'])
  child.stdin.end('step,v\n0,1\n1,1\n2,1\n')
  expect(await outcome).toEqual({ code: 0, out: 'step,multiplier\n0,1\n1,0.5\n2,0\n', err: expect.not.stringMatching(/^\s+at /m) })
  expect(await start(['--version']).outcome).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

it('a command that is launched wrongly ends with code 2 and a message, without a stack trace', async () => {
  const wrong = { code: 2, out: '', err: expect.not.stringMatching(/^\s+at /m) }
  expect(await start(['refine', 'none.csv']).outcome).toEqual({ ...wrong, err: expect.stringContaining('no such file') })
  expect(await start(['refnie']).outcome).toEqual(wrong)
})

it('a reader that closes the pipe early is no failure', async () => {
  const { child, outcome } = start(['refine', 'norms.csv', '--steps', '2000000'])
  child.stdout.once('data', () => child.stdout.destroy())
  const { code, err } = (await outcome) as { code: number; err: string }
  expect([code, err.replaceAll(/^(?:advice|losses|warning|read|note)\b.*\n/gm, '')]).toEqual([0, ''])
})

it('bash completes commands, options and their choices', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [launcher, 'completion', 'bash'])
  writeFileSync(join(folder, 'completion.bash'), stdout)
  const complete = async (...words: string[]) => {
    const script = `source ${join(folder, 'completion.bash')}
      COMP_WORDS=(taper ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _taper; echo "\${COMPREPLY[@]}"`
    return (await promisify(execFile)('bash', ['-c', script])).stdout.trim().split(' ')
  }
  expect(await complete('run')).toEqual(['runs'])
  expect(await complete('refine', '--preset', '')).toEqual(['robust', 'paper', 'reference'])
  expect(await complete('log', '--resume')).toEqual(['--resume-from'])
})
