import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Listens for a moment, so that a start that cannot succeed fails before a database is made. Port 0 is always free.
 * @throws Error that says what to do, where another program has the port or the address is not this machine's
 */
export async function assertPortIsFree(host: string, port: number): Promise<void> {
  const probe = createServer()
  try {
    await once(probe.listen({ host, port }), 'listening')
  } catch (error) {
    throw cannotListen(host, port, error as NodeJS.ErrnoException)
  }
  await new Promise((closed) => probe.close(closed))
}

function cannotListen(host: string, port: number, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'EADDRINUSE') {
    return new Error(`Port ${port} of ${host} is taken: stop what listens there, or set PORT to another (0 picks a free one).`, { cause })
  }
  return new Error(`Taper cannot listen on port ${port} of ${host} (${cause.message}): set HOST and PORT.`, { cause })
}
