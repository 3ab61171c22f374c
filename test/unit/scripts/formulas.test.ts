import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formulas, formulasFile, formulasText } from '../../../scripts/formulas.ts'
import { optimizers } from '../../../src/optimizers/index.ts'

describe('formulas in MathML', () => {
  it('are those of the optimizers as they are now (npm run formulas)', () => {
    expect(readFileSync(formulasFile, 'utf8') === formulasText()).toBe(true)
  })

  it('are there for every optimizer, without what the policy of the page refuses, and with whole names', () => {
    const set = formulas()
    expect(Object.keys(set).sort()).toEqual(optimizers.map(({ name }) => name).sort())
    for (const [name, math] of Object.entries(set)) {
      expect([
        name,
        math.startsWith('<math '),
        / style=|<script|ParseError|merror|(<mi mathvariant="normal">[a-z]<\/mi>){2}/.test(math)
      ]).toEqual([name, true, false])
    }
  })
})
