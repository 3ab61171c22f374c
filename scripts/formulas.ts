/**
 * Sets the formulas of the optimizers for the page: LaTeX of the catalogue as MathML, which browsers draw by themselves.
 * `npm run formulas` writes web/optimizers/formulas.json; a test compares.
 */
import { writeFile } from 'node:fs/promises'
import katex from 'katex'
import { optimizers } from '../src/optimizers/index.ts'
import { describeOptimizer } from '../src/services/optimizers/optimizer-page.ts'

/** MathML of each optimizer by name. Attributes of style are left out: the policy of the page takes none, and a browser needs none. */
export function formulas(): Record<string, string> {
  const set = optimizers.flatMap(({ name }) => {
    const latex = describeOptimizer(name).update?.latex
    if (latex === undefined) return []
    const html = katex.renderToString(latex, { output: 'mathml', displayMode: true, strict: false })
    const math = /<math[\s\S]*<\/math>/.exec(html)?.[0] ?? ''
    return [[name, math.replace(/<annotation[\s\S]*?<\/annotation>/g, '').replace(/ style="[^"]*"/g, '')] as const]
  })
  return Object.fromEntries(set)
}

export const formulasFile = new URL('../web/optimizers/formulas.json', import.meta.url)
export const formulasText = (): string => `${JSON.stringify(formulas(), null, 2)}\n`

if (process.argv[1]?.endsWith('formulas.ts')) await writeFile(formulasFile, formulasText())
