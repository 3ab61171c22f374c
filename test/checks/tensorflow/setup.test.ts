import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest'
import { findLibraries } from '../../../scripts/setup/tensorflow/libraries.ts'
import { readRecord } from '../../../scripts/setup/tensorflow/record.ts'
import { type FreshCheckout, freshCheckout } from '../../support/fresh-checkout.ts'
import { writeTensorflowWheel } from '../../support/wheel.ts'

let checkout: FreshCheckout
beforeEach(() => {
  checkout = freshCheckout()
})
afterEach(() => checkout.remove())

/** A PATH on which nothing is but Node: no pip, no Python, no compiler. */
function bare(): string {
  const bin = path.join(checkout.folder, 'bin')
  mkdirSync(bin, { recursive: true })
  if (!existsSync(path.join(bin, 'node'))) symlinkSync(process.execPath, path.join(bin, 'node'))
  return bin
}

const byHand = ['scripts/setup-tensorflow.ts']
const addonOf = ({ tfjsNode }: FreshCheckout): string => path.join(tfjsNode, 'lib', 'napi-v8', 'tfjs_binding.node')
/** The library that this checkout was set up with, and the folder that has it with its headers; none on machines without TensorFlow. */
const library = readRecord()?.library ?? null
const installation =
  library !== null && existsSync(library) && !('missing' in findLibraries(path.dirname(library))) ? path.dirname(library) : null

const has = (program: string, ...args: string[]): boolean => spawnSync(program, [...args, '--version']).status === 0

/** What a test needs of this machine, with the reason that is listed where it is not there. */
const needs = {
  linux: [process.platform === 'linux', 'wheels are unpacked on Linux alone'],
  compiler: [
    ['c++', 'g++', 'clang++'].some((name) => has(name)) && has('make') && has('python3'),
    'there is no C++ compiler, make or Python'
  ],
  gcc: [has('gcc'), 'there is no gcc'],
  pip: [has('python3', '-m', 'pip'), 'there is no pip'],
  libraries: [installation !== null, 'this checkout was set up without TensorFlow']
} as const

function need(context: TestContext, ...names: (keyof typeof needs)[]): void {
  for (const name of names) {
    const [isThere, reason] = needs[name]
    if (!isThere) context.skip(reason)
  }
}

