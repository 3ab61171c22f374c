import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { optimizers } from '../../../src/optimizers/index.ts'
import { resolveHyperparameters } from '../../../src/optimizers/parts/resolve-hyperparameters.ts'
import { requiredHyperparameters } from '../../support/convex-problem.ts'

test('the registry holds every file of the folder, each under one name', () => {
  const files = readdirSync(new URL('../../../src/optimizers/', import.meta.url)).filter(
    (file) => file.endsWith('.ts') && file !== 'index.ts'
  )
  expect(optimizers.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort())
})

describe.each(optimizers)('$name', (optimizer) => {
  const file = readFileSync(new URL(`../../../src/optimizers/${optimizer.name}.ts`, import.meta.url), 'utf8')
  /** The comment above what the file exports under the optimizer's name. */
  const docstring = file
    .slice(0, file.indexOf(`name: '${optimizer.name}'`))
    .split('/**')
    .at(-1)!

  test('has a file of its own, whose docstring has the update and its source', () => {
    expect(docstring).toContain('@see')
    expect(docstring).toMatch(/\n \* {5}\S/)
    const { arxiv, venue } = optimizer.source
    expect(arxiv ?? venue).toBeDefined()
    expect(file).toContain(arxiv === undefined ? venue : `arXiv:${arxiv}`)
    expect(file).toContain(String(optimizer.source.year))
  })

  test('says of each hyperparameter what it is, in one sentence, and has a default that fits its own range', () => {
    for (const [name, schema] of Object.entries(optimizer.hyperparameters.properties)) {
      const { description, default: value } = schema as { description?: string; default?: unknown }
      expect(description, name).toMatch(/^.{10,}\.$/)
      expect(value !== undefined || name in requiredHyperparameters(optimizer), name).toBe(true)
    }
    expect(() => resolveHyperparameters(optimizer, requiredHyperparameters(optimizer))).not.toThrow()
  })

  test('describes its state before any step is taken', () => {
    const slots = optimizer.state(resolveHyperparameters(optimizer, requiredHyperparameters(optimizer)))
    for (const [name, { shape }] of Object.entries(slots)) {
      expect(name).toMatch(/^[a-zA-Z0-9]+$/)
      expect(shape.length).toBeGreaterThan(0)
    }
  })
})
