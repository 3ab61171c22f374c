// tsx would transform the 15 MB of binaryen, which is JavaScript already, at each start: that takes seconds and half a gigabyte.
// Hooks that are registered later are asked first, so this comes after tsx.
import { register } from 'node:module'

const hooks = `
import { readFile } from 'node:fs/promises'
export async function load(url, context, next) {
  if (!url.includes('/node_modules/binaryen/')) return next(url, context)
  return { format: 'module', source: await readFile(new URL(url.split('?')[0])), shortCircuit: true }
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
