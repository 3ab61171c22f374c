import { readFileSync } from 'node:fs'

export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
export const contributing = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8')
