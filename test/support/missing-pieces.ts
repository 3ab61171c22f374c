import type { Variable } from '../../src/config.ts'
import type { ExportTarget } from '../../src/formats/exports/export-target.ts'
import type { LogFormat } from '../../src/formats/logs/log-format.ts'
import type { LogReader } from '../../src/formats/logs/recorder.ts'
import type { Optimizer } from '../../src/optimizers/parts/optimizer.ts'
import type { Symptom } from '../../src/refinement/diagnosis/symptom.ts'
import type { ScheduleRule } from '../../src/schedules/index.ts'

/** Names of the pieces that a thing needs and lacks. */
const lacking = (pieces: Record<string, boolean>): string[] => Object.keys(pieces).filter((name) => !pieces[name])

const isName = (name: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
const isSentence = (text: unknown) => typeof text === 'string' && /^\S.{8,}[.)]$/s.test(text)
const isCited = ({ arxiv, venue, title, year }: Optimizer['source']) => title !== '' && year > 1600 && (arxiv ?? venue) !== undefined

const areDescribed = (properties: object): boolean =>
  (Object.values(properties) as { description?: unknown }[]).every(({ description }) => isSentence(description))

export const missingOfOptimizer = ({ name, title, source, hyperparameters }: Optimizer): string[] =>
  lacking({ name: isName(name), title: title !== '', source: isCited(source), descriptions: areDescribed(hyperparameters.properties) })

export const missingOfRule = ({ name, title, source, first, last, offByOne, parameters }: ScheduleRule): string[] =>
  lacking({
    name: isName(name),
    title: title !== '',
    source: source.title !== '' && source.year > 1600,
    first: first !== '',
    last: last !== '',
    offByOne: isSentence(offByOne),
    descriptions: areDescribed(parameters.properties)
  })

export const missingOfTarget = ({ name, title, usage, mediaType, fileName, example, needs }: ExportTarget): string[] =>
  lacking({
    name: isName(name),
    title: title !== '',
    usage: isSentence(usage),
    fileName: fileName !== '',
    // Only what is written piece by piece can be binary.
    example: example === null ? needs === 'pieces' && !mediaType.startsWith('text/') : Object.keys(example).length > 0
  })

export const missingOfFormat = ({ name, mediaType, content, examples }: LogFormat): string[] =>
  lacking({
    name: isName(name),
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType),
    examples: content === 'binary' || Object.keys(examples).length > 0
  })

export const missingOfReader = ({ name, title, place }: LogReader): string[] =>
  lacking({ name: isName(name), title: title.length > 3, place: place === 'Line' || place === 'Record' })

export const missingOfSymptom = ({ code, meaning }: Symptom): string[] => lacking({ code: isName(code), meaning: isSentence(meaning) })

export const missingOfVariable = ([name, { allowed, purpose }]: [string, Variable]): string[] =>
  lacking({ name: /^[A-Z][A-Z_]+$/.test(name), allowed: (allowed ?? '') !== '', purpose: (purpose ?? '') !== '' })
