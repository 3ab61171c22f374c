import { Type } from 'typebox'
import { engineNames, precisions } from '../../domain/engine.ts'
import { ref } from './ref.ts'

export const Liveness = Type.Object(
  { status: Type.Literal('ok') },
  { $id: 'Liveness', additionalProperties: false, description: 'The process answers.' }
)

const check = Type.Object(
  { status: Type.Enum(['ok', 'failed']), detail: Type.String({ description: 'What is there, or why it is not.' }) },
  { additionalProperties: false }
)

export const Readiness = Type.Object(
  {
    status: Type.Enum(['ok', 'failed'], { description: 'failed where one check is.' }),
    checks: Type.Object({ database: check, engine: check }, { additionalProperties: false })
  },
  { $id: 'Readiness', additionalProperties: false, description: 'Whether requests can be served.' }
)

export const Engine = Type.Object(
  {
    name: Type.Enum(engineNames),
    device: Type.String({ examples: ['cpu'] }),
    library: Type.Union([Type.String({ examples: ['tensorflow 2.9.1'] }), Type.Null()]),
    precisions: Type.Array(Type.Enum(precisions))
  },
  { $id: 'Engine', additionalProperties: false, description: 'What computes.' }
)

export const Version = Type.Object(
  {
    version: Type.String({ description: 'Of the service.', examples: ['0.1.0'] }),
    engine: ref(Engine),
    engines: Type.Array(ref(Engine), { description: 'Every engine that this process can use.' }),
    absentEngines: Type.Array(Type.Object({ name: Type.Enum(engineNames), reason: Type.String() }, { additionalProperties: false }), {
      description: 'The engines that it does without, and why.'
    }),
    database: Type.Object(
      { kind: Type.Enum(['embedded', 'external']), version: Type.Union([Type.String({ examples: ['18.4'] }), Type.Null()]) },
      { additionalProperties: false, description: 'PostgreSQL; its version is null while it is away.' }
    )
  },
  { $id: 'Version', additionalProperties: false, description: 'What runs here.' }
)

export const Entrance = Type.Object(
  {
    name: Type.Literal('Taper'),
    description: Type.String(),
    version: Type.String(),
    links: Type.Record(Type.String(), Type.String(), { description: 'Where to go next: a path for each purpose.' }),
    start: Type.Array(Type.String(), { description: 'Commands that lead to a first schedule.' })
  },
  { $id: 'Entrance', additionalProperties: false, description: 'Where to go next.' }
)

export const ProblemDescription = Type.Object(
  {
    type: Type.String({ format: 'uri-reference', examples: ['/problems/run-not-found'] }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    title: Type.String(),
    cause: Type.String({ description: 'How it comes about.' }),
    remedy: Type.String({ description: 'What to do about it.' })
  },
  { $id: 'ProblemDescription', additionalProperties: false, description: 'One way in which a request can fail.' }
)

export const ProblemList = Type.Object(
  { items: Type.Array(ref(ProblemDescription)) },
  { $id: 'ProblemList', additionalProperties: false, description: 'Every way in which a request can fail.' }
)
