import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { formulaLatex } from '../../../src/formats/formula-latex.ts'
import { optimizers } from '../../../src/optimizers/index.ts'
import { describeOptimizer } from '../../../src/services/optimizers/optimizer-page.ts'

describe('a formula in Unicode, as LaTeX', () => {
  test.each([
    ['x ← x − γλx', 'x \\leftarrow x - \\gamma\\lambda x'],
    ['v ← β₂v + (1 − β₂)g²', 'v \\leftarrow \\beta_{2}v + (1 - \\beta_{2})g^{2}'],
    ['√(1 − β₂ᵗ)/(√v + ε)', '\\sqrt{1 - \\beta_{2}^{t}}/(\\sqrt{v} + \\varepsilon)'],
    ['∛(k + 1)·z', '\\sqrt[3]{k + 1}\\cdot z'],
    ['d̂ = r/‖s‖₁', '\\hat{d} = r/\\|s\\|_{1}'],
    ['τ − ᾱ', '\\tau - \\bar{\\alpha}'],
    ['(f + ⟨g, x⟩)₊/‖u‖_F', '(f + \\langle g, x\\rangle)_{+}/\\|u\\|_{F}'],
    ['(k + 1)ʳ·L^weightLrPower', '(k + 1)^{r}\\cdot L^{\\mathrm{weightLrPower}}'],
    ['max(γ, rows/columns)', '\\max(\\gamma, \\mathrm{rows}/\\mathrm{columns})'],
    ['x ← cz,   then the plain g', 'x \\leftarrow c z,\\quad \\text{then the plain }g'],
    ['γ_max·f*', '\\gamma_{\\mathrm{max}}\\cdot f^{*}']
  ])('%s', (formula, latex) => {
    expect(formulaLatex(formula, ['weightLrPower'])).toBe(latex)
  })
})

test.each(optimizers.map(({ name }) => name))(
  '%s: its update is LaTeX that KaTeX takes, and has every parameter that the text has',
  (name) => {
    const { update, hyperparameters } = describeOptimizer(name)
    const { text, latex } = update!
    expect(() => katex.renderToString(latex, { displayMode: true, strict: 'error', throwOnError: true })).not.toThrow()
    const formulas = text.split('\n').filter((line) => line.startsWith('    '))
    expect(latex.split('\\\\\n')).toHaveLength(formulas.length)
    for (const parameter of Object.keys((hyperparameters as { properties: object }).properties)) {
      if (parameter.length > 1 && new RegExp(`\\b${parameter}\\b`).test(formulas.join('\n'))) expect(latex).toContain(parameter)
    }
  }
)
