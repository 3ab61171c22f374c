import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProgress } from '../../../scripts/setup/progress.ts'
import { tensorflowChoice } from '../../../scripts/setup/tensorflow/choice.ts'
import { readWheelName } from '../../../scripts/setup/tensorflow/installation.ts'
import { findLibraries } from '../../../scripts/setup/tensorflow/libraries.ts'
import { runCommand, tellingLine } from '../../../scripts/setup/tensorflow/run-command.ts'
import { unpackWheel } from '../../../scripts/setup/tensorflow/unpack-wheel.ts'
import { cudaRequirements, reasonOfPip } from '../../../scripts/setup/tensorflow/wheel-from-pypi.ts'
import { writeTensorflowWheel, writeWheel } from '../../support/wheel.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'taper-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text = ''): void => {
  mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}
const filesBelow = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .sort()

const mac = process.platform === 'darwin'
const named = (name: string): string => (mac ? `${name}.2.dylib` : `${name}.so.2`)

describe('The libraries of TensorFlow', () => {
  it.each([
    ['an unpacked wheel', 'tensorflow/', 'tensorflow/', 'libtensorflow_cc'],
    ['a flat folder', '', '', 'libtensorflow_cc'],
    ['a release of libtensorflow', 'lib/', '', 'libtensorflow']
  ])('are found in %s', (_layout, libraries, headers, library) => {
    write(libraries + named(library))
    write(libraries + named('libtensorflow_framework'))
    write(`${headers}include/tensorflow/c/c_api.h`)
    expect(findLibraries(folder)).toEqual({
      library: path.join(folder, libraries, named(library)),
      framework: path.join(folder, libraries, named('libtensorflow_framework')),
      include: path.join(folder, headers, 'include')
    })
  })

  it('are told by name where one is missing', () => {
    expect(findLibraries(folder)).toEqual({ missing: expect.stringContaining('libtensorflow_cc') })
    write(named('libtensorflow_cc'))
    expect(findLibraries(folder)).toEqual({ missing: named('libtensorflow_framework') })
    write(named('libtensorflow_framework'))
    expect(findLibraries(folder)).toEqual({ missing: 'include/tensorflow/c/c_api.h' })
  })
})

describe('A wheel', () => {
  it('is unpacked down to the libraries and the C headers', async () => {
    const wheel = await writeTensorflowWheel(folder, '2.21.0', 'a library')
    const into = path.join(folder, 'into')
    const seen: number[] = []
    await unpackWheel(wheel, into, (done, total) => seen.push(done / total))
    expect(filesBelow(into)).toEqual([
      'tensorflow/include/tensorflow/c/c_api.h',
      'tensorflow/libtensorflow_cc.so.2',
      'tensorflow/libtensorflow_framework.so.2',
      'tensorflow_cpu-2.21.0.dist-info/METADATA'
    ])
    expect(readFileSync(path.join(into, 'tensorflow/libtensorflow_cc.so.2'), 'utf8')).toBe('a library')
    expect(seen.at(-1)).toBe(1)
  })

  it('that is damaged is refused, with the name of the file', async () => {
    const wheel = await writeWheel(path.join(folder, 'tensorflow_cpu-1-x.whl'), { 'tensorflow/libtensorflow_cc.so.2': 'x'.repeat(1000) })
    const bytes = readFileSync(wheel)
    // The checksum in the central directory, which begins with PK\1\2: bytes 16 to 19 of an entry.
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(bytes.readUInt32LE(entry + 16) ^ 1, entry + 16)
    writeFileSync(wheel, bytes)
    await expect(unpackWheel(wheel, path.join(folder, 'into'))).rejects.toThrow(/damaged: tensorflow\/libtensorflow_cc\.so\.2/)
  })

  it('that ends too early is refused', async () => {
    const wheel = await writeTensorflowWheel(folder, '2.21.0')
    writeFileSync(wheel, readFileSync(wheel).subarray(0, 300))
    await expect(unpackWheel(wheel, path.join(folder, 'into'))).rejects.toThrow()
  })

  it('tells what it is by its name', () => {
    expect(readWheelName('/tmp/tensorflow_cpu-2.21.0-cp312-cp312-manylinux_2_27_x86_64.whl')).toEqual({
      distribution: 'tensorflow-cpu',
      version: '2.21.0'
    })
    expect(readWheelName('tensorflow-2.18.1-cp311-cp311-macosx_12_0_arm64.whl')).toEqual({ distribution: 'tensorflow', version: '2.18.1' })
    expect(readWheelName('numpy-2.0.0-cp312-cp312-manylinux_2_27_x86_64.whl')).toBeNull()
    expect(readWheelName('tensorflow_cpu-2.21.0.tar.gz')).toBeNull()
  })

  it('for GPUs names the libraries of NVIDIA that it needs', () => {
    const metadata = [
      'Requires-Dist: numpy<2.2.0,>=1.26.0',
      'Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5.3.2; extra == "and-cuda"',
      "Requires-Dist: nvidia-cudnn-cu12 (<10.0,>=9.3.0.75) ; extra == 'and-cuda'",
      'Requires-Dist: nvidia-other; extra == "something-else"'
    ].join('\n')
    expect(cudaRequirements(metadata)).toEqual(['nvidia-cublas-cu12<13.0,>=12.5.3.2', 'nvidia-cudnn-cu12<10.0,>=9.3.0.75'])
  })
})

