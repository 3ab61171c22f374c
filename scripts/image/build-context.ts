import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import dockerignore from '@balena/dockerignore'

// Its types describe an ES module with a default export; what it ships is CommonJS, whose default import is the function itself.
const ignore = dockerignore as unknown as typeof dockerignore.default

/** What never belongs in an image, and is too much to walk through. */
const never = ['node_modules', '.git', 'dist', '.taper']

/** The files that `docker build` would send, relative to the root, after .dockerignore. */
export function buildContext(root: string): string[] {
  const rules = path.join(root, '.dockerignore')
  const sent = ignore().add(existsSync(rules) ? readFileSync(rules, 'utf8') : '')
  const files: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name)
      if (folder === '.' && never.includes(entry.name)) {
        if (!sent.ignores(`${entry.name}/x`)) throw new Error(`.dockerignore sends ${entry.name} to the image`)
      } else if (entry.isDirectory()) walk(name)
      else if (!sent.ignores(name)) files.push(name)
    }
  }
  walk('.')
  return files
}
