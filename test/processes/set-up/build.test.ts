import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

interface Target {
  name: string
  entries: string[]
  base: string
  packages: object
  docstrings: string[]
  data: string[]
  main: string
  inputs: string[]
}
let folder: string
let target: Target
let isBuilt: (target: Target) => boolean
let build: (target: Target) => Promise<void>

/** A checkout with a program and a worker, which share a file that reads what lies beside it. */
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'taper-build-'))
  cpSync('scripts/build', path.join(folder, 'scripts', 'build'), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "version": "1.2.3" }')
  write('deep/place.ts', "export const place: string = new URL('../../package.json', import.meta.url).href")
  write('cli/main.ts', "import { place } from '../deep/place.ts'\nconsole.log(place)")
  write('work/worker.ts', "import { place } from '../deep/place.ts'\nexport default (): string => place")
  target = {
    name: 'sample',
    entries: ['src/cli/main.ts', 'src/work/worker.ts'],
    base: 'dist/',
    packages: {},
    docstrings: ['deep'],
    data: [],
    main: 'dist/cli/main.js',
    inputs: ['src']
  }
  const load = (name: string) => import(pathToFileURL(path.join(folder, 'scripts', 'build', name)).href)
  isBuilt = (await load('targets.js')).isBuilt
  build = (await load('build.js')).build
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): void {
  const file = path.join(folder, 'src', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const run = (name: string) => spawnSync(process.execPath, [path.join(folder, 'dist', name)], { encoding: 'utf8' }).stdout.trim()

it('A source finds what lies beside it by the same path when it is built, though its code lies elsewhere', async () => {
  await build(target)
  expect(run('cli/main.js')).toBe(pathToFileURL(path.join(folder, 'package.json')).href)
})

it('What is built is up to date until a source is changed, added or taken away', async () => {
  expect(isBuilt(target)).toBe(false)
  await build(target)
  expect(isBuilt(target)).toBe(true)
  write('work/more.ts', 'export const more = 1')
  expect(isBuilt(target)).toBe(false)
  rmSync(path.join(folder, 'src', 'work', 'more.ts'))
  expect(isBuilt(target)).toBe(true)
  // A source that is older than the build, as one that is brought back from a copy.
  utimesSync(path.join(folder, 'src', 'cli', 'main.ts'), 1, 1)
  expect(isBuilt(target)).toBe(false)
  await build(target)
  rmSync(path.join(folder, 'dist', 'cli'), { recursive: true })
  expect(isBuilt(target)).toBe(false)
})

it('A program that was started before a build finds its parts for a day', async () => {
  await build(target)
  const parts = path.join(folder, 'dist', 'parts', 'sample')
  const [before = ''] = readdirSync(parts)
  write('deep/place.ts', "export const place: string = 'elsewhere'")
  await build(target)
  expect(readdirSync(parts)).toContain(before)
  expect(run('cli/main.js')).toBe('elsewhere')
  const longAgo = Date.now() / 1000 - 25 * 3600
  utimesSync(path.join(parts, before), longAgo, longAgo)
  await build(target)
  expect(readdirSync(parts)).not.toContain(before)
})

it('A source that cannot be read fails the build and leaves what was built before', async () => {
  await build(target)
  write('cli/main.ts', 'this is no program')
  await expect(build(target)).rejects.toThrow('main.ts')
  expect(isBuilt(target)).toBe(false)
  expect(run('cli/main.js')).toContain('package.json')
})
