import type { Connection } from '../data/run-events.ts'
import './connection-line.css'

const texts: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting …',
  live: 'Live: new points appear by themselves',
  lost: 'The connection is lost. What is drawn stays, and goes on by itself once the service is back',
  gone: 'The run was deleted',
  refused: 'The key does not allow to watch this run'
}

/** Whether what is shown is what is. */
export function ConnectionLine({ state }: { state: Connection }) {
  return (
    <p class={`connection ${state}`} role="status">
      {texts[state]}
    </p>
  )
}
