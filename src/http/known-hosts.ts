import { BlockList, isIP } from 'node:net'
import { networkInterfaces, hostname as ownHostname } from 'node:os'

/** A host as a header or a variable names it: a name in small letters or an address without brackets, and its port, if it has one. */
export interface NamedHost {
  readonly name: string
  readonly port: string | undefined
}

const written = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._~!$&'()*+,;=%-]+))(?::([0-9]{0,5}))?$/

/** Reads `host[:port]`; undefined for what is none. @see RFC 9110, HTTP Semantics, §7.2 */
export function hostOf(text: string): NamedHost | undefined {
  const [, address, name = '', port] = written.exec(text) ?? [text]
  if (address === undefined && name === '') return undefined
  if ((address !== undefined && isIP(address) !== 6) || Number(port ?? 0) > 65535) return undefined
  // A dot at the end says that the name is whole.
  return { name: (address ?? name).toLowerCase().replace(/(?<=.)\.$/, ''), port: port === '' ? undefined : port }
}

/** What the service is known by, from its configuration. */
export interface KnownBy {
  /** The address that it listens on. */
  readonly HOST: string
  /** Names that it has elsewhere: at a proxy, in a cluster. Separated by commas. */
  readonly TAPER_HOSTS?: string | undefined
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
const everywhere = new BlockList()
everywhere.addAddress('0.0.0.0', 'ipv4')
everywhere.addAddress('::', 'ipv6')

const holds = (list: BlockList, name: string): boolean => {
  const family = isIP(name)
  return family !== 0 && list.check(name, family === 6 ? 'ipv6' : 'ipv4')
}

/** Interfaces come and go; how often to look at most. Milliseconds. */
const interfacesLookedAtMs = 1000

/**
 * Tells whether the service is known by a host. A page of anybody can make its own name lead to this machine; then the browser sends that
 * name. So names are known ones alone: those of loopback, HOST and TAPER_HOSTS, and where the service listens on every address, this machine's own
 * name and addresses.
 * @see https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export function knownHosts({ HOST, TAPER_HOSTS = '' }: KnownBy): (host: NamedHost) => boolean {
  const bound = isIP(HOST) === 6 ? { name: HOST.toLowerCase() } : (hostOf(HOST) ?? { name: HOST })
  const isEverywhere = holds(everywhere, bound.name)
  const listed = TAPER_HOSTS.split(',').flatMap((text) => hostOf(text.trim()) ?? [])
  const own = isEverywhere ? ownAddresses() : () => false
  return ({ name, port }) =>
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    holds(loopback, name) ||
    isSame(name, bound.name) ||
    listed.some((one) => isSame(name, one.name) && (one.port === undefined || one.port === port)) ||
    (isEverywhere && name === ownHostname().toLowerCase()) ||
    own(name)
}

/** One address can be written in several ways. */
function isSame(one: string, other: string): boolean {
  if (one === other || isIP(one) === 0 || isIP(one) !== isIP(other)) return one === other
  const list = new BlockList()
  list.addAddress(other, isIP(other) === 6 ? 'ipv6' : 'ipv4')
  return holds(list, one)
}

function ownAddresses(): (name: string) => boolean {
  let list = new BlockList()
  let lookedAt = Number.NEGATIVE_INFINITY
  return (name) => {
    if (isIP(name) === 0) return false
    if (!holds(list, name) && performance.now() - lookedAt >= interfacesLookedAtMs) {
      lookedAt = performance.now()
      list = new BlockList()
      for (const { address, family } of Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])) {
        list.addAddress(address, family === 'IPv6' ? 'ipv6' : 'ipv4')
      }
    }
    return holds(list, name)
  }
}
