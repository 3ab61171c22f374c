import { parentPort, workerData } from 'node:worker_threads'
import type { Workspace } from '../../kernels/engine.ts'
import { openEngines } from '../engines.ts'
import { problemIn } from '../threads/answering.ts'
import { problemOf } from '../threads/plain-problem.ts'
import { type FromWorker, type ToWorker, type WorkerStart, windowBytes } from './messages.ts'
import { runWork } from './run-work.ts'
import { type WaitingQueue, waitingQueue } from './waiting-queue.ts'
import type { OptimizerWork, ScheduleSteps } from './work.ts'

/** One request at work. Several are under way at once: each goes on when its next bytes are there. */
interface Session {
  readonly body: WaitingQueue<Uint8Array>
  scheduleFound: (found: Extract<ToWorker, { kind: 'schedule' }>['found']) => void
  /** Bytes of the answer that are sent and not read yet. */
  unread: number
  readOn: () => void
  abandoned: boolean
}

const port = parentPort!
const post = (message: FromWorker, memory: readonly ArrayBuffer[] = []) => port.postMessage(message, memory)
const sessions = new Map<number, Session>()
const engines = openEngines((workerData as WorkerStart).engine)
engines.then(
  ({ usual, available, absent }) => post({ id: 0, kind: 'engines', found: { usual, available, absent } }),
  (error: Error) => post({ id: 0, kind: 'no-engine', message: error.message })
)

port.on('message', (message: ToWorker) => {
  if (message.kind === 'work') return start(message.id, message.work)
  const session = sessions.get(message.id)
  if (session === undefined) return
  if (message.kind === 'piece') session.body.put(message.piece)
  else if (message.kind === 'end') session.body.end()
  else if (message.kind === 'schedule') session.scheduleFound(message.found)
  else {
    if (message.kind === 'read') session.unread -= message.bytes
    else {
      session.abandoned = true
      session.body.fail(abandoned)
    }
    session.readOn()
  }
})

/** How long the engine keeps its memory when nothing is to be done: new memory costs more than a step in it. Milliseconds. */
const idleMs = 3000

/** An open workspace keeps the memory of its engine. */
let held: Workspace | undefined
let release: NodeJS.Timeout | undefined

async function hold(): Promise<void> {
  clearTimeout(release)
  held ??= (await engines).engineFor(0).open('float32')
}

function releaseSoon(): void {
  clearTimeout(release)
  release = setTimeout(() => {
    held?.close()
    held = undefined
  }, idleMs)
}

const abandoned = new Error('nobody waits for the answer')

function start(id: number, work: OptimizerWork): void {
  const body = waitingQueue<Uint8Array>((piece) => post({ id, kind: 'taken', bytes: piece.length }))
  const session: Session = { body, scheduleFound: () => {}, unread: 0, readOn: () => {}, abandoned: false }
  sessions.set(id, session)
  answer(id, work, session)
    .catch((error: unknown) => {
      if (error === abandoned) return
      const problem = problemIn(error)
      post(problem === undefined ? { id, kind: 'fault', error } : { id, kind: 'problem', problem })
    })
    .finally(() => {
      sessions.delete(id)
      if (sessions.size === 0) releaseSoon()
    })
}

async function answer(id: number, work: OptimizerWork, session: Session): Promise<void> {
  const { engineFor } = await engines
  await hold()
  const readSchedule = async (scheduleId: string, fromStep: number, count: number): Promise<ScheduleSteps> => {
    post({ id, kind: 'schedule', scheduleId, fromStep, count })
    const found = await new Promise<Parameters<Session['scheduleFound']>[0]>((resolve) => {
      session.scheduleFound = resolve
    })
    if ('problem' in found) throw problemOf(found.problem)
    return found
  }
  const assertWanted = () => {
    if (session.abandoned) throw abandoned
  }
  const { length, chunks, discard } = await runWork(work, session.body, { engineFor, readSchedule, assertWanted })
  try {
    post({ id, kind: 'answer', length })
    for await (const chunk of chunks) {
      if (session.abandoned) throw abandoned
      session.unread += chunk.length
      send(id, chunk)
      while (session.unread > windowBytes && !session.abandoned) {
        await new Promise<void>((resolve) => {
          session.readOn = resolve
        })
      }
    }
    post({ id, kind: 'done' })
  } finally {
    discard()
  }
}

/** The memory of a chunk that has it for itself moves; a part of more is copied. */
function send(id: number, chunk: Uint8Array): void {
  const whole = chunk.buffer instanceof ArrayBuffer && chunk.byteLength === chunk.buffer.byteLength
  // Not by slice, which for a Buffer shares the memory.
  const own = whole ? chunk : new Uint8Array(chunk)
  post({ id, kind: 'chunk', chunk: own }, [own.buffer as ArrayBuffer])
}