describe('Without anything that TensorFlow needs', () => {
  it('set-up succeeds and says of each rung why it gave nothing and what would be needed; the next one is silent', async () => {
    const { status, output } = await checkout.run(['scripts/setup.ts'], { PATH: bare() })
    expect(status).toBe(0)
    expect(output).toContain('the cache: ')
    expect(output).toMatch(/PyPI's wheel: (there is no C\+\+ compiler and no make and no Python 3|is known to work on Linux only)/)
    expect(output).toContain("TensorFlow.js's own download: ")
    expect(output).toContain('Taper runs without it, on its next engine')
    expect(output).not.toContain('TAPER_LIBTENSORFLOW: ')
    expect(await checkout.run(['scripts/setup.ts'], { PATH: bare() })).toEqual({ status: 0, output: '' })
  })

  it('set-up by hand tries again each time, shows what the programs said, and fails', async () => {
    for (const _time of [1, 2]) {
      const { status, output } = await checkout.run(byHand, { PATH: bare() })
      expect(status).toBe(1)
      expect(output).toContain('$ node scripts/install.js cpu download')
      expect(output).toContain('ECONNREFUSED')
    }
  })

  it('a day later set-up tries again', async () => {
    await checkout.run(['scripts/setup.ts'], { PATH: bare() })
    const record = path.join(path.dirname(addonOf(checkout)), 'taper-setup.json')
    const { default: before } = (await import(record, { with: { type: 'json' } })) as { default: { time: number } }
    writeFileSync(record, JSON.stringify({ ...before, time: before.time - 25 * 60 * 60 * 1000 }))
    const { output } = await checkout.run(['scripts/setup.ts'], { PATH: bare() })
    expect(output).toContain("PyPI's wheel: ")
  })

  it('TAPER_TENSORFLOW=skip leaves it out without a word of it', async () => {
    const { status, output } = await checkout.run(['scripts/setup.ts'], { PATH: bare(), TAPER_TENSORFLOW: 'skip' })
    expect(status).toBe(0)
    expect(output).not.toContain('TensorFlow')
    expect(existsSync(checkout.cache)).toBe(false)
  })

  it('an installation without tfjs-node is set up without a word of it', async () => {
    rmSync(checkout.tfjsNode, { recursive: true })
    const { status, output } = await checkout.run(['scripts/setup.ts'], { PATH: bare() })
    expect(status).toBe(0)
    expect(output).not.toContain('TensorFlow')
  })
})

describe('TAPER_LIBTENSORFLOW', () => {
  it('that names nothing, or what is no TensorFlow, is told', async () => {
    const nothing = path.join(checkout.folder, 'nothing')
    const why = async (named: string) => (await checkout.run(byHand, { TAPER_LIBTENSORFLOW: named, PATH: bare() })).output
    expect(await why(nothing)).toContain(`TAPER_LIBTENSORFLOW: ${nothing} does not exist`)
    expect(await why(path.join(checkout.folder, 'scripts'))).toContain('has no libtensorflow')
    expect(await why(path.join(checkout.folder, 'package.json'))).toContain('is neither a folder nor a wheel of TensorFlow')
  })

  it('may be a wheel; one that the addon does not compile against is told in the words of the compiler', async (context) => {
    need(context, 'linux', 'compiler')
    const wheel = await writeTensorflowWheel(checkout.folder, '2.21.0')
    const { status, output } = await checkout.run(byHand, { TAPER_LIBTENSORFLOW: wheel })
    expect(status).toBe(1)
    expect(output).toMatch(/TAPER_LIBTENSORFLOW: the addon could not be built: .*this is no header of TensorFlow/)
    expect(existsSync(addonOf(checkout))).toBe(false)
    // Unpacked as a whole, and nothing half done beside it.
    const kept = readdirSync(path.join(checkout.cache, 'tensorflow'))
    expect(kept.filter((name) => name.includes('unfinished'))).toEqual([])
    expect(kept).toContain(`tensorflow-cpu-2.21.0-${process.platform}-${process.arch}`)
  })
})

describe('The wheel that pip downloads', () => {
  it('is the newest of the tested versions that there is; nothing of the download stays', async (context) => {
    need(context, 'linux', 'compiler', 'pip')
    const index = path.join(checkout.folder, 'index')
    mkdirSync(index)
    await writeTensorflowWheel(index, '2.18.1')
    const { output } = await checkout.run(byHand, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: index })
    expect(output).toContain('downloading tensorflow-cpu 2.21.0')
    expect(output).toContain('No matching distribution found for tensorflow-cpu==2.21.0')
    expect(output).toContain('downloading tensorflow-cpu 2.18.1')
    expect(output).toMatch(/PyPI's wheel: the addon could not be built: .*this is no header of TensorFlow/)
    const kept = readdirSync(path.join(checkout.cache, 'tensorflow'))
    expect(kept.filter((name) => name.startsWith('tensorflow-'))).toEqual([`tensorflow-cpu-2.18.1-${process.platform}-${process.arch}`])
    expect(kept.filter((name) => name.includes('download') || name.endsWith('.whl'))).toEqual([])
  })

  it('is not there without a network, which is told', async (context) => {
    need(context, 'linux', 'compiler', 'pip')
    const { output } = await checkout.run(byHand)
    expect(output).toMatch(/PyPI's wheel: no network: .*Connection refused/)
    expect(readdirSync(path.join(checkout.cache, 'tensorflow'))).toEqual([])
  })
})

describe('With the libraries of TensorFlow', () => {
  const named = (): Record<string, string> => ({ TAPER_LIBTENSORFLOW: installation as string })

  it('the addon is built and computes; after npm ci it comes from the cache, without a compiler', async (context) => {
    need(context, 'compiler', 'libraries')
    const { status, output } = await checkout.run(['scripts/setup.ts'], named())
    expect(status).toBe(0)
    expect(output).toMatch(/TensorFlow \d+\.\d+\.\d+ on (CPU|GPU), from TAPER_LIBTENSORFLOW/)
    expect(existsSync(addonOf(checkout))).toBe(true)
    expect(await checkout.run(['scripts/setup.ts'], named())).toEqual({ status: 0, output: '' })

    rmSync(path.join(checkout.tfjsNode, 'lib'), { recursive: true })
    const again = await checkout.run(['scripts/setup.ts'], { ...named(), PATH: bare() })
    expect(again.output).toMatch(/TensorFlow \d+\.\d+\.\d+ on (CPU|GPU), from TAPER_LIBTENSORFLOW/)
    expect(existsSync(addonOf(checkout))).toBe(true)
  })

  it('a cached installation is used without a network, of two set-ups at once one does the work, and what a stopped one left is cleared', async (context) => {
    need(context, 'compiler', 'libraries')
    const cached = path.join(checkout.cache, 'tensorflow', `tensorflow-cpu-2.21.0-${process.platform}-${process.arch}`)
    mkdirSync(cached, { recursive: true })
    symlinkSync(installation as string, path.join(cached, 'tensorflow'))
    const left = path.join(checkout.cache, 'tensorflow', 'something.unfinished')
    mkdirSync(left)
    const [first, second] = await Promise.all([checkout.run(['scripts/setup.ts']), checkout.run(['scripts/setup.ts'])])
    expect([first.status, second.status]).toEqual([0, 0])
    expect(`${first.output}${second.output}`.match(/on (CPU|GPU), from the cache/g)).toHaveLength(1)
    expect(readdirSync(path.join(checkout.cache, 'tensorflow', 'addons'))).toHaveLength(1)
    expect(existsSync(left)).toBe(false)
  })

  it('a lock that a dead set-up left is taken over', async (context) => {
    need(context, 'compiler', 'libraries')
    const lock = path.join(checkout.cache, 'tensorflow.lock')
    mkdirSync(lock, { recursive: true })
    const before = Date.now() / 1000 - 60
    utimesSync(lock, before, before)
    const { output } = await checkout.run(byHand, named())
    expect(output).toMatch(/on (CPU|GPU), from TAPER_LIBTENSORFLOW/)
  })

  it('a library that links and does not compute is refused, and the next rung is tried', async (context) => {
    need(context, 'linux', 'compiler', 'gcc', 'libraries')
    const stub = path.join(checkout.folder, 'stub')
    mkdirSync(stub)
    cpSync(path.join(installation as string, 'include'), path.join(stub, 'include'), { recursive: true })
    for (const name of ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']) {
      const source = path.join(stub, 'stub.c')
      writeFileSync(source, `const char *TF_Version(void) { return "0.0.0"; }\n`)
      expect(spawnSync('gcc', ['-shared', '-fPIC', `-Wl,-soname,${name}`, '-o', path.join(stub, name), source]).status).toBe(0)
    }
    const { status, output } = await checkout.run(byHand, { TAPER_LIBTENSORFLOW: stub, PIP_NO_INDEX: '1' })
    expect(status).toBe(1)
    expect(output).toMatch(/TAPER_LIBTENSORFLOW: what was built does not compute: .*undefined symbol/)
    expect(output).toContain("PyPI's wheel: ")
    expect(existsSync(addonOf(checkout))).toBe(false)
  })
})
