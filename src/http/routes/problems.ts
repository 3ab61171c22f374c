import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Problem, type ProblemName, problems } from '../../domain/problems.ts'
import { toJson } from '../../formats/json.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { ProblemDescription, ProblemList } from '../schemas/process.ts'
import { ref } from '../schemas/ref.ts'

const names = Object.keys(problems) as ProblemName[]
const described = (name: ProblemName) => ({ type: `/problems/${name}`, ...problems[name] })
const isName = (name: string): name is ProblemName => Object.hasOwn(problems, name)
const example = described('run-not-found')

/** What the `type` of a failure leads to: cause and remedy. */
export function problemRoutes(app: FastifyInstance): void {
  app.get(
    '/problems',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'listProblems',
        tags: ['process'],
        summary: 'List problems.',
        description: 'Lists every problem that a request can meet, with its cause and remedy.',
        response: { 200: jsonAnswer('All problems.', ref(ProblemList), { problems: { value: { items: [example] } } }) }
      }
    },
    (_request, reply) => reply.type(mediaTypes.json).send(toJson({ items: names.map(described) }))
  )

  app.get<{ Params: { name: string } }>(
    '/problems/:name',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'getProblem',
        tags: ['process'],
        summary: 'Get a problem.',
        description: 'Returns its cause and remedy. The `type` of an error is the path of this page.',
        params: Type.Object({ name: Type.String({ description: 'The name of the problem.', examples: ['run-not-found'] }) }),
        response: {
          200: jsonAnswer('The problem.', ref(ProblemDescription), { problem: { value: example } }),
          ...problemAnswers('problem-not-found')
        }
      }
    },
    (request, reply) => {
      const { name } = request.params
      if (!isName(name)) throw new Problem('problem-not-found', `The problem ${JSON.stringify(name)} does not exist.`)
      return reply.type(mediaTypes.json).send(toJson(described(name)))
    }
  )
}
