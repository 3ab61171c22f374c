import { readFileSync } from 'node:fs'

/** The part of an OpenAPI document that the tests look at. */
export interface Media {
  schema: Record<string, unknown>
  examples?: Record<string, { $ref: string } | { value: unknown }>
}
export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
  required: boolean
  schema: Record<string, unknown>
}
export interface Operation {
  path: string
  method: string
  operationId: string
  summary: string
  description: string
  tags: string[]
  security: unknown[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Record<string, Media> }
  responses: Record<string, { description: string; headers: object; content?: Record<string, Media> }>
}
interface Document {
  openapi: string
  info: { description: string }
  paths: Record<string, Record<string, Omit<Operation, 'path' | 'method'>>>
  components: { schemas: Record<string, unknown>; examples: Record<string, unknown> }
}

/** The contract as it is committed. */
export const openapi = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as Document

export const operations: Operation[] = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation }))
)
