// Stands for src/workers/threads/worker-file.ts in tests (vitest.config.ts): threads run what is built, as in production. From the sources
// each of them would read TypeScript first, which takes more processor time than most tests do.
import { pathToFileURL } from 'node:url'

const builder = (name: string): Promise<unknown> => import(pathToFileURL(`scripts/build/${name}.js`).href)
const { isBuilt, service } = (await builder('targets')) as { isBuilt(target: object): boolean; service: object }
if (!isBuilt(service)) await ((await builder('build')) as { build(target: object): Promise<void> }).build(service)

const built = (name: string): string => pathToFileURL(`dist/workers/${name}.js`).href

export const workerFile = (name: string): { filename: string } => ({ filename: built(name) })
export const workerScript = (name: string): string => `import(${JSON.stringify(built(name))})`
