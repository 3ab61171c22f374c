import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contributing } from '../../support/documents.ts'

const kinds = [
  ...['optimizer', 'schedule rule', 'export target', 'log format', 'warning', 'configuration variable'],
  ...['endpoint', 'problem', 'command', 'integration']
]

/** The paths that the page names. What stands for a name ends them. */
const paths = [...contributing.matchAll(/`((?:src|test|scripts|clients|prisma|openapi)\/[^`\s]*)`/g)].map(([, path]) =>
  path!.replace(/\/?[^/]*<.*$/, '')
)

test.each(kinds)('CONTRIBUTING has a recipe for each kind of thing: %s', (kind) => {
  expect(contributing).toMatch(new RegExp(`^\\*\\*To add an? ${kind}\\*\\*`, 'm'))
})

test('every recipe says which file and which line', () => {
  const recipes = contributing.split(/^\*\*To add an? /m).slice(1)
  for (const kind of kinds) {
    const recipe = recipes.find((text) => text.startsWith(`${kind}**`))?.split(/^(?:\*\*|## )/m)[0] ?? ''
    expect([kind, /\bLine\b|\bline\b/.test(recipe), /`(?:src|clients)\//.test(recipe)]).toEqual([kind, true, true])
  }
})

test('every path that CONTRIBUTING names is there', () => {
  expect(paths.length).toBeGreaterThan(30)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test('every command that CONTRIBUTING names is a script of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = [...contributing.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!)
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
})
