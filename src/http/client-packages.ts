import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'

/** A wheel or package of a client, as scripts/build/clients.js made it. */
export interface ClientPackage {
  readonly file: string
  /** As package indexes call it: of letters, digits and hyphens. */
  readonly project: string
  readonly type: string
  readonly bytes: number
  readonly sha256: string
}

/** The same folder from the sources and from what is built of them. */
export const clientsFolder = new URL('../../dist/clients/', import.meta.url)

const types: Readonly<Record<string, string>> = { '.whl': 'application/zip', '.tgz': 'application/gzip' }

/** What is known of a file, until it is another. */
const known = new Map<string, { readonly made: string; readonly sha256: string }>()

/** They are looked up anew each time: a build beside a running service may bring them. */
export function clientPackages(folder: URL): ClientPackage[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names.sort().flatMap((file) => {
    const type = types[file.slice(file.lastIndexOf('.'))]
    const project = /^([a-z_-]+?)-\d/.exec(file)?.[1]?.replaceAll('_', '-')
    const stats = statSync(new URL(file, folder), { throwIfNoEntry: false })
    if (type === undefined || project === undefined || stats === undefined || file.startsWith('.')) return []
    const made = `${stats.mtimeMs} ${stats.size}`
    const before = known.get(new URL(file, folder).href)
    const sha256 = before?.made === made ? before.sha256 : createHash('sha256').update(contentOf(file, folder)).digest('hex')
    known.set(new URL(file, folder).href, { made, sha256 })
    return [{ file, project, type, bytes: stats.size, sha256 }]
  })
}

/** Some MB, and seldom asked for: read when they are. */
export const contentOf = (file: string, folder: URL): Buffer => readFileSync(new URL(file, folder))
