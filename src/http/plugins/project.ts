import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { defaultProject } from '../../domain/project.ts'
import type { Parts, ProjectStorage } from '../../services/parts.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose the request is; all that it can see or store belongs to this project. */
    project: string
    /** What that project has stored. */
    readonly storage: ProjectStorage
  }
}

/** Says whose a request is. */
export const project = fp(
  async (app: FastifyInstance, { storage }: Pick<Parts, 'storage'>) => {
    app.decorateRequest('project', defaultProject)
    app.decorateRequest('storage', {
      getter(this: FastifyRequest) {
        return storage.of(this.project)
      }
    })
  },
  { name: 'project' }
)
