import type { FastifyInstance } from 'fastify'
import { Problem } from '../../domain/problems.ts'
import { type PageFiles, pagePolicy } from '../page-files.ts'
import { codingOf } from '../plugins/compression.ts'

/** The files of the page. The document that asks for them is at `/` (routes/entrance.ts). */
export function pageRoutes(app: FastifyInstance, { files }: PageFiles): void {
  app.get<{ Params: { file: string } }>('/assets/:file', { config: { access: 'open' }, schema: { hide: true } }, async (request, reply) => {
    const file = files.get(request.params.file)
    if (file === undefined) throw new Problem('not-found', 'The page has no file of this name. Load it anew.')
    const coding = codingOf(request)
    if (coding !== 'identity') reply.header('content-encoding', coding)
    return reply
      .type(file.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .header('content-security-policy', pagePolicy)
      .send(file.bytes[coding])
  })
}
