import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Compiles the scanner of logs from AssemblyScript into `scanner-bytes.ts` beside it: so the service carries a few kilobytes, and neither the
 * compiler nor its time is needed to read. After a change: `npx tsx scripts/compile-scanner.ts`.
 */
const folder = new URL('../src/formats/logs/scanner/', import.meta.url)
const sources = new URL('assembly/', folder)

/** SHA-256 of the sources: by it a test tells in no time whether they were compiled. */
export function digestOfSources(): string {
  const digest = createHash('sha256')
  for (const name of readdirSync(sources).sort()) digest.update(`${name}\n`).update(readFileSync(new URL(name, sources)))
  return digest.digest('hex')
}

export async function compileScanner(): Promise<string> {
  const { default: asc } = await import('assemblyscript/asc')
  let bytes: Uint8Array | undefined
  const options = ['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'scanner.wasm']
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', fileURLToPath(sources), ...options], {
    writeFile: (_name, contents) => {
      bytes = contents as Uint8Array
    }
  })
  if (error !== null || bytes === undefined) throw new Error(`The scanner was not compiled: ${stderr.toString()}`)
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,130}/g)!
    .map((line) => `  '${line}'`)
  const title = `/** \`assembly/\`, compiled by \`scripts/compile-scanner.ts\`; base64. The sources' SHA-256 is ${digestOfSources()}. */`
  return `${title}\nexport const scannerBytes =\n${lines.join(' +\n')}\n`
}

export const compiledFile = new URL('scanner-bytes.ts', folder)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(compiledFile, await compileScanner())