describe('Why something failed', () => {
  it('is the first error of a program, else its last line', () => {
    expect(tellingLine('compiling\na.cc:1: error: no such header\nmake: *** Error 1\ngyp ERR! stack Error: `make` failed')).toBe(
      'a.cc:1: error: no such header'
    )
    expect(tellingLine('one\ntwo\n\n')).toBe('two')
    expect(tellingLine('')).toBe('no output')
  })

  it('is the network where pip could reach nobody, though pip speaks of versions', () => {
    const unknown = 'ERROR: Could not find a version that satisfies the requirement x==1 (from versions: none)'
    const broken = "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('Connection refused')': /simple/x/"
    expect(reasonOfPip(unknown)).toEqual({ reason: unknown, isUnknownVersion: true })
    expect(reasonOfPip(`${broken}\n${unknown}`)).toEqual({
      reason: "no network: NewConnectionError('Connection refused')",
      isUnknownVersion: false
    })
  })

  it('is told of a program that is not there, that fails, and that is ended', async () => {
    expect(await runCommand('no-such-program', [])).toEqual({ status: null, output: expect.stringContaining('ENOENT') })
    expect(await runCommand(process.execPath, ['-e', 'console.error("why"); process.exit(3)'])).toEqual({ status: 3, output: 'why\n' })
    const ended = await runCommand(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'])
    expect(ended).toEqual({ status: null, output: 'ended by SIGKILL\n' })
  })
})

it('TAPER_TENSORFLOW takes its own values alone, and none means auto', () => {
  expect(tensorflowChoice(undefined)).toBe('auto')
  expect(tensorflowChoice('')).toBe('auto')
  expect(tensorflowChoice('skip')).toBe('skip')
  expect(() => tensorflowChoice('no')).toThrow('TAPER_TENSORFLOW is "no"; it may be auto, cpu, gpu, skip.')
})

describe('Progress', () => {
  const record = (isTTY: boolean) => {
    const written: string[] = []
    const stream = { isTTY, columns: 30, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
    return { written, progress: createProgress(stream) }
  }

  it('on a terminal stays in one line, no longer than the terminal is wide', () => {
    const { written, progress } = record(true)
    progress.update('1 of 2 MB')
    progress.update(`2 of 2 MB${' and more'.repeat(10)}`)
    progress.say('done')
    expect(written).toEqual(['set-up: 1 of 2 MB', '\r\u001b[K', 'set-up: 2 of 2 MB and more an', '\r\u001b[K', 'set-up: done\n'])
  })

  it('elsewhere is no line for each of many updates', () => {
    const { written, progress } = record(false)
    progress.say('begins')
    for (let update = 0; update < 1000; update++) progress.update(`${update}`)
    expect(written[0]).toBe('set-up: begins\n')
    expect(written.length).toBeLessThan(10)
  })
})
