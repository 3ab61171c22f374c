import { ProtobufReader } from '../binary/protobuf.ts'
import { wholeBytes } from '../binary/whole-bytes.ts'
import { isObject, parseLenientJson } from '../lenient-json.ts'
import { putFields } from '../put-fields.ts'
import { flattened, putSettings } from '../put-settings.ts'
import type { LogReader, Recorder } from '../recorder.ts'
import { beginsWithHeader, eachRecord } from './wandb/blocks.ts'

/** Numbers of fields, as `wandb_internal.proto` has them. */
const record = { history: 2, config: 5, run: 17 } as const
/** Of a run its configuration; of that what is set. */
const run = { config: 4 } as const
const config = { update: 1 } as const
const history = { item: 1, step: 2 } as const
const item = { key: 1, nestedKey: 2, valueJson: 16 } as const

/**
 * `run-<id>.wandb`, what Weights & Biases writes on disk, offline or not, with every point that was logged. A file that is being written
 * ends within a block.
 * @see https://github.com/wandb/wandb/blob/main/wandb/proto/wandb_internal.proto
 */
export const wandbFile: LogReader = {
  name: 'wandb',
  title: 'a .wandb file of Weights & Biases',
  place: 'Record',
  recognises: ({ bytes }) => beginsWithHeader(bytes),
  read: async (source, recorder) => {
    let place = 0
    let unread = 0
    const settings = new Map<string, unknown>()
    const { isCut, broken } = eachRecord(await wholeBytes(source), (bytes) => {
      place++
      try {
        readRecord(bytes, recorder, place, settings)
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error
        unread++
      }
    })
    putSettings(recorder, settings)
    if (isCut) recorder.note('The file ends within a record, which was left out.')
    if (broken + unread > 0) recorder.note(`${broken + unread} records could not be read and were left out.`)
  }
}

function readRecord(bytes: Buffer, recorder: Recorder, place: number, settings: Map<string, unknown>): void {
  const fields = new ProtobufReader(bytes)
  while (fields.next()) {
    if (fields.field === record.history && fields.wireType === 2) readHistory(fields.message(), recorder, place)
    else if (fields.field === record.config && fields.wireType === 2) readConfig(fields.message(), settings)
    else if (fields.field === record.run && fields.wireType === 2) readRun(fields.message(), settings)
    else fields.skip()
  }
}

function readRun(fields: ProtobufReader, settings: Map<string, unknown>): void {
  while (fields.next()) {
    if (fields.field === run.config && fields.wireType === 2) readConfig(fields.message(), settings)
    else fields.skip()
  }
}

/** A setting that is set again has the later value. */
function readConfig(fields: ProtobufReader, settings: Map<string, unknown>): void {
  while (fields.next()) {
    if (fields.field !== config.update || fields.wireType !== 2) {
      fields.skip()
      continue
    }
    const { name, json } = itemOf(fields.message())
    for (const [key, value] of flattened(name, parseLenientJson(json))) settings.set(key, value)
  }
}

function readHistory(fields: ProtobufReader, recorder: Recorder, place: number): void {
  let step: number | null = null
  let namesStep = false
  while (fields.next()) {
    if (fields.field === history.item && fields.wireType === 2) namesStep = readItem(fields.message(), recorder) || namesStep
    else if (fields.field === history.step && fields.wireType === 2) step = readStep(fields.message())
    else fields.skip()
  }
  if (!namesStep && step !== null) recorder.put(recorder.column('_step'), step)
  recorder.end(place)
}

/** @returns whether it is the step of the logger */
function readItem(fields: ProtobufReader, recorder: Recorder): boolean {
  const { name, json } = itemOf(fields)
  const value = parseLenientJson(json)
  if (isObject(value)) putFields(recorder, value, `${name}/`)
  else if (typeof value === 'number' || typeof value === 'string') {
    const column = recorder.column(name)
    if (recorder.wants(column)) recorder.put(column, value)
  }
  return name === '_step'
}

function itemOf(fields: ProtobufReader): { name: string; json: string } {
  let key = ''
  const nested: string[] = []
  let json = ''
  while (fields.next()) {
    if (fields.field === item.key && fields.wireType === 2) key = fields.text()
    else if (fields.field === item.nestedKey && fields.wireType === 2) nested.push(fields.text())
    else if (fields.field === item.valueJson && fields.wireType === 2) json = fields.text()
    else fields.skip()
  }
  return { name: nested.length > 0 ? nested.join('/') : key, json }
}

function readStep(fields: ProtobufReader): number {
  let step = 0
  while (fields.next()) {
    if (fields.field === 1 && fields.wireType === 0) step = fields.varint()
    else fields.skip()
  }
  return step
}
