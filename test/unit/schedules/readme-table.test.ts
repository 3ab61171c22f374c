import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rulesTable } from '../../../scripts/rules-table.ts'

test('the table of rules in the README is that of the registry', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`\n\n${rulesTable()}\n\n`)
})
