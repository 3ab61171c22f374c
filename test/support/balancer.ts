import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** One address before several replicas, as a proxy of connections is: new ones go to a replica that says that it is ready. */
export interface Balancer {
  readonly url: string
  /** The replicas from now on, by their URLs. */
  use(urls: readonly string[]): void
  /** Resolves when a replica is ready. */
  ready(url: string): Promise<void>
  close(): Promise<void>
}

/** How often replicas are asked. Milliseconds. */
const everyMs = 100

export async function startBalancer(): Promise<Balancer> {
  let replicas: readonly string[] = []
  const isReady = new Map<string, boolean>()
  const sockets = new Set<Socket>()
  let turn = 0

  const ask = async (url: string) => {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
    await answer?.arrayBuffer().catch(() => null)
    isReady.set(url, answer?.status === 200)
  }
  const asking = setInterval(() => {
    for (const url of replicas) void ask(url)
  }, everyMs)

  const server = createServer((client) => {
    const candidates = replicas.filter((url) => isReady.get(url))
    const chosen = candidates[turn++ % Math.max(1, candidates.length)]
    if (chosen === undefined) {
      client.destroy()
      return
    }
    const replica = connect(Number(new URL(chosen).port), '127.0.0.1')
    for (const [one, other] of [
      [client, replica],
      [replica, client]
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroySoon()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use(urls) {
      replicas = urls
    },
    async ready(url) {
      while (!isReady.get(url)) await new Promise((resolve) => setTimeout(resolve, everyMs))
    },
    async close() {
      clearInterval(asking)
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
