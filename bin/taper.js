#!/usr/bin/env node
// Runs what is built where it is newer than the sources, else the sources themselves, which Node 20 cannot read without tsx.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/cli/main.js', import.meta.url)
const sources = new URL('../src/', import.meta.url)

function isBuilt() {
  if (!existsSync(built)) return false
  if (!existsSync(sources)) return true
  const builtAt = statSync(built).mtimeMs
  const root = fileURLToPath(sources)
  return readdirSync(root, { recursive: true }).every((name) => statSync(`${root}/${name}`).mtimeMs <= builtAt)
}

if (isBuilt()) {
  await import(built.href)
} else {
  const { register } = await import('tsx/esm/api').catch(() => {
    console.error('taper: dist/ is not built, and tsx is not installed. Run `npm ci`, or `npm run build`.')
    process.exit(1)
  })
  register()
  await import('../src/cli/main.ts')
}
