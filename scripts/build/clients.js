// What the service gives its clients at /clients/: wheels for pip and a package for npm, in dist/clients.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { isBuilt, madeFrom, page, root, service, stampOf } from './targets.js'
import { wheelOf } from './wheel.js'
import { writeWhole } from './write-whole.js'

const place = join(root, 'dist', 'clients')

export const clients = {
  name: 'clients',
  inputs: [
    'clients/python/src',
    'clients/python/pyproject.toml',
    'clients/python/README.md',
    'clients/typescript',
    'scripts/build',
    'LICENSE'
  ]
}

/** Whether what lies there was made from the sources, and from dist/, as they are now. */
export const areClientsBuilt = () => isBuilt(service) && isBuilt(page) && read(stampOf(clients)) === stamp()

const stamp = () => [madeFrom(clients), ...[service, page].map((target) => read(stampOf(target)))].join(' ')
const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Builds them; dist/ must be built. Old ones go when the new are there.
 * @throws Error where the TypeScript client has mistakes
 */
export async function buildClients() {
  const from = stamp()
  const kept = []
  for (const make of [pythonWheel, commandWheel, typescriptPackage]) {
    const { file, bytes } = await make()
    writeWhole(join(place, file), bytes)
    kept.push(file)
  }
  for (const file of readdirSync(place)) if (!kept.includes(file)) rmSync(join(place, file), { force: true })
  writeWhole(stampOf(clients), from)
}

const text = (path) => readFileSync(join(root, path), 'utf8')

/** Files of a folder by their path in a package. Of caches, maps and types there is no use. */
function filesOf(folder, under, wanted = () => true) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/__pycache__|\.map$/.test(path) && wanted(path))
    .map((path) => [`${under}${relative(join(root, folder), path).replaceAll('\\', '/')}`, readFileSync(path)])
}

async function pythonProject() {
  const { parse } = await import('smol-toml')
  return parse(text('clients/python/pyproject.toml')).project
}

const versionOf = () => /__version__ = "(.*)"/.exec(text('clients/python/src/taper/version.py'))[1]

/** The Python client: the same files, and the same metadata, as `pip wheel clients/python` makes. */
async function pythonWheel() {
  const project = await pythonProject()
  const extras = Object.entries(project['optional-dependencies']).flatMap(([extra, needs]) => [
    `Provides-Extra: ${extra}`,
    ...needs.map((need) => {
      const [what, marker] = need.split(/\s*;\s*/)
      return `Requires-Dist: ${what}; ${marker === undefined ? '' : `(${marker}) and `}extra == '${extra}'`
    })
  ])
  const scripts = Object.entries(project.scripts).map(([name, target]) => `${name} = ${target}\n`)
  return await wheelOf(
    {
      name: project.name,
      version: versionOf(),
      metadata: [
        `Summary: ${project.description}`,
        `License-Expression: ${project.license}`,
        `Requires-Python: ${project['requires-python']}`,
        ...project.classifiers.map((one) => `Classifier: ${one}`),
        ...project.dependencies.map((need) => `Requires-Dist: ${need}`),
        ...extras
      ],
      description: text('clients/python/README.md'),
      info: { 'entry_points.txt': `[console_scripts]\n${scripts.join('')}` }
    },
    [...filesOf('clients/python/src/taper', 'taper/'), ...filesOf('clients/python/src/taper_client', 'taper_client/')]
  )
}

const aboutCommand = `# taper-lr-command

The command line and service of Taper in JavaScript, for the Python package \`taper-lr\`, which runs it by Node.js 20.19 or newer: \`taper.refine\`,
\`taper.compare\` and \`taper.forecast\` without a server, \`python -m taper refine log.csv\`, \`python -m taper serve\`. It has no Python of its own.
`

