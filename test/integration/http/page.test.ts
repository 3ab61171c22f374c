import { readdirSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'

const { send } = await testApp()

/** The files that the page's document asks for. */
async function filesOfPage(): Promise<string[]> {
  const { body } = await send('GET', '/', { headers: { accept: 'text/html' } })
  return Array.from(body.matchAll(/(?:src|href)="(assets\/[^"]+)"/g), ([, path]) => `/${path}`)
}

describe('the page', () => {
  it('is served with every file that it asks for, compressed and for good', async () => {
    const asked = await filesOfPage()
    expect(new Set(asked.map((path) => path.slice(path.lastIndexOf('.'))))).toEqual(new Set(['.css', '.js']))
    for (const path of asked) {
      const plain = await send('GET', path)
      expect([path, plain.statusCode, plain.headers['cache-control']]).toEqual([path, 200, 'public, max-age=31536000, immutable'])
      const packed = await send('GET', path, { headers: { 'accept-encoding': 'gzip' } })
      expect(packed.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true)
    }
    expect((await send('GET', '/assets/main.js')).statusCode).toBe(404)
  })

  it('weighs at most 60 kB in all, compressed by gzip', async () => {
    const sizeOf = async (path: string, accept = '*/*') =>
      (await send('GET', path, { headers: { accept, 'accept-encoding': 'gzip' } })).rawPayload.length
    const built = readdirSync('dist/web/assets').filter((name) => !/\.(gz|br)$/.test(name))
    const sizes = await Promise.all([sizeOf('/', 'text/html'), ...built.map((name) => sizeOf(`/assets/${name}`))])
    expect(sizes.length).toBe(1 + (await filesOfPage()).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000)
  })

  it('loads nothing from elsewhere, runs no script that stands in it, and is framed by nobody', async () => {
    const { headers, body } = await send('GET', '/', { headers: { accept: 'text/html' } })
    const policy = String(headers['content-security-policy'])
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain('unsafe')
    expect(body).not.toContain('{{')
    expect(body).not.toMatch(/<style|style=|<script(?![^>]* src=)/)
  })

  it('needs no key for its files: it asks for one itself', async () => {
    const withKeys = await testApp({ HOST: '0.0.0.0' })
    const page = await withKeys.send('GET', '/', { headers: { accept: 'text/html' } })
    const files = await Promise.all((await filesOfPage()).map((path) => withKeys.send('GET', path)))
    expect(new Set([page, ...files].map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  })
})
