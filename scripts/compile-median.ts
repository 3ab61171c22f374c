import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import binaryen from 'binaryen'

/**
 * Compiles the sliding median's WebAssembly text by binaryen into `sliding-median-bytes.ts` beside it: so the service carries a few
 * hundred bytes, and neither the compiler nor its time is needed to refine. After a change: `npx tsx scripts/compile-median.ts`.
 */
const folder = new URL('../src/kernels/median/', import.meta.url)

export function compileMedian(): string {
  const module = binaryen.parseText(readFileSync(new URL('sliding-median.wat', folder), 'utf8'))
  try {
    if (!module.validate()) throw new Error('sliding-median.wat is not valid')
    binaryen.setOptimizeLevel(3)
    module.optimize()
    const base64 = Buffer.from(module.emitBinary()).toString('base64')
    const lines = base64.match(/.{1,130}/g)!.map((line) => `  '${line}'`)
    return `/** \`sliding-median.wat\`, compiled by \`scripts/compile-median.ts\`; base64. */\nexport const slidingMedianBytes =\n${lines.join(' +\n')}\n`
  } finally {
    module.dispose()
  }
}

export const compiledFile = new URL('sliding-median-bytes.ts', folder)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(compiledFile, compileMedian())