/** The command line and the service as they are built, with the packages that lie beside them. Licences of what is built in come along. */
async function commandWheel() {
  const under = 'taper_command/'
  const { 'requires-python': python, license } = await pythonProject()
  const parts = currentParts()
  const packages = [
    ...filesOf(
      'node_modules/piscina',
      `${under}node_modules/piscina/`,
      (path) => /(\.m?js|\/package\.json|LICENSE.*)$/.test(path) && !/\/(test|benchmark|examples|docs)\//.test(path)
    ),
    ...filesOf('node_modules/@fastify/swagger-ui/static', `${under}node_modules/@fastify/swagger-ui/static/`),
    ...['package.json', 'index.js', 'LICENSE'].map((name) => file(`node_modules/binaryen/${name}`, under)),
    ...['package.json', 'dist/sql-wasm.js', 'dist/sql-wasm.wasm', 'LICENSE'].map((name) => file(`node_modules/sql.js/${name}`, under))
  ]
  return await wheelOf(
    {
      name: 'taper-lr-command',
      version: versionOf(),
      metadata: [
        'Summary: The command line and service of Taper in JavaScript, for the Python package taper-lr.',
        `License-Expression: ${license}`,
        `Requires-Python: ${python}`
      ],
      description: aboutCommand
    },
    [
      [`${under}__init__.py`, '"""The command line of Taper in JavaScript: ``bin/taper.js``, for ``taper``."""\n'],
      ...['package.json', 'LICENSE', 'bin/taper.js', 'bin/package.json'].map((name) => file(name, under)),
      ...filesOf('prisma/migrations', `${under}prisma/migrations/`),
      ...filesOf('dist', `${under}dist/`, (path) => isServed(relative(join(root, 'dist'), path).replaceAll('\\', '/'), parts)),
      ...packages,
      ...licences(under)
    ]
  )
}

/** Of every package that dist/ has in it. */
function licences(under) {
  const { packages } = JSON.parse(text('node_modules/.package-lock.json'))
  return Object.entries(packages)
    .filter(([, { dev, optional, link }]) => !dev && !optional && !link)
    .flatMap(([path]) =>
      readdirSync(join(root, path))
        .filter((name) => /^licen[cs]e/i.test(name))
        .map((name) => [`${under}licences/${path.replace(/^node_modules\//, '')}/${name}`, readFileSync(join(root, path, name))])
    )
}

const file = (name, under) => [`${under}${name}`, readFileSync(join(root, name))]

/** Of dist/ the service alone: not what sets a checkout up, not these packages, not parts of an earlier build. */
function isServed(path, parts) {
  if (path.startsWith('.') || /^(scripts|clients|parts\/programs)\//.test(path)) return false
  return !path.startsWith('parts/service/') || parts.has(path)
}

/** The parts that what is built now imports, one through another. */
function currentParts() {
  const found = new Set()
  const dist = join(root, 'dist')
  const follow = (path) => {
    const code = readFileSync(join(dist, path), 'utf8')
    for (const [, name] of code.matchAll(/["'](?:\.{1,2}\/)*(?:parts\/service\/)?([\w.@-]+-[A-Z0-9]{8}\.js)["']/g)) {
      const part = `parts/service/${name}`
      if (found.has(part) || !readdirOnce().has(name)) continue
      found.add(part)
      follow(part)
    }
  }
  let names
  const readdirOnce = () => (names ??= new Set(readdirSync(join(dist, 'parts', 'service'))))
  for (const entry of service.entries) follow(entry.replace(/^src\//, '').replace(/\.ts$/, '.js'))
  return found
}

/** The TypeScript client as `npm pack` makes it. */
async function typescriptPackage() {
  const { pack } = await import('tar-stream')
  const built = mkdtempSync(join(tmpdir(), 'taper-clients-'))
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    await promisify(execFile)(process.execPath, [
      tsc,
      '-p',
      join(root, 'clients/typescript/tsconfig.json'),
      '--outDir',
      built,
      '--incremental',
      'false'
    ])
    const { scripts: _, ...described } = JSON.parse(text('clients/typescript/package.json'))
    const tar = pack()
    const add = (name, content) => tar.entry({ name: `package/${name}`, mode: 0o644, mtime: new Date('2000-01-01T00:00:00Z') }, content)
    add('package.json', `${JSON.stringify(described, null, 2)}\n`)
    add('README.md', text('clients/typescript/README.md'))
    add('LICENSE', text('LICENSE'))
    for (const name of readdirSync(built).sort()) add(`dist/${name}`, readFileSync(join(built, name)))
    tar.finalize()
    const stem = described.name.replace('@', '').replace('/', '-')
    return { file: `${stem}-${described.version}.tgz`, bytes: gzipSync(await buffer(tar), { level: 9 }) }
  } finally {
    rmSync(built, { recursive: true, force: true })
  }
}
