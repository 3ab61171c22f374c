import { accessSync, constants, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import envPaths from 'env-paths'
import { nodeModules } from './addon.ts'

/** The end of the names of files and folders that are being written. */
export const unfinished = '.unfinished'

/**
 * Where TensorFlow outlives `npm ci` and serves every checkout of this user: TAPER_CACHE_DIR, else the system's folder for caches, else
 * one in node_modules, for users without a home.
 */
export function cacheFolder(): string {
  const named = process.env.TAPER_CACHE_DIR
  const candidates = named ? [path.resolve(named)] : [envPaths('taper', { suffix: '' }).cache, path.join(nodeModules, '.cache', 'taper')]
  let failure: unknown
  for (const candidate of candidates) {
    const folder = path.join(candidate, 'tensorflow')
    try {
      mkdirSync(folder, { recursive: true })
      accessSync(folder, constants.W_OK)
      return folder
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** Removes what a set-up that was stopped left behind. Only under the lock: nothing there is in use then. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith(unfinished)) rmSync(path.join(folder, name), { recursive: true, force: true })
}
