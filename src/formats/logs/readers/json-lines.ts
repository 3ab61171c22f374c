import { invalid } from '../../../domain/problems.ts'
import { headOf } from '../head.ts'
import { isObject, parseLenientJson } from '../lenient-json.ts'
import { eachLine } from '../lines.ts'
import { putRecord } from '../put-fields.ts'
import { isPlain, rolesOf } from '../record-roles.ts'
import type { LogReader } from '../recorder.ts'
import { PlainObjects } from '../scanner/plain-objects.ts'
import { Scanner } from '../scanner/scanner.ts'

/** What a logger writes before the JSON of a line: times, levels, `train_inner | ` of fairseq. */
const beforeObject = /^[^{"]{0,200}(?=\{)/

/**
 * An object a line: mmengine, LLaMA-Factory, fairseq, MaxText, and whoever writes JSON lines. A last line that was cut off while it was
 * written is left out.
 */
export const jsonLines: LogReader = {
  name: 'ndjson',
  title: 'JSON lines',
  place: 'Line',
  recognises: ({ text, isWhole }) => {
    if (text === null) return false
    const lines = text.split(/\r?\n|\r/)
    // The last one may be cut by the end of the head.
    const whole = isWhole || lines.length === 1 ? lines : lines.slice(0, -1)
    const filled = whole.map(objectOf).filter((line) => line !== '')
    const objects = filled.slice(0, 20).filter((line) => isRecord(line, filled.length === 1))
    return objects.length > 0 && objects.length >= Math.min(filled.length, 20) / 2
  },
  read: async (source, recorder) => {
    const { text: head } = await headOf(source)
    const isSimple = isPlain(rolesOf(namesIn(head ?? '')))
    const take = (line: string, number: number, isCut: boolean) => {
      const text = objectOf(line)
      if (text === '') return
      let fields: unknown
      try {
        fields = parseLenientJson(text)
      } catch (error) {
        if (isCut) {
          recorder.note(`Line ${number} is cut off and was left out.`)
          return
        }
        if (text.startsWith('{')) throw invalid('', `Line ${number} is not JSON: ${(error as Error).message}.`)
        recorder.note('Lines that hold no JSON were passed over.')
        return
      }
      if (!isObject(fields)) throw invalid('', `Line ${number} is not a JSON object.`)
      if (isSummaryOfEpoch(fields)) {
        recorder.note('What fairseq says of whole epochs was passed over.')
        return
      }
      recorder.end(number, putRecord(recorder, fields))
    }
    await Scanner.use((scanner) => eachLine(source.bytes(), take, isSimple ? new PlainObjects(scanner, recorder) : undefined))
  }
}

/** So many lines tell which fields records have. */
const lookedAtLines = 100

/** The names of the fields that the first records have. */
function namesIn(text: string): string[] {
  const names = new Set<string>()
  for (const line of text.split(/\r?\n|\r/, lookedAtLines)) {
    for (const [, name = ''] of objectOf(line).matchAll(/"((?:[^"\\]|\\.){1,128})"\s*:/g)) names.add(name)
  }
  return [...names]
}

/** fairseq says the means of each epoch with `train_` before every name. */
const isSummaryOfEpoch = (fields: Record<string, unknown>): boolean => 'train_num_updates' in fields

const objectOf = (line: string): string => line.trim().replace(beforeObject, '')

/** A line that a program printed, as Docker keeps it. */
const isLineOfDocker = ({ log, stream }: Record<string, unknown>): boolean => typeof log === 'string' && typeof stream === 'string'

/** A point of a log is flat, or nearly: a document on one line holds lists of them. */
function isRecord(line: string, isOnly: boolean): boolean {
  try {
    const fields = parseLenientJson(line)
    if (!isObject(fields) || isLineOfDocker(fields)) return false
    const parts = Object.values(fields)
    if (isOnly) return parts.every((value) => !Array.isArray(value) && !isObject(value))
    return !parts.some((value) => Array.isArray(value) && (value.length > 64 || isObject(value[0])))
  } catch {
    return false
  }
}
