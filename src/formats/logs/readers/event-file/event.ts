import { ProtobufReader } from '../../binary/protobuf.ts'

/** A scalar of an event. */
export interface Scalar {
  readonly tag: string
  readonly value: number
}

/** What an event of TensorBoard says of scalars; other summaries are none. */
export interface ScalarEvent {
  step: number
  /** A writer began anew at this step: what was logged from it on counts no more. */
  isRestart: boolean
  readonly scalars: Scalar[]
}

/** DataType of TensorFlow: what scalars are written as. */
const float32Type = 1
const float64Type = 2
const sessionStart = 1

/**
 * Reads an event. Fields by their numbers, as `event.proto`, `summary.proto` and `tensor.proto` have them.
 * @see https://github.com/tensorflow/tensorboard/tree/master/tensorboard/compat/proto
 * @throws RangeError where the bytes are no event
 */
export function readEvent(bytes: Buffer, start: number, end: number): ScalarEvent {
  const event: ScalarEvent = { step: 0, isRestart: false, scalars: [] }
  const fields = new ProtobufReader(bytes, start, end)
  while (fields.next()) {
    if (fields.field === 2 && fields.wireType === 0) event.step = fields.varint()
    else if (fields.field === 5 && fields.wireType === 2) readSummary(fields.message(), event.scalars)
    else if (fields.field === 7 && fields.wireType === 2) event.isRestart = statusOf(fields.message()) === sessionStart
    else fields.skip()
  }
  return event
}

function readSummary(summary: ProtobufReader, scalars: Scalar[]): void {
  while (summary.next()) {
    if (summary.field !== 1 || summary.wireType !== 2) {
      summary.skip()
      continue
    }
    const value = summary.message()
    let tag = ''
    let number: number | null = null
    while (value.next()) {
      if (value.field === 1 && value.wireType === 2) tag = value.text()
      else if (value.field === 2 && value.wireType === 5) number = value.float()
      else if (value.field === 8 && value.wireType === 2) number = scalarOf(value.message())
      else value.skip()
    }
    if (number !== null) scalars.push({ tag, value: number })
  }
}

/** The number of a tensor that is one; null for all others. */
function scalarOf(tensor: ProtobufReader): number | null {
  let type = 0
  let content: Buffer | null = null
  let number: number | null = null
  let count = 0
  while (tensor.next()) {
    if (tensor.field === 1 && tensor.wireType === 0) type = tensor.varint()
    else if (tensor.field === 4 && tensor.wireType === 2) content = tensor.bytes()
    else if ((tensor.field === 5 || tensor.field === 6) && tensor.wireType === 2) {
      const packed = tensor.bytes()
      const size = tensor.field === 5 ? 4 : 8
      count += packed.length / size
      if (packed.length === size) number = size === 4 ? packed.readFloatLE(0) : packed.readDoubleLE(0)
    } else if (tensor.field === 5 && tensor.wireType === 5) {
      number = tensor.float()
      count++
    } else if (tensor.field === 6 && tensor.wireType === 1) {
      number = tensor.double()
      count++
    } else tensor.skip()
  }
  if (content?.length === 4 && type === float32Type) return content.readFloatLE(0)
  if (content?.length === 8 && type === float64Type) return content.readDoubleLE(0)
  return count === 1 && (type === float32Type || type === float64Type) ? number : null
}

function statusOf(log: ProtobufReader): number {
  let status = 0
  while (log.next()) {
    if (log.field === 1 && log.wireType === 0) status = log.varint()
    else log.skip()
  }
  return status
}
