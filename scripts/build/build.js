// JavaScript from the sources, by esbuild: what Node 20 can read, in few files. Types are checked elsewhere (`npm run types`).
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { buildPage } from './page.js'
import { madeFrom, page, root, stampOf } from './targets.js'
import { writeWhole } from './write-whole.js'

/** At the beginning of each file: packages in CommonJS ask for `require`, and sources for where they are. */
const banner = `import { createRequire as taperCreateRequire } from 'node:module'
import { fileURLToPath as taperPathOf } from 'node:url'
const require = taperCreateRequire(import.meta.url)
const taperRoot = import.meta.url.slice(0, import.meta.url.lastIndexOf('/dist/') + 1)`

/**
 * Code of many files lies in one. Each is still told where it would lie by itself, so that what is beside it (migrations, workers, the
 * files of the page for the API) is found by the same path as from the sources.
 */
const ownPlaces = ({ base }) => ({
  name: 'own-places',
  setup({ onLoad }) {
    const readWith = (filter, read) =>
      onLoad({ filter }, ({ path }) => read(readFileSync(path, 'utf8'), relative(root, path).replaceAll('\\', '/')))
    readWith(/\.ts$/, (text, path) => {
      const place = `${base}${path.slice(base === '' ? 0 : 'src/'.length)}`.replace(/\.ts$/, '.js')
      const url = `new URL(${JSON.stringify(place)}, taperRoot).href`
      return text.includes('import.meta.url') ? { contents: text.replaceAll('import.meta.url', url), loader: 'ts' } : undefined
    })
    readWith(/@fastify[\\/]swagger-ui[\\/].*\.js$/, (text, path) => {
      const folder = `taperPathOf(new URL(${JSON.stringify(dirname(path))}, taperRoot))`
      return { contents: text.replaceAll('__dirname', folder), loader: 'js' }
    })
  }
})

/**
 * Builds a target, and says so in a stamp. Several processes may do so at once: each file appears whole, entries after what they import.
 * @throws Error where a source cannot be read, or dist/ not be written
 */
export const build = (target) => (target === page ? buildPage(target) : buildPrograms(target))

async function buildPrograms(target) {
  const from = madeFrom(target)
  const { build: bundle } = await import('esbuild')
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: target.entries,
    outbase: target.base === '' ? '.' : 'src',
    outdir: 'dist',
    chunkNames: `parts/${target.name}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    ...target.packages,
    banner: { js: banner },
    plugins: [ownPlaces(target)],
    legalComments: 'none',
    logLevel: 'silent',
    write: false
  })
  const isPart = ({ path }) => dirname(path) === partsOf(target)
  for (const { path, contents } of outputFiles.filter(isPart)) writeWhole(path, contents)
  for (const { path, contents } of outputFiles.filter((file) => !isPart(file))) writeWhole(path, contents)
  for (const room of target.docstrings) copyDocstrings(room)
  for (const folder of target.data) copyData(folder)
  forgetParts(target)
  writeWhole(stampOf(target), from)
}

const partsOf = ({ name }) => join(root, 'dist', 'parts', name)

/** Files that the service gives as they are: see golden-runs.ts and optimizer-page.ts of src/services/optimizers. */
function copyData(folder) {
  for (const name of readdirSync(join(root, 'src', folder))) {
    writeWhole(join(root, 'dist', folder, name), readFileSync(join(root, 'src', folder, name)))
  }
}

/** Comments do not survive a build, and the catalogue shows those of the methods: see src/services/docstring.ts. */
function copyDocstrings(room) {
  for (const entry of readdirSync(join(root, 'src', room), { withFileTypes: true })) {
    if (entry.isFile()) writeWhole(join(root, 'dist', room, entry.name), readFileSync(join(root, 'src', room, entry.name)))
  }
}

const millisecondsOfADay = 24 * 60 * 60 * 1000

/** Parts have their content in their name. A service that was started before this build may yet load those of its own. */
function forgetParts(target) {
  for (const name of readdirSync(partsOf(target))) {
    const path = join(partsOf(target), name)
    // What another build is about to rename may be gone by now.
    const found = statSync(path, { throwIfNoEntry: false })
    if (found !== undefined && Date.now() - found.mtimeMs > millisecondsOfADay) rmSync(path, { force: true })
  }
}
