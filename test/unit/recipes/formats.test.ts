import { expect, test } from 'vitest'
import { targetList } from '../../../scripts/readme-tables.ts'
import { inputOption } from '../../../src/cli/read-log-file.ts'
import { exportTargets, findExportTarget } from '../../../src/formats/exports/index.ts'
import { pytorch } from '../../../src/formats/exports/pytorch.ts'
import { safetensors } from '../../../src/formats/exports/safetensors.ts'
import { csv } from '../../../src/formats/logs/csv.ts'
import { heldSource } from '../../../src/formats/logs/held-source.ts'
import { logFormatOf, logFormats } from '../../../src/formats/logs/index.ts'
import { readNorms } from '../../../src/formats/logs/read-log.ts'
import { logReaders } from '../../../src/formats/logs/readers/index.ts'
import type { LogReader } from '../../../src/formats/logs/recorder.ts'
import { exportContents } from '../../../src/http/schemas/export-contents.ts'
import { logContents } from '../../../src/http/schemas/log-contents.ts'
import { textChunks } from '../../support/byte-chunks.ts'
import { missingOfFormat, missingOfReader, missingOfTarget } from '../../support/missing-pieces.ts'

const target = { ...pytorch, name: 'dummy', mediaType: 'text/x-dummy', example: 'a line' }
const format = { ...csv, name: 'dummy', mediaType: 'text/x-dummy', examples: { one: { value: 'a line' } } }

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

test('a body of the list is read by its media type, and is in the contract', () => {
  const formats = [...logFormats, format]
  expect(logFormatOf('text/x-dummy', formats)).toBe(format)
  expect(logContents(formats)['text/x-dummy']).toEqual({ schema: { type: 'string' }, examples: { one: { value: 'a line' } } })
})

test('every body has its examples, and one without is noticed', () => {
  for (const one of logFormats) expect([one.name, missingOfFormat(one)]).toEqual([one.name, []])
  expect(missingOfFormat({ ...format, examples: {} })).toEqual(['examples'])
})

test('a log reader of the list reads what it recognises, and is in --input', async () => {
  const dummy: LogReader = {
    name: 'dummy',
    title: 'a dummy',
    place: 'Record',
    recognises: ({ text }) => text === 'DUMMY',
    read: async (_, recorder) => {
      for (const step of [0, 1]) {
        recorder.put(recorder.column('step'), step)
        recorder.put(recorder.column('grad_norm'), 2)
        recorder.end(step)
      }
    }
  }
  const readers = [dummy, ...logReaders]
  const reading = await readNorms(await heldSource(textChunks('DUMMY')), {}, readers)
  expect(reading).toMatchObject({
    format: 'dummy',
    columns: { step: 'step', value: 'grad_norm' },
    points: { values: Float64Array.of(2, 2) }
  })
  expect(inputOption(readers).argChoices).toContain('dummy')
})

test('every log reader says what people call it, and one without is noticed', () => {
  for (const one of logReaders) expect([one.name, missingOfReader(one)]).toEqual([one.name, []])
  expect(missingOfReader({ ...(logReaders[0] as LogReader), title: '' })).toEqual(['title'])
  expect(new Set(logReaders.map(({ name }) => name)).size).toBe(logReaders.length)
})
