import { hostname, networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { hostOf, knownHosts } from '../../../src/http/known-hosts.ts'

/** Which of some hosts a service is known by. */
const knownOf = (HOST: string, TAPER_HOSTS: string | undefined, hosts: string[]) => {
  const isKnown = knownHosts({ HOST, TAPER_HOSTS })
  return hosts.filter((host) => isKnown(hostOf(host)!))
}
const loopback = [
  'localhost',
  'LOCALHOST:8080',
  'localhost.',
  'a.localhost:1',
  '127.0.0.1:9000',
  '127.8.9.10',
  '[::1]',
  '[0:0:0:0:0:0:0:1]:80'
]
const strangers = [
  'evil.example',
  'localhost.evil.example',
  'evil-localhost',
  '127.0.0.1.evil.example:8080',
  '8.8.8.8',
  '[2001:db8::7]',
  '127.1'
]

describe('A service is known', () => {
  it('by the names of loopback with any port, and by no name that anybody could make', () => {
    expect(knownOf('127.0.0.1', undefined, [...loopback, ...strangers, hostname()])).toEqual(loopback)
  })

  it('by the address that it listens on, however that is written', () => {
    expect(knownOf('192.0.2.7', undefined, ['192.0.2.7:8080', '192.0.2.8'])).toEqual(['192.0.2.7:8080'])
    expect(knownOf('2001:db8::a', undefined, ['[2001:DB8::A]:1', '[2001:db8:0::a]', '[2001:db8::b]'])).toEqual([
      '[2001:DB8::A]:1',
      '[2001:db8:0::a]'
    ])
    expect(knownOf('taper.example', undefined, ['Taper.Example:80', 'example'])).toEqual(['Taper.Example:80'])
  })

  it('by the names of TAPER_HOSTS, with the port that stands there or with any', () => {
    const asked = [
      'taper',
      'taper:8080',
      'taper.example.org',
      'taper.example.org:8443',
      'taper.example.org:1',
      'x.taper',
      '[fd00::1]:5',
      '192.0.2.1'
    ]
    const known = ['taper', 'taper:8080', 'taper.example.org:8443', '[fd00::1]:5', '192.0.2.1']
    expect(knownOf('127.0.0.1', 'taper, taper.example.org:8443,[fd00::1],192.0.2.1', asked)).toEqual(known)
  })

  it('where it listens on every address, by this machine’s name and addresses, as a probe of Kubernetes names them', () => {
    const own = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))
    )
    for (const everywhere of ['0.0.0.0', '::', '0:0:0:0:0:0:0:0']) {
      expect(knownOf(everywhere, undefined, [...own, `${hostname()}:8080`, ...strangers])).toEqual([...own, `${hostname()}:8080`])
    }
  })
})

it('What is no host is told from one', () => {
  const wrong = [
    '',
    ' ',
    'a b',
    '<script>',
    'a:b',
    'a:99999',
    'a:1:2',
    '::1',
    '[::1',
    '[x]',
    '[127.0.0.1]',
    'user@host',
    'a/b',
    ':80',
    'ä',
    'a,b:\t',
    '"'
  ]
  expect(wrong.filter((text) => hostOf(text) !== undefined)).toEqual([])
  expect(hostOf('A.b.:80')).toEqual({ name: 'a.b', port: '80' })
  expect(hostOf('[FD00::1]:')).toEqual({ name: 'fd00::1', port: undefined })
})
