import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A folder of AssemblyScript, and the file of TypeScript that its bytes are written to. */
export interface AssemblySources {
  /** With `index.ts`, whose exports are those of the module. */
  readonly sources: URL
  /** The script that compiles it, and the constant that it exports. */
  readonly script: string
  readonly constant: string
}

/** SHA-256 of the sources: by it a test tells in no time whether they were compiled. */
export function digestOf(sources: URL): string {
  const digest = createHash('sha256')
  for (const name of readdirSync(sources).sort()) digest.update(`${name}\n`).update(readFileSync(new URL(name, sources)))
  return digest.digest('hex')
}

/** Compiles AssemblyScript to the text of a file that exports the bytes, so that the service carries a few kilobytes and not the compiler. */
export async function compiledAssembly({ sources, script, constant }: AssemblySources): Promise<string> {
  const { default: asc } = await import('assemblyscript/asc')
  let bytes: Uint8Array | undefined
  const options = [
    '--optimizeLevel',
    '3',
    '--converge',
    '--noAssert',
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--outFile',
    'compiled.wasm'
  ]
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', fileURLToPath(sources), ...options], {
    writeFile: (_name, contents) => {
      bytes = contents as Uint8Array
    }
  })
  if (error !== null || bytes === undefined) throw new Error(`${sources} was not compiled: ${stderr.toString()}`)
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,130}/g)!
    .map((line) => `  '${line}'`)
  const title = `/** \`assembly/\`, compiled by \`${script}\`; base64. The sources' SHA-256 is ${digestOf(sources)}. */`
  return `${title}\nexport const ${constant} =\n${lines.join(' +\n')}\n`
}
