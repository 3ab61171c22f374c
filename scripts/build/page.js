// The page in web/, by esbuild: a script and a style sheet that have their content in their name, and the document that asks for them.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { madeFrom, root, stampOf } from './targets.js'
import { writeWhole } from './write-whole.js'

/** @throws Error where a source cannot be read, or dist/ not be written */
export async function buildPage(target) {
  const from = madeFrom(target)
  const { build } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: ['web/main.tsx'],
    outdir: 'dist/web/assets',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    // A view comes when it is first looked at.
    splitting: true,
    assetNames: '[name]-[hash]',
    // What a view asks for when it is looked at.
    loader: { '.json': 'file' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    // What has light-dark() in its style sheets.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    tsconfig: join(root, 'web/tsconfig.json'),
    legalComments: 'none',
    logLevel: 'silent',
    write: false
  })
  const assets = join(root, 'dist/web/assets')
  mkdirSync(assets, { recursive: true })
  const before = readdirSync(assets)
  const named = (extension) => outputFiles.find(({ path }) => basename(path).startsWith('main-') && extname(path) === extension)
  requireStyles(metafile, relative(root, named('.css').path))
  const served = outputFiles.filter(({ path }) => extname(path) !== '.css' || path === named('.css').path)
  for (const { path, contents } of served) {
    writeWhole(path, contents)
    writeWhole(`${path}.gz`, gzipSync(contents, { level: 9 }))
    writeWhole(`${path}.br`, brotliCompressSync(contents))
  }
  const document = readFileSync(join(root, 'web/index.html'), 'utf8')
    .replace('{{style}}', basename(named('.css').path))
    .replace('{{script}}', basename(named('.js').path))
    .replace('{{parts}}', [...importedBy(metafile, relative(root, named('.js').path))].map(preload).join('\n'))
  writeWhole(join(root, 'dist/web/index.html'), document)
  // A service holds what it serves in memory, so nobody asks for the files of an earlier build.
  const now = new Set(served.map(({ path }) => basename(path)))
  for (const name of before) if (!now.has(name.replace(/\.(gz|br)$/, ''))) rmSync(join(assets, name), { force: true })
  writeWhole(stampOf(target), from)
}

/** A part of the script is asked for with it, and not after it was read. */
const preload = (path) => `<link rel="modulepreload" href="assets/${basename(path)}">`

/** What a script imports at once, and what that imports. */
function importedBy({ outputs }, path, found = new Set()) {
  for (const { path: imported, kind } of outputs[path].imports) {
    if (kind !== 'import-statement' || found.has(imported)) continue
    found.add(imported)
    importedBy({ outputs }, imported, found)
  }
  return found
}

/** A view that comes later brings no style: the page's own sheet has all of them. @throws Error where it has not */
function requireStyles({ outputs }, own) {
  const known = new Set(Object.keys(outputs[own].inputs))
  for (const [path, { inputs }] of Object.entries(outputs)) {
    const missing = extname(path) === '.css' ? Object.keys(inputs).filter((input) => !known.has(input)) : []
    if (missing.length > 0) throw new Error(`web/app.tsx must import ${missing.join(', ')}: a view that comes later brings no style.`)
  }
}
