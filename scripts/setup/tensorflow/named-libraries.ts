import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { install, installationFolder, installedFrom, readWheelName } from './installation.ts'
import { findLibraries } from './libraries.ts'
import type { Rung } from './rung.ts'

/** TAPER_LIBTENSORFLOW: an unpacked wheel, a folder with the two libraries and `include/`, or a wheel. Needs no network. */
export const namedLibraries: Rung = {
  name: 'TAPER_LIBTENSORFLOW',
  climb: async (situation) => {
    const named = process.env.TAPER_LIBTENSORFLOW
    if (!named) return { reason: 'is not set' }
    const place = path.resolve(named)
    if (!existsSync(place)) return { reason: `${place} does not exist` }
    if (statSync(place).isDirectory()) {
      const libraries = findLibraries(place)
      return 'missing' in libraries ? { reason: `${place} has no ${libraries.missing}` } : { libraries }
    }
    const wheel = readWheelName(place)
    if (wheel === null) return { reason: `${place} is neither a folder nor a wheel of TensorFlow (tensorflow…-<version>-….whl)` }
    const target = installationFolder(situation.cache, wheel.distribution, wheel.version)
    return installedFrom(place, target) ?? (await install([place], target, situation))
  }
}
