import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { variablesTable } from '../../../scripts/readme-tables.ts'
import { ConfigSchema, readVariables, variablesOf } from '../../../src/config.ts'
import { missingOfVariable } from '../../support/missing-pieces.ts'

const schema = Type.Object({
  ...ConfigSchema.properties,
  TAPER_DUMMY: Type.Integer({ default: 3, minimum: 1, maximum: 9, allowed: 'an integer from 1 to 9', purpose: 'nothing at all' })
})

test('a variable of the list is read and checked, and has its row in the README', () => {
  expect(readVariables(schema, {}).TAPER_DUMMY).toBe(3)
  expect(readVariables(schema, { TAPER_DUMMY: '7' }).TAPER_DUMMY).toBe(7)
  expect(() => readVariables(schema, { TAPER_DUMMY: '70' })).toThrow('TAPER_DUMMY is "70"; allowed: an integer from 1 to 9')
  expect(variablesTable(variablesOf(schema))).toContain('| `TAPER_DUMMY` | `3` | nothing at all |')
})

test('every variable says what is allowed and what it is for, and one that does not is noticed', () => {
  for (const one of Object.entries(variablesOf(ConfigSchema))) expect([one[0], missingOfVariable(one)]).toEqual([one[0], []])
  expect(missingOfVariable(['TAPER_DUMMY', { type: 'string' }])).toEqual(['allowed', 'purpose'])
})
