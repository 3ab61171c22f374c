import type { FastifyRequest } from 'fastify'
import { invalid } from '../domain/problems.ts'
import { seriesMap } from '../formats/logs/series-map.ts'
import type { ReadingWishes } from '../services/imports/read-upload.ts'
import type { ArrivingFile } from '../services/imports/upload.ts'
import { mediaTypes } from './media-types.ts'
import { multipartFiles } from './multipart.ts'
import type { ImportQuery } from './schemas/imports.ts'

const binary = { type: 'string', format: 'binary' }
const filesSchema = {
  type: 'object',
  properties: { files: { type: 'array', items: binary, description: 'The files, each with its relative path as `filename`.' } }
}
const formExamples = { folder: { summary: 'The folder of a run', value: { files: ['run-1/events.out.tfevents.1764000000.host.1.0'] } } }

/** A log as a body: one file, or several as a form. */
export const logBody = {
  required: true,
  content: { [mediaTypes.binary]: { schema: binary }, [mediaTypes.formData]: { schema: filesSchema, examples: formExamples } }
}

/** The files of a request. @param filename the name of the one that is the body */
export function filesOf(request: FastifyRequest, filename: string | undefined): AsyncIterable<ArrivingFile> {
  const body = request.pieces?.body
  if (body === undefined) throw invalid('', 'The body is missing.', 'Send the log as the body, or files as multipart/form-data.')
  if (request.mediaType !== mediaTypes.formData) return oneFile(filename ?? '', body)
  if (filename !== undefined) throw invalid('query/filename', 'does not apply: each part of the body has its own.', 'Leave it out.')
  return multipartFiles(request.headers, body)
}

async function* oneFile(name: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ArrivingFile> {
  yield { name, pieces }
}

/** How a log is to be read. @throws Problem `invalid-request` */
export const readingWishes = ({ map = [], run, input, step }: Pick<ImportQuery, 'map' | 'run' | 'input' | 'step'>): ReadingWishes => ({
  map: seriesMap([map].flat()),
  ...(run === undefined ? {} : { run }),
  ...(input === undefined ? {} : { input }),
  ...(step === undefined ? {} : { step })
})
