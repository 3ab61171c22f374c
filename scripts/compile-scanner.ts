import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { compiledAssembly, digestOf } from './compiled-assembly.ts'

/**
 * Compiles the scanner of logs from AssemblyScript into `scanner-bytes.ts` beside it. After a change: `npx tsx scripts/compile-scanner.ts`.
 */
const folder = new URL('../src/formats/logs/scanner/', import.meta.url)
const sources = new URL('assembly/', folder)

export const digestOfSources = (): string => digestOf(sources)

export const compileScanner = (): Promise<string> =>
  compiledAssembly({ sources, script: 'scripts/compile-scanner.ts', constant: 'scannerBytes' })

export const compiledFile = new URL('scanner-bytes.ts', folder)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(compiledFile, await compileScanner())
