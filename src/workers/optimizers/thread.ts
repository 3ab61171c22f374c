import { parentPort, workerData } from 'node:worker_threads'
import type { Workspace } from '../../kernels/engine.ts'
import { openEngines } from '../engines.ts'
import { problemIn } from '../threads/answering.ts'
import { AnswerMemory } from './answer-memory.ts'
import { type ReadRequest, readRequest } from './compute.ts'
import { type FromWorker, type ToWorker, type WorkerStart, windowBytes } from './messages.ts'
import { ReceivedMemories } from './received-memories.ts'
import type { OptimizerTask, ScheduleSteps } from './task.ts'
import { type WaitingQueue, waitingQueue } from './waiting-queue.ts'

/** One request at work. Several are under way at once: each goes on when its next bytes are there. */
interface Session {
  readonly task: OptimizerTask
  readonly body: WaitingQueue<Uint8Array>
  /** Read, and waiting for steps of a schedule. */
  read: ReadRequest | undefined
  /** Bytes of the answer that are sent and not read yet. */
  unread: number
  readOn: () => void
  isAbandoned: boolean
  /** Nobody reads the answer any more. */
  isSent: boolean
}

const port = parentPort!
const post = (message: FromWorker, memory: readonly ArrayBuffer[] = []) => port.postMessage(message, memory)
const sessions = new Map<number, Session>()
const answerMemory = new AnswerMemory()
const memories = new ReceivedMemories()
const engines = openEngines((workerData as WorkerStart).engine, (key, compile) => {
  const kernel = compile()
  post({ id: 0, kind: 'kernel', key, kernel })
  return kernel
})
engines.then(
  ({ usual, available, absent }) => post({ id: 0, kind: 'engines', found: { usual, available, absent } }),
  (error: Error) => post({ id: 0, kind: 'no-engine', message: error.message })
)

port.on('message', (message: ToWorker) => {
  if (message.kind === 'task') {
    message.sent.forEach(sent)
    const { whole } = message
    return start(message.id, message.task, whole === undefined || whole instanceof Uint8Array ? whole : memories.bytes(whole))
  }
  const session = sessions.get(message.id)
  if (message.kind === 'sent') return message.sent.forEach(sent)
  if (session === undefined) return
  if (message.kind === 'piece') session.body.put(message.piece)
  else if (message.kind === 'end') session.body.end()
  else if (message.kind === 'schedule') withSchedule(message.id, session, message.steps)
  else if (message.kind === 'abandoned') abandon(message.id, session)
  else {
    session.unread -= message.bytes
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
    answerMemory.forget()
    memories.forget()
  }, idleMs)
}

const abandoned = new Error('nobody waits for the answer')

function start(id: number, task: OptimizerTask, whole: Uint8Array | undefined): void {
  const body = waitingQueue<Uint8Array>((piece) => post({ id, kind: 'taken', bytes: piece.length }))
  const session: Session = { task, body, read: undefined, unread: 0, readOn: () => {}, isAbandoned: false, isSent: false }
  sessions.set(id, session)
  goOn(id, session, async () => {
    await hold()
    const read = await readRequest(task, whole ?? body)
    if (read.schedule === undefined) await answer(id, session, read, undefined)
    else if (session.isAbandoned) read.discard()
    else {
      session.read = read
      post({ id, kind: 'needs-schedule', span: read.schedule })
    }
  })
}

/** Goes on with a request that needed steps of a schedule. */
function withSchedule(id: number, session: Session, steps: ScheduleSteps): void {
  const { read } = session
  if (read === undefined) return
  session.read = undefined
  goOn(id, session, () => answer(id, session, read, steps))
}

/** Does a part of the work of a request, after which it has ended, or waits for a schedule. */
function goOn(id: number, session: Session, work: () => Promise<void>): void {
  work()
    .catch((error: unknown) => {
      if (error === abandoned) return
      answerMemory.release(id)
      const problem = problemIn(error)
      post(problem === undefined ? { id, kind: 'fault', error } : { id, kind: 'problem', problem })
    })
    .finally(() => {
      if (session.read === undefined) end(id, session)
    })
}

/** Its memory waits for the reader, who may still be at it. */
function end(id: number, session: Session): void {
  sessions.delete(id)
  if (session.isSent) answerMemory.release(id)
  if (session.isAbandoned) post({ id, kind: 'ended' })
  if (sessions.size === 0) releaseSoon()
}

/** Nobody waits for an answer any more: what is under way stops where it next looks. */
function abandon(id: number, session: Session): void {
  session.isAbandoned = true
  session.isSent = true
  session.body.fail(abandoned)
  session.readOn()
  if (session.read === undefined) return
  session.read.discard()
  session.read = undefined
  end(id, session)
}

/** Nobody reads an answer any more; it may still be under way. */
function sent(id: number): void {
  const session = sessions.get(id)
  if (session === undefined) answerMemory.release(id)
  else session.isSent = true
}

async function answer(id: number, session: Session, read: ReadRequest, schedule: ScheduleSteps | undefined): Promise<void> {
  const { engineFor } = await engines
  const assertWanted = () => {
    if (session.isAbandoned) throw abandoned
  }
  // Numbers that become text have no use for memory that others can read.
  const room = session.task.output === 'safetensors' ? { room: answerMemory.roomFor(id) } : {}
  const { length, chunks, discard } = await read.compute(schedule, { engineFor, assertWanted, ...room })
  try {
    // Gathered until they are more than may be on its way: most answers wake the other side once.
    let gathered: Uint8Array[] | undefined = []
    for await (const chunk of chunks) {
      if (session.isAbandoned) throw abandoned
      session.unread += chunk.length
      if (gathered === undefined) send(id, chunk)
      else gathered.push(chunk)
      if (session.unread <= windowBytes) continue
      if (gathered !== undefined) {
        post({ id, kind: 'answer', length })
        for (const one of gathered) send(id, one)
        gathered = undefined
      }
      while (session.unread > windowBytes && !session.isAbandoned) {
        await new Promise<void>((resolve) => {
          session.readOn = resolve
        })
      }
    }
    if (gathered === undefined) post({ id, kind: 'done' })
    else sendWhole(id, gathered, session.unread)
  } finally {
    discard()
  }
}

/** Answers of at most this length are copied into one piece, which is cheaper to send than several. Bytes. */
const onePieceMax = 2 ** 20

function sendWhole(id: number, chunks: readonly Uint8Array[], length: number): void {
  const sent = length <= onePieceMax ? [answerMemory.joined(id, chunks, length)] : chunks.map(movable)
  post({ id, kind: 'whole-answer', chunks: sent }, sent.flatMap(ownMemory))
}

function send(id: number, chunk: Uint8Array): void {
  const own = movable(chunk)
  post({ id, kind: 'chunk', chunk: own }, ownMemory(own))
}

/** A chunk that has its memory for itself, or is in shared memory; a part of more is copied. */
function movable(chunk: Uint8Array): Uint8Array {
  const { buffer, byteLength } = chunk
  // Not by slice, which for a Buffer shares the memory.
  return buffer instanceof SharedArrayBuffer || byteLength === buffer.byteLength ? chunk : new Uint8Array(chunk)
}

const ownMemory = ({ buffer }: Uint8Array): ArrayBuffer[] => (buffer instanceof ArrayBuffer ? [buffer] : [])
