/**
 * Sets the formulas of the optimizers: LaTeX of the catalogue as MathML, which browsers draw by themselves.
 * `npm run formulas` writes src/optimizers/formulas/mathml.json; a test compares.
 */
import { writeFile } from 'node:fs/promises'
import katex from 'katex'
import { optimizers } from '../src/optimizers/index.ts'
import { describeOptimizer } from '../src/services/optimizers/optimizer-page.ts'

/** MathML of each optimizer by name. */
export function formulas(): Record<string, string> {
  const set = optimizers.flatMap(({ name }) => {
    const latex = describeOptimizer(name).update?.latex
    if (latex === undefined) return []
    const html = katex.renderToString(latex, { output: 'mathml', displayMode: true, strict: false })
    return [[name, plainMath(/<math[\s\S]*<\/math>/.exec(html)?.[0] ?? '')] as const]
  })
  return Object.fromEntries(set)
}

/**
 * MathML Core, which is what browsers draw: KaTeX writes for its own style sheet as well, sets an empty column before each line, and spells
 * names of several letters, which a screen reader would then read letter by letter.
 * @see https://www.w3.org/TR/mathml-core/
 */
const plainMath = (math: string): string =>
  math
    .replace(/<annotation[\s\S]*?<\/annotation>|<\/?semantics>/g, '')
    .replace(/<mtable[^>]*>/, '<mtable displaystyle="true">')
    .replaceAll('<mtd><mstyle scriptlevel="0" displaystyle="true"><mrow></mrow></mstyle></mtd>', '')
    .replaceAll('<mstyle scriptlevel="0" displaystyle="true"><mrow><mrow></mrow>', '<mrow>')
    .replaceAll('</mrow></mstyle></mtd>', '</mrow></mtd>')
    .replace(
      /<mrow>((?:<m[in](?: mathvariant="normal")?>\w<\/m[in]>){2,})<\/mrow>/g,
      (_, letters: string) => `<mi>${letters.replace(/<[^>]*>/g, '')}</mi>`
    )
    .replaceAll('<mi mathvariant="normal">/</mi>', '<mo>/</mo>')
    // The policy of the page takes no attribute of style, and a browser needs none.
    .replace(/ style="[^"]*"/g, '')

export const formulasFile = new URL('../src/optimizers/formulas/mathml.json', import.meta.url)
export const formulasText = (): string => `${JSON.stringify(formulas(), null, 2)}\n`

if (process.argv[1]?.endsWith('formulas.ts')) await writeFile(formulasFile, formulasText())
