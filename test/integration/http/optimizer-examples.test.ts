import { expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'
import { operations } from '../../support/openapi.ts'

const { send } = await testApp()
const ofOptimizers = operations.filter(({ tags }) => tags[0] === 'optimizers')

/** The optimizer that the examples are of. */
const name = 'momo'

/** What an answer with runs has, to two levels of them. */
const fieldsOf = ({ runs, ...rest }: Record<string, unknown>) => {
  const [run] = runs as [Record<string, object>]
  const inner = Object.entries(run).map(
    ([field, value]) => `${field}: ${typeof value === 'object' ? Object.keys(value).sort().join() : value}`
  )
  return [...Object.keys(rest).sort(), ...inner.sort()]
}

test.each(ofOptimizers.map((operation) => [operation.operationId, operation] as const))(
  'the examples of %s run as they stand',
  async (_, operation) => {
    const { path, method, requestBody, responses } = operation
    const requests = requestBody?.content['application/json']?.examples ?? { '': { value: undefined } }
    const answers = responses['200']!.content!['application/json']!.examples!
    for (const [key, example] of Object.entries(requests)) {
      const payload = (example as { value: object | undefined }).value
      const answer = await send(method.toUpperCase(), path.replace('{name}', name), payload === undefined ? {} : { payload })
      expect([key, answer.statusCode, answer.body.slice(0, 300)]).toEqual([key, 200, expect.anything()])
      const { engine, items, ...rest } = answer.json()
      const { value } = (answers[key] ?? Object.values(answers)[0]) as { value: Record<string, unknown> }
      const { engine: engineExample, items: itemsExample, ...restExample } = value
      // The example of golden runs is shortened to one step.
      if (operation.operationId === 'getOptimizerGolden') expect(fieldsOf(rest)).toEqual(fieldsOf(restExample))
      else expect(rest).toEqual(restExample)
      expect(Object.keys(engine ?? {}).sort()).toEqual(Object.keys((engineExample ?? {}) as object).sort())
      if (items !== undefined) expect(items).toContainEqual((itemsExample as unknown[])[0])
    }
  }
)
