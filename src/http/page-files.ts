import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { ContentCoding } from './media-types.ts'

/** A file of the page, in each coding that it was built in. */
export interface PageFile {
  readonly type: string
  readonly bytes: Readonly<Record<ContentCoding, Buffer>>
}

/** The page as scripts/build/page.js made it: a document, and files that have their content in their name. */
export interface PageFiles {
  readonly document: string
  readonly files: ReadonlyMap<string, PageFile>
}

/** The same folder from the sources and from what is built of them. */
const folder = new URL('../../dist/web/', import.meta.url)

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json'
}

const unbuilt: PageFiles = {
  document: '<!doctype html><title>Taper</title><p>The page is not built: run <code>npm run build</code>. <a href="docs">All calls</a>',
  files: new Map()
}

/** Reads the page, some hundred kB, once. A service that runs without a build serves its calls all the same. */
export function readPageFiles(): PageFiles {
  const assets = new URL('assets/', folder)
  if (!existsSync(new URL('index.html', folder))) return unbuilt
  const read = (name: string) => readFileSync(new URL(name, assets))
  const names = readdirSync(assets).filter((name) => types[extname(name)] !== undefined)
  const fileOf = (name: string): PageFile => ({
    type: types[extname(name)] as string,
    bytes: { identity: read(name), gzip: read(`${name}.gz`), br: read(`${name}.br`) }
  })
  return {
    document: readFileSync(new URL('index.html', folder), 'utf8'),
    files: new Map(names.map((name) => [name, fileOf(name)]))
  }
}

/**
 * What the page may load: what this service serves, and pictures that are in the page itself. Styles of elements are set by script, which
 * needs no leave; nothing is framed, and no form goes anywhere.
 * @see https://www.w3.org/TR/CSP3/
 */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
