import { describe, expect, it } from 'vitest'
import { preferredCoding, preferredMediaType } from '../../../src/http/media-types.ts'

const offers = ['application/json', 'application/x-ndjson', 'text/csv']

describe('the format of an answer', () => {
  it.each([
    ['*/*', 'application/json'],
    ['*', 'application/json'],
    ['text/html, image/gif, *; q=.2', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; header=present', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv;q=0.5, application/x-ndjson', 'application/x-ndjson'],
    ['application/json;q=0, */*', 'application/x-ndjson'],
    ['*/*;q=0.1, text/csv', 'text/csv'],
    ['text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
    ['application/*;q=0.2, text/csv;q=0.1', 'application/json']
  ])('for Accept %j is %s', (accept, expected) => {
    expect(preferredMediaType(accept, offers)).toBe(expected)
  })

  it.each(['image/png', 'text/html', '*/*;q=0', 'application/json;q=0, application/x-ndjson;q=0', '', 'text/csv;q=2'])(
    'is none for Accept %j',
    (accept) => {
      expect(preferredMediaType(accept, offers)).toBeUndefined()
    }
  )
})

describe('the coding of an answer', () => {
  it.each([
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.1, gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity', 'identity'],
    ['zstd', 'identity'],
    ['gzip;q=0', 'identity'],
    ['', 'identity']
  ])('for Accept-Encoding %j is %s', (accept, expected) => {
    expect(preferredCoding(accept)).toBe(expected)
  })
})
