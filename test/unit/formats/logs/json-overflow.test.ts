import { expect, it } from 'vitest'
import { Problem } from '../../../../src/domain/problems.ts'
import { jsonLog } from '../../../../src/formats/logs/json.ts'
import { parseJson } from '../../../../src/formats/logs/parse-json.ts'

it('a literal beyond float64 is refused with its place, and not stored as an infinity', () => {
  for (const [text, pointer] of [
    ['{"values":[1,1e999]}', '/values/1'],
    ['{"values":[-1e999]}', '/values/0'],
    ['{"steps":[3],"values":[1e999]}', '/values/0'],
    ['{"points":[{"step":0,"value":1e400}]}', '/points/0/value']
  ] as const) {
    const problem = (() => {
      try {
        return jsonLog(parseJson(text))
      } catch (error) {
        return error
      }
    })()
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).errors?.[0]?.pointer).toBe(pointer)
  }
  expect(jsonLog(parseJson('{"values":["Infinity","-Infinity",1.7976931348623157e308]}')).values).toEqual(
    Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_VALUE)
  )
})
