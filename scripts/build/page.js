// The page in web/, by esbuild: a script and a style sheet that have their content in their name, and the document that asks for them.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { madeFrom, root, stampOf } from './targets.js'
import { writeWhole } from './write-whole.js'

/** @throws Error where a source cannot be read, or dist/ not be written */
export async function buildPage(target) {
  const from = madeFrom(target)
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['web/main.tsx'],
    outdir: 'dist/web/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: 'assets',
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
  for (const { path, contents } of outputFiles) {
    writeWhole(path, contents)
    writeWhole(`${path}.gz`, gzipSync(contents, { level: 9 }))
    writeWhole(`${path}.br`, brotliCompressSync(contents))
  }
  const named = (extension) => basename(outputFiles.find(({ path }) => extname(path) === extension).path)
  const document = readFileSync(join(root, 'web/index.html'), 'utf8')
    .replace('{{style}}', named('.css'))
    .replace('{{script}}', named('.js'))
  writeWhole(join(root, 'dist/web/index.html'), document)
  // A service holds what it serves in memory, so nobody asks for the files of an earlier build.
  const now = new Set(outputFiles.map(({ path }) => basename(path)))
  for (const name of before) if (!now.has(name.replace(/\.(gz|br)$/, ''))) rmSync(join(assets, name), { force: true })
  writeWhole(stampOf(target), from)
}
