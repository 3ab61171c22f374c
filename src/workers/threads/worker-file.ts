import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The options of a pool for a worker as it lies in this room: compiled, or a source that tsx must make readable. */
export function workerFile(name: string): { filename: string; workerData?: { worker: string } } {
  if (!import.meta.url.endsWith('.ts')) return { filename: new URL(`../${name}.js`, import.meta.url).href }
  return {
    filename: new URL('./from-sources.mjs', import.meta.url).href,
    workerData: { worker: new URL(`../${name}.ts`, import.meta.url).href }
  }
}

/**
 * The same for a thread that is started by itself: a script that imports the worker, for `eval`. What a thread begins with is not given
 * to the hooks that read TypeScript, what it imports is.
 */
export function workerScript(name: string): string {
  const imported = (path: string) => `import(${JSON.stringify(new URL(path, import.meta.url).href)})`
  if (!import.meta.url.endsWith('.ts')) return imported(`../${name}.js`)
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/cjs$/, 'mjs')
  return (
    `import(${JSON.stringify(tsx)}).then(({ register }) => register())` +
    `.then(() => ${imported('../../../bin/packages-as-they-are.js')}).then(() => ${imported(`../${name}.ts`)})`
  )
}
