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

/**
 * The same for a thread that is started by itself: a script that imports the worker, for `eval`. What a thread begins with is not given
 * to the hooks that read TypeScript, what it imports is.
 */
export function workerScript(name: string): string {
  const imported = (path: string) => `import(${JSON.stringify(new URL(path, import.meta.url).href)})`
  if (!import.meta.url.endsWith('.ts')) return imported(`./${name}.js`)
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/cjs$/, 'mjs')
  return (
    `import(${JSON.stringify(tsx)}).then(({ register }) => register())` +
    `.then(() => ${imported('../../bin/packages-as-they-are.js')}).then(() => ${imported(`./${name}.ts`)})`
  )
}
