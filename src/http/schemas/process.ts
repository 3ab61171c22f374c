import { Type } from 'typebox'
import { engineNames, precisions } from '../../domain/engine.ts'
import { ref } from './ref.ts'

export const Liveness = Type.Object(
  { status: Type.Literal('ok') },
  { $id: 'Liveness', additionalProperties: false, description: 'The process is alive.' }
)

const check = Type.Object(
  { status: Type.Enum(['ok', 'failed']), detail: Type.String({ description: 'What was found, or what is wrong.' }) },
  { additionalProperties: false }
)

export const Readiness = Type.Object(
  {
    status: Type.Enum(['ok', 'failed'], { description: 'failed if any check failed.' }),
    checks: Type.Object({ service: check, database: check, engine: check }, { additionalProperties: false })
  },
  { $id: 'Readiness', additionalProperties: false, description: 'Whether the service is ready for requests.' }
)

export const Engine = Type.Object(
  {
    name: Type.Enum(engineNames),
    device: Type.String({ examples: ['cpu'] }),
    library: Type.Union([Type.String({ examples: ['tensorflow 2.9.1'] }), Type.Null()]),
    precisions: Type.Array(Type.Enum(precisions))
  },
  { $id: 'Engine', additionalProperties: false, description: 'A compute engine.' }
)

export const Version = Type.Object(
  {
    version: Type.String({ description: 'Version of the service.', examples: ['0.1.0'] }),
    engine: ref(Engine),
    engines: Type.Array(ref(Engine), { description: 'The available engines.' }),
    absentEngines: Type.Array(Type.Object({ name: Type.Enum(engineNames), reason: Type.String() }, { additionalProperties: false }), {
      description: 'The engines that are not available, and why.'
    }),
    database: Type.Object(
      { kind: Type.Enum(['embedded', 'external']), version: Type.Union([Type.String({ examples: ['18.4'] }), Type.Null()]) },
      { additionalProperties: false, description: 'PostgreSQL. The version is null while it does not answer.' }
    )
  },
  { $id: 'Version', additionalProperties: false, description: 'Versions of the service and of what it runs on.' }
)

export const Entrance = Type.Object(
  {
    name: Type.Literal('Taper'),
    description: Type.String(),
    version: Type.String(),
    links: Type.Record(Type.String(), Type.String(), { description: 'The main paths, by purpose.' }),
    start: Type.Array(Type.String(), { description: 'Commands for a first schedule.' })
  },
  { $id: 'Entrance', additionalProperties: false, description: 'Where to start.' }
)

export const ProblemDescription = Type.Object(
  {
    type: Type.String({ format: 'uri-reference', examples: ['/problems/run-not-found'] }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    title: Type.String(),
    cause: Type.String({ description: 'What causes it.' }),
    remedy: Type.String({ description: 'What to do about it.' })
  },
  { $id: 'ProblemDescription', additionalProperties: false, description: 'A problem, with its cause and remedy.' }
)

export const ProblemList = Type.Object(
  { items: Type.Array(ref(ProblemDescription)) },
  { $id: 'ProblemList', additionalProperties: false, description: 'Every problem that a request can meet.' }
)
