import { readFileSync } from 'node:fs'
import { formulasLatex } from '../../formats/formula-latex.ts'
import { createReferenceEngine } from '../../kernels/reference/engine.ts'
import { optimizers } from '../../optimizers/index.ts'
import { startReplay } from '../../optimizers/parts/replay.ts'
import { docstringOf } from '../docstring.ts'
import { type CatalogueEntry, findOptimizer, leastHyperparameters } from './optimizer-catalogue.ts'

/** What there is to read of an optimizer besides its entry in the catalogue. */
export interface OptimizerPage extends CatalogueEntry {
  /** What it does, in the symbols of the paper, as written above its code; null where the comments were taken out. */
  readonly update: { readonly text: string; readonly latex: string; readonly mathml: string } | null
  /** What each step reports. */
  readonly diagnostics: readonly string[]
}

/** @throws Problem `optimizer-not-found` */
export const describeOptimizer = (name: string): OptimizerPage => {
  const entry = findOptimizer(name)
  const text = docstringOf('optimizers', name)
  return {
    ...entry,
    update: text === null ? null : { text, latex: latexOf(text, entry), mathml: mathOf(name) },
    diagnostics: diagnosticsOf(name)
  }
}

/** The formulas of a docstring, which are its indented lines. */
function latexOf(text: string, { hyperparameters }: CatalogueEntry): string {
  const { properties } = hyperparameters as { properties: Readonly<Record<string, unknown>> }
  const lines = text.split('\n').filter((line) => line.startsWith('    '))
  return formulasLatex(lines, Object.keys(properties))
}

let math: Readonly<Record<string, string>> | undefined

/** As scripts/formulas.ts has set it. */
function mathOf(name: string): string {
  math ??= JSON.parse(readFileSync(new URL('../../optimizers/formulas/mathml.json', import.meta.url), 'utf8')) as Record<string, string>
  return math[name] ?? ''
}

/** Found by a step, because a method need not say them beforehand. */
function diagnosticsOf(name: string): readonly string[] {
  const optimizer = optimizers.find((known) => known.name === name)!
  const one = (value: number) => new Map([['x', { shape: [1], values: Float64Array.of(value) }]])
  const replay = startReplay(createReferenceEngine(), optimizer, {
    parameters: one(1),
    hyperparameters: leastHyperparameters(optimizer),
    precision: 'float64'
  })
  try {
    return Object.keys(replay.step({ gradients: one(1), loss: 1, sampleIndex: 0 }))
  } finally {
    replay.close()
  }
}
