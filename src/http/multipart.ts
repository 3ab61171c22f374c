import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { invalid } from '../domain/problems.ts'
import type { ArrivingFile } from '../services/imports/upload.ts'

/** A part of the body: its headers are short, as is all that is no file. Bytes. */
const limits = { fieldNameSize: 256, fieldSize: 1024, headerPairs: 32, headerSize: 8192 }

/**
 * The files of a multipart body, one after the other, as they arrive. Each is to be read to its end before the next.
 * @throws Problem `invalid-request` for a body that is cut off or no multipart, and for parts that are no files
 * @see RFC 7578, Returning Values from Forms: multipart/form-data
 */
export async function* multipartFiles(headers: IncomingHttpHeaders, body: AsyncIterable<Uint8Array>): AsyncGenerator<ArrivingFile> {
  const parser = parserFor(headers)
  const waiting: (ArrivingFile | Error | null)[] = []
  let wake: () => void = () => {}
  const put = (one: ArrivingFile | Error | null) => {
    waiting.push(one)
    wake()
  }
  parser.on('file', (_field: string, stream: Readable, name: string | undefined) => {
    stream.on('error', () => {})
    put({ name: name ?? '', pieces: stream })
  })
  parser.on('field', (field: string) =>
    put(
      invalid('', `The part ${JSON.stringify(field.slice(0, 80))} is no file.`, 'Send options in the query, and files with a `filename`.')
    )
  )
  parser.on('error', (error: unknown) => put(error as Error))
  parser.on('finish', () => put(null))
  const source = Readable.from(body, { objectMode: false })
  // What the body itself meets, as a limit, is more than the parser knows.
  source.on('error', put)
  source.pipe(parser)
  try {
    for (;;) {
      const next = waiting.shift()
      if (next === undefined) await new Promise<void>((resolve) => (wake = resolve))
      else if (next === null) return
      else if (next instanceof Error) throw asProblem(next)
      else yield { name: next.name, pieces: piecesOf(next.pieces, waiting) }
    }
  } finally {
    source.unpipe(parser)
    source.destroy()
    parser.destroy()
  }
}

function parserFor(headers: IncomingHttpHeaders): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      preservePath: true,
      limits,
      isPartAFile: (_field, _type, name) => name !== undefined
    })
  } catch (error) {
    throw invalid(
      'header/content-type',
      `is no multipart/form-data that can be read: ${(error as Error).message}.`,
      'Send it with a boundary.'
    )
  }
}

/** A file to its end; where the body breaks off within it, what was met. */
async function* piecesOf(pieces: AsyncIterable<Uint8Array>, waiting: readonly unknown[]): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    throw asProblem(waiting.find((one) => one instanceof Error) ?? error)
  }
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'Problem') return error
  return invalid(
    '',
    `The multipart body cannot be read: ${error.message}.`,
    'Send it whole, with the boundary that its Content-Type names.'
  )
}
