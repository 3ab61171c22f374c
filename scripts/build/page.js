// The page in web/, by esbuild: a script and a style sheet that have their content in their name, and the document that asks for them.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { chartLibrary } from './chart-library.js'
import { madeFrom, root, stampOf } from './targets.js'
import { writeWhole } from './write-whole.js'

/** @throws Error where a source cannot be read, or dist/ not be written */
export async function buildPage(target) {
  const from = madeFrom(target)
  const assets = join(root, 'dist/web/assets')
  mkdirSync(assets, { recursive: true })
  const before = readdirSync(assets)
  const { script, style } = await bundle()
  const [scriptName, styleName] = [nameOf(script, 'js'), nameOf(style, 'css')]
  await writeFile(join(assets, scriptName), script)
  await writeFile(join(assets, styleName), style)
  const document = readFileSync(join(root, 'web/index.html'), 'utf8').replace('{{style}}', styleName).replace('{{script}}', scriptName)
  writeWhole(join(root, 'dist/web/index.html'), document)
  // A service holds what it serves in memory, so nobody asks for the files of an earlier build.
  const now = [scriptName, styleName]
  for (const name of before) if (!now.includes(name.replace(/\.(gz|br)$/, ''))) rmSync(join(assets, name), { force: true })
  writeWhole(stampOf(target), from)
}

async function bundle() {
  const { build } = await import('esbuild')
  const { minify } = await import('terser')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['web/main.tsx'],
    outdir: 'dist/web/assets',
    bundle: true,
    minify: true,
    // Names of libraries for themselves: no answer of the service and no browser has one that begins so.
    mangleProps: /^_/,
    plugins: [chartLibrary],
    format: 'esm',
    platform: 'browser',
    // What has light-dark() in its style sheets.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // Elements as calls of h, which takes less than objects that name their children.
    tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
    inject: [join(root, 'node_modules/preact/dist/preact.mjs')],
    legalComments: 'none',
    logLevel: 'silent',
    write: false
  })
  const textOf = (extension) => outputFiles.find(({ path }) => path.endsWith(extension)).text
  // esbuild looks at a file at a time; what it leaves is a twentieth more than needs be.
  const { code } = await minify(textOf('.js'), { module: true, ecma: 2022, compress: { passes: 3 } })
  return { script: code, style: textOf('.css') }
}

const nameOf = (text, extension) => `main-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.${extension}`

/** Writes a file in each coding that it is served in. Zopfli's gzip is a thirtieth smaller than zlib's. */
async function writeFile(path, text) {
  const { gzipAsync } = await import('@gfx/zopfli')
  writeWhole(path, text)
  writeWhole(`${path}.gz`, await gzipAsync(Buffer.from(text), { numiterations: 15 }))
  writeWhole(`${path}.br`, brotliCompressSync(text))
}
