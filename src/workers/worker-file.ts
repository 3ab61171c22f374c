/** The options of a pool for a worker as it lies beside this file: compiled, or a source that tsx must make readable. */
export function workerFile(name: string): { filename: string; workerData?: { worker: string } } {
  if (!import.meta.url.endsWith('.ts')) return { filename: new URL(`./${name}.js`, import.meta.url).href }
  return {
    filename: new URL('./from-sources.mjs', import.meta.url).href,
    workerData: { worker: new URL(`./${name}.ts`, import.meta.url).href }
  }
}
