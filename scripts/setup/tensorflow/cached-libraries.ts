import { existsSync } from 'node:fs'
import { distributionFor, installationFolder, testedVersions } from './installation.ts'
import { findLibraries } from './libraries.ts'
import type { Rung } from './rung.ts'

/** What an earlier set-up unpacked, of this checkout or another. */
export const cachedLibraries: Rung = {
  name: 'the cache',
  climb: async ({ cache, device }) => {
    const folders = testedVersions.map((version) => installationFolder(cache, distributionFor(device), version))
    const folder = folders.find((each) => existsSync(each))
    if (folder === undefined) return { reason: `${cache} has no ${distributionFor(device)} ${testedVersions.join(' or ')}` }
    const libraries = findLibraries(folder)
    return 'missing' in libraries ? { reason: `${folder} has no ${libraries.missing}` } : { libraries }
  }
}
