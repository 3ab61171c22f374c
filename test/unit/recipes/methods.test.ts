import { expect, test } from 'vitest'
import { rulesTable, withTables } from '../../../scripts/readme-tables.ts'
import { optimizers } from '../../../src/optimizers/index.ts'
import { scheduleRules } from '../../../src/schedules/index.ts'
import { optimizerEntries } from '../../../src/services/optimizers/optimizer-catalogue.ts'
import { ruleEntries } from '../../../src/services/schedules/schedule-rule-catalogue.ts'
import { readme } from '../../support/documents.ts'
import { missingOfOptimizer, missingOfRule } from '../../support/missing-pieces.ts'

const [optimizer] = optimizers
const [rule] = scheduleRules
const dummyOptimizer = { ...optimizer!, name: 'dummy-method' }
const dummyRule = { ...rule!, name: 'dummy-rule', first: 'one', last: 'nothing' }

test('an optimizer of the list is in the catalogue', () => {
  expect(optimizerEntries([...optimizers, dummyOptimizer]).map(({ name }) => name)).toEqual([
    ...optimizers.map(({ name }) => name),
    'dummy-method'
  ])
})

test('every optimizer has its source and its descriptions, and one without is noticed', () => {
  for (const one of optimizers) expect([one.name, missingOfOptimizer(one)]).toEqual([one.name, []])
  const { arxiv: _, venue: __, ...source } = optimizer!.source
  expect(missingOfOptimizer({ ...dummyOptimizer, source })).toEqual(['source'])
})

test('a rule of the list is in the catalogue and has its row in the README', () => {
  expect(ruleEntries([...scheduleRules, dummyRule]).map(({ name }) => name)).toEqual([
    ...scheduleRules.map(({ name }) => name),
    'dummy-rule',
    'refined'
  ])
  expect(rulesTable([...scheduleRules, dummyRule])).toMatch(/^\| `dummy-rule` \| .* \| one \| nothing \|$/m)
})

test('every rule says its ends and its source, and one that does not is noticed', () => {
  for (const one of scheduleRules) expect([one.name, missingOfRule(one)]).toEqual([one.name, []])
  expect(missingOfRule({ ...dummyRule, last: '', offByOne: '' })).toEqual(['last', 'offByOne'])
})

test('the README has what the registries say, and a missing row is noticed', () => {
  expect(withTables(readme)).toBe(readme)
  const row = /^\| `cosine` .*\n/m
  expect(readme).toMatch(row)
  expect(withTables(readme.replace(row, ''))).toBe(readme)
  expect(() => withTables(readme.replace('<!-- rules:', '<!-- '))).toThrow('rules')
})
