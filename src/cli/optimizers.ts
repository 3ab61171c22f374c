import { Command } from 'commander'
import { Problem } from '../domain/problems.ts'
import { type CatalogueEntry, listOptimizers } from '../services/optimizers/optimizer-catalogue.ts'
import { describeOptimizer, type OptimizerPage } from '../services/optimizers/optimizer-page.ts'
import { UsageError } from './failures.ts'
import { type ParametersSchema, parameterRows } from './parameter-table.ts'
import { aligned, indented } from './table.ts'

/** `taper optimizers`: the catalogue, and the page of one method. */
export const optimizersCommand = (): Command =>
  new Command('optimizers')
    .argument('[name]', 'name of an optimizer')
    .option('--json', 'write JSON, like GET /v1/optimizers')
    .addHelpText('after', '\nExamples:\n  taper optimizers\n  taper optimizers prodigy')
    .action((name: string | undefined, { json }: { json?: boolean }) => {
      const found = name === undefined ? listOptimizers() : oneNamed(name)
      process.stdout.write(json ? indented(found) : 'length' in found ? table(found) : page(found))
    })

function oneNamed(name: string): OptimizerPage {
  try {
    return describeOptimizer(name)
  } catch (error) {
    if (error instanceof Problem) throw new UsageError(`${error.detail} \`taper optimizers\` lists them all.`)
    throw error
  }
}

function table(entries: readonly CatalogueEntry[]): string {
  const rows = entries.map(({ name, title, paper, needs, defaultLearningRate }) => [
    name,
    title,
    paper === null ? '' : `arXiv:${paper}`,
    defaultLearningRate === null ? 'of its base' : String(defaultLearningRate),
    needs.join(', ')
  ])
  return aligned([['NAME', 'TITLE', 'PAPER', 'LEARNING RATE', 'NEEDS'], ...rows])
}

function page(method: OptimizerPage): string {
  const { name, title, source, needs, state, hyperparameters, defaultLearningRate, experimental, update, diagnostics } = method
  const { authors, title: paper, year, arxiv, venue, algorithm, code } = source
  const place = [arxiv && `arXiv:${arxiv}`, venue, algorithm].filter(Boolean).join(', ')
  const rows = parameterRows(hyperparameters as ParametersSchema)
  const sections = [
    `${title} (${name})${experimental ? ', experimental' : ''}`,
    `${authors}, ${paper}, ${year}${place === '' ? '' : `, ${place}`}.${code === undefined ? '' : `\nOfficial code: ${code}.`}`,
    ...(update === null ? [] : [update.text]),
    `Learning rate: ${defaultLearningRate ?? 'that of the base optimizer'}, unless a step sets one.` +
      (needs.length === 0 ? '' : `\nEach step needs: ${needs.join(', ')}.`),
    `Hyperparameters\n${rows.length === 0 ? '  none' : aligned(rows, '  ')}`.trimEnd(),
    `State\n${aligned(
      state.map(({ slot, kind, shape }) => [slot, kind, shape]),
      '  '
    )}`.trimEnd(),
    `Diagnostics of each step: ${diagnostics.join(', ')}.`
  ]
  return `${sections.join('\n\n')}\n`
}
