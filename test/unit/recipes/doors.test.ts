import { Command, Option } from 'commander'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { completion } from '../../../src/cli/completion.ts'
import { problems } from '../../../src/domain/problems.ts'
import { documentText } from '../../../src/http/openapi-document.ts'
import { openapi } from '../../../src/http/plugins/openapi.ts'
import { problemAnswers } from '../../../src/http/schemas/answers.ts'
import { schemas } from '../../../src/http/schemas/index.ts'

test('a route is in the OpenAPI document, with what any request can meet', async () => {
  const app = Fastify()
  app.setSerializerCompiler(() => JSON.stringify)
  for (const schema of schemas) app.addSchema(schema)
  await app.register(openapi, { version: '0.0.0' })
  const response = {
    200: { description: 'Nothing.', content: { 'application/json': { schema: { type: 'object' } } } },
    ...problemAnswers('run-not-found')
  }
  const schema = {
    operationId: 'doNothing',
    tags: ['process'],
    summary: 'Do nothing.',
    description: 'It does nothing.',
    querystring: {},
    response
  }
  app.get('/v1/nothing', { schema }, () => ({}))
  await app.ready()
  const { get } = JSON.parse(documentText(app)).paths['/v1/nothing']
  await app.close()
  expect([get.operationId, Object.keys(get.responses)]).toEqual(['doNothing', expect.arrayContaining(['200', '400', '404', '500'])])
})

test('every problem has its status, title, cause and remedy, and becomes an answer with an example', () => {
  for (const [name, { status, title, cause, remedy }] of Object.entries(problems)) {
    expect([name, status >= 400 && status < 600, ...[title, cause, remedy].map((text) => /^.{8,}\.$/s.test(text))]).toEqual([
      name,
      true,
      true,
      true,
      true
    ])
    const answer = problemAnswers(name as keyof typeof problems)[status]
    expect(answer?.content['application/problem+json']?.examples).toHaveProperty(name)
  }
})

test('a command of the program is completed in every shell, with its options and their choices', () => {
  const program = new Command('taper').addCommand(
    new Command('dummy').description('Do nothing.').addOption(new Option('--kind <kind>', 'which').choices(['this', 'that']))
  )
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    const script = completion(program, shell)
    for (const word of ['dummy', 'kind', 'this that']) expect([shell, script.includes(word)]).toEqual([shell, true])
  }
  expect(program.helpInformation()).toContain('dummy')
})
