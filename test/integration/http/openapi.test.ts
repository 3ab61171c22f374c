import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentText } from '../../../src/http/openapi-document.ts'
import { testApp } from '../../support/app.ts'
import { operations } from '../../support/openapi.ts'

const { app } = await testApp()

describe('the OpenAPI document', () => {
  it('is what the code says', () => {
    expect(documentText(app)).toBe(readFileSync('openapi/openapi.json', 'utf8'))
  })

  it('holds routes of the service alone', () => {
    for (const { path, method } of operations) {
      const url = path.replace(/\{(\w+)\}/g, ':$1')
      expect([url, method, app.hasRoute({ url, method: method.toUpperCase() as 'GET' })]).toEqual([url, method, true])
    }
  })
})
