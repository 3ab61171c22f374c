import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * A worker as it lies beside this file: a source that tsx must read, or compiled. tsx is named by its path, so that the working
 * directory does not matter.
 */
export function workerFile(name: string): { filename: string; execArgv: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { filename: new URL(`./${name}.js`, import.meta.url).href, execArgv: [] }
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return { filename: new URL(`./${name}.ts`, import.meta.url).href, execArgv: ['--import', tsx] }
}
