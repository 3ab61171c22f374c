import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { compiledAssembly, digestOf } from './compiled-assembly.ts'

/**
 * Compiles the writer of decimals from AssemblyScript into `writer-bytes.ts` beside it. After a change: `npx tsx scripts/compile-decimals.ts`.
 */
const folder = new URL('../src/formats/decimals/', import.meta.url)
const sources = new URL('assembly/', folder)

export const digestOfSources = (): string => digestOf(sources)

export const compiledFile = new URL('writer-bytes.ts', folder)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(compiledFile, await compiledAssembly({ sources, script: 'scripts/compile-decimals.ts', constant: 'writerBytes' }))
}
