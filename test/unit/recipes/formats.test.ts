import { expect, test } from 'vitest'
import { targetList } from '../../../scripts/readme-tables.ts'
import { inputOption } from '../../../src/cli/read-log-file.ts'
import { exportTargets, findExportTarget } from '../../../src/formats/exports/index.ts'
import { pytorch } from '../../../src/formats/exports/pytorch.ts'
import { safetensors } from '../../../src/formats/exports/safetensors.ts'
import { csv } from '../../../src/formats/logs/csv.ts'
import { logFormatOf, logFormatOfFile, logFormats } from '../../../src/formats/logs/index.ts'
import { exportContents } from '../../../src/http/schemas/export-contents.ts'
import { logContents } from '../../../src/http/schemas/log-contents.ts'
import { missingOfFormat, missingOfTarget } from '../../support/missing-pieces.ts'

const target = { ...pytorch, name: 'dummy', mediaType: 'text/x-dummy', example: 'a line' }
const format = { ...csv, name: 'dummy', mediaType: 'text/x-dummy', extensions: ['dmy'], examples: { one: { value: 'a line' } } }

test('an export target of the list is found by name, is in the contract with its example, and in the README', () => {
  const targets = [...exportTargets, target]
  expect(findExportTarget('dummy', targets)).toBe(target)
  expect(exportContents(targets)['text/x-dummy']).toEqual({ schema: { type: 'string' }, examples: { dummy: { value: 'a line' } } })
  expect(targetList(targets)).toContain('`dummy`')
})

test('targets of one media type have an example each', () => {
  const sameType = { ...target, mediaType: pytorch.mediaType }
  expect(exportContents([pytorch, sameType])[pytorch.mediaType]?.examples).toEqual({
    pytorch: { value: pytorch.example },
    dummy: { value: 'a line' }
  })
})

test('every export target says how to use it and has an example, and one without is noticed', () => {
  for (const one of exportTargets) expect([one.name, missingOfTarget(one)]).toEqual([one.name, []])
  expect(missingOfTarget({ ...target, example: '' })).toEqual(['example'])
  expect(missingOfTarget({ ...target, example: null })).toEqual(['example'])
  expect(missingOfTarget(safetensors)).toEqual([])
})

test('a log format of the list is read by its media type and its extension, and is in the contract and in --input', () => {
  const formats = [...logFormats, format]
  expect(logFormatOf('text/x-dummy', formats)).toBe(format)
  expect(logFormatOfFile('runs/first.DMY', formats)).toBe(format)
  expect(logContents(formats)['text/x-dummy']).toEqual({ schema: { type: 'string' }, examples: { one: { value: 'a line' } } })
  expect(inputOption(formats).argChoices).toContain('dummy')
})

test('every log format has its extensions and examples, and one without is noticed', () => {
  for (const one of logFormats) expect([one.name, missingOfFormat(one)]).toEqual([one.name, []])
  expect(missingOfFormat({ ...format, extensions: [], examples: {} })).toEqual(['extensions', 'examples'])
  const extensions = logFormats.flatMap((one) => one.extensions)
  expect(new Set(extensions).size).toBe(extensions.length)
})
