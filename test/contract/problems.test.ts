import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problems } from '../../src/domain/problems.ts'

const tests = ['test/integration', 'test/checks/scale']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n')

describe('the table of problems', () => {
  it.each(Object.entries(problems))(
    '%s says in sentences what it is, how it comes about, and what to do',
    (name, { status, title, cause, remedy }) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(status).toBeGreaterThanOrEqual(400)
      for (const sentence of [title, cause, remedy]) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  )

  it.each(Object.keys(problems))('%s is caused by a test over HTTP', (name) => {
    expect(tests).toMatch(new RegExp(`'(/problems/)?${name}'`))
  })
})
