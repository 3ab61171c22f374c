import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../domain/problems.ts'
import { exportTargets } from '../../formats/exports/index.ts'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { exportSchedule } from '../../services/schedules/export-schedule.ts'
import { findSchedule } from '../../services/schedules/find-schedule.ts'
import { mediaTypes, preferredMediaType } from '../media-types.ts'
import { notModified } from '../not-modified.ts'
import { bytesToStream, streamOf } from '../number-stream.ts'
import { headers, jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { exportContents } from '../schemas/export-contents.ts'
import { ExportParams, ExportQuery, ExportTargetList } from '../schemas/exports.ts'
import { ref } from '../schemas/ref.ts'
import { ScheduleParams } from '../schemas/schedule.ts'

/** Schedules as code or settings that a person pastes. */
export function exportRoutes(app: FastifyInstance, { pools, version }: Parts): void {
  app.get<{ Params: ScheduleParams }>(
    '/v1/schedules/:id/exports',
    {
      schema: {
        operationId: 'listExportTargets',
        tags: ['schedules'],
        summary: 'List export targets.',
        description:
          'Lists the frameworks and formats that a schedule can be exported to, in one page: where each export is, and how to use it.',
        params: ScheduleParams,
        response: {
          200: jsonAnswer('The targets.', ref(ExportTargetList), {
            targets: { value: { items: [targetAnswer(exportTargets[0]!, '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81')], nextCursor: null } }
          }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    async (request, reply) => {
      const { id } = await findSchedule(request.storage, request.params.id)
      return reply.type(mediaTypes.json).send(toJson({ items: exportTargets.map((target) => targetAnswer(target, id)), nextCursor: null }))
    }
  )

  app.get<{ Params: ExportParams; Querystring: ExportQuery }>(
    '/v1/schedules/:id/exports/:target',
    {
      // The target says the format; of `Accept` is asked only that it takes it.
      config: { produces: [] },
      schema: {
        operationId: 'exportSchedule',
        tags: ['schedules'],
        summary: 'Export a schedule as code or settings for a framework.',
        description:
          'Returns a file to save or paste. Its code gives the multiplier of every step, from 0, to 1e-6; past the end, the last one. With ' +
          '`tolerance` the file is shorter and less exact. Targets with only a few shapes (megatron, deepspeed) get the nearest one, with its error. ' +
          'batch-ramp and merge-weights realise a schedule otherwise: part of its decay as a growing batch, or as a weighted sum of checkpoints.',
        params: ExportParams,
        querystring: ExportQuery,
        response: {
          200: {
            description: 'The file.',
            headers: { ETag: headers.etag, Vary: headers.vary, 'Content-Disposition': headers.contentDisposition },
            content: exportContents()
          },
          304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } },
          ...problemAnswers(
            'schedule-not-found',
            'export-target-not-found',
            'export-does-not-fit',
            'export-too-long',
            'too-large-for-memory'
          )
        }
      }
    },
    async (request, reply) => {
      const { target, fileName, state, steps, write } = await exportSchedule(
        request.storage,
        reply.memory,
        pools.exports,
        version,
        request.params,
        exportOptions(request.query)
      )
      request.answerType = acceptedType(request, target.mediaType)
      if (notModified(request, reply, state)) return reply.send()
      const written = await write()
      reply
        .type(target.example === null ? target.mediaType : `${target.mediaType}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${fileName}"`)
      if (typeof written === 'string') return reply.send(written)
      reply.memory.take(bytesToStream(steps), '')
      return reply.send(streamOf(request.method === 'HEAD' ? nothing() : written))
    }
  )
}

const exportOptions = ({ checkpoints, ...others }: ExportQuery) => ({
  ...others,
  ...(checkpoints === undefined ? {} : { checkpoints: checkpoints.split(',').map(Number) })
})

const targetAnswer = ({ name, title, usage, mediaType, fileName, forms, asks = [] }: (typeof exportTargets)[number], id: string) => ({
  name,
  title,
  usage,
  mediaType,
  fileName: fileName.replace('<id>', id),
  forms,
  asks: [...asks],
  href: `/v1/schedules/${id}/exports/${name}`
})

/** Code is plain text too, for those who ask for that. */
function acceptedType({ headers: { accept } }: FastifyRequest, mediaType: string): string {
  const offers = mediaType.startsWith('text/') ? [mediaType, 'text/plain'] : [mediaType]
  if (accept !== undefined && preferredMediaType(accept, offers) === undefined) {
    throw new Problem('not-acceptable', `This target answers only in ${mediaType}.`)
  }
  return mediaType
}

async function* nothing(): AsyncGenerator<string> {}
