import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { megabytes } from '../progress.ts'
import { unfinished } from './cache-folder.ts'
import { findLibraries } from './libraries.ts'
import type { Situation, Step } from './rung.ts'
import { unpackWheel } from './unpack-wheel.ts'

/** The versions that the addon is known to build and compute with, the best first. */
export const testedVersions = ['2.21.0', '2.18.1']

/** PyPI's name of the build for a kind of device. */
export const distributionFor = (device: Situation['device']): string => (device === 'gpu' ? 'tensorflow' : 'tensorflow-cpu')

/** An unpacked wheel, e.g. `tensorflow-cpu-2.21.0-linux-x64`. It is there as a whole or not at all. */
export const installationFolder = (cache: string, distribution: string, version: string): string =>
  path.join(cache, `${distribution}-${version}-${process.platform}-${process.arch}`)

/** The distribution and version that the name of a wheel begins with, or null where it is none of TensorFlow. */
export function readWheelName(file: string): { distribution: string; version: string } | null {
  const [, name, version] = /^(tensorflow[a-z_]*)-([^-]+)-.*\.whl$/.exec(path.basename(file)) ?? []
  return name === undefined || version === undefined ? null : { distribution: name.replaceAll('_', '-'), version }
}

/** In an installation: which wheel it was unpacked from. */
const origin = 'unpacked-from.txt'
const originOf = (wheel: string): string => `${path.basename(wheel)}, ${statSync(wheel).size} bytes\n`

/** An installation that was unpacked from this very wheel, or null. */
export function installedFrom(wheel: string, target: string): Step | null {
  const file = path.join(target, origin)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== originOf(wheel)) return null
  const libraries = findLibraries(target)
  return 'missing' in libraries ? null : { libraries }
}

/** Unpacks wheels, the first of them TensorFlow's, in place of what was there. A process that uses the old libraries keeps them. */
export async function install(wheels: string[], target: string, { progress }: Situation): Promise<Step> {
  const partial = target + unfinished
  rmSync(partial, { recursive: true, force: true })
  for (const wheel of wheels) {
    await unpackWheel(wheel, partial, (done, total) =>
      progress.update(`TensorFlow: unpacking ${path.basename(wheel)}, ${megabytes(done)} of ${megabytes(total)} MB`)
    )
  }
  const libraries = findLibraries(partial)
  if ('missing' in libraries) {
    rmSync(partial, { recursive: true, force: true })
    return { reason: `${path.basename(wheels[0] as string)} has no ${libraries.missing}` }
  }
  writeFileSync(path.join(partial, origin), originOf(wheels[0] as string))
  const old = `${target}.old${unfinished}`
  if (existsSync(target)) renameSync(target, old)
  renameSync(partial, target)
  rmSync(old, { recursive: true, force: true })
  const installed = findLibraries(target)
  return 'missing' in installed ? { reason: `${target} has no ${installed.missing}` } : { libraries: installed }
}
