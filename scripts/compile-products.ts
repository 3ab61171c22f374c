import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import binaryen from 'binaryen'

/**
 * Compiles the evaluation's loop over products by binaryen into `products-bytes.ts` beside its text, so that no training waits for a compiler.
 * After a change: `npx tsx scripts/compile-products.ts`.
 */
const folder = new URL('../evaluation/networks/', import.meta.url)

export function compileProducts(): string {
  const module = binaryen.parseText(readFileSync(new URL('products.wat', folder), 'utf8'))
  try {
    module.setFeatures(binaryen.Features.SIMD128)
    if (!module.validate()) throw new Error('products.wat is not valid')
    binaryen.setOptimizeLevel(3)
    module.optimize()
    const base64 = Buffer.from(module.emitBinary()).toString('base64')
    const lines = base64.match(/.{1,130}/g)!.map((line) => `  '${line}'`)
    return `/** \`products.wat\`, compiled by \`scripts/compile-products.ts\`; base64. */\nexport const productsBytes =\n${lines.join(' +\n')}\n`
  } finally {
    module.dispose()
  }
}

export const compiledFile = new URL('products-bytes.ts', folder)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(compiledFile, compileProducts())
