import { Worker } from 'node:worker_threads'
import type { FoundEngines } from '../../domain/engine.ts'
import type { MemoryBudget } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { CompiledKernel } from '../../kernels/wasm/compile-kernel.ts'
import { heapLimits } from '../threads/heap-limits.ts'
import { beginTask } from '../threads/measured-task.ts'
import { asOverloaded } from '../threads/out-of-memory.ts'
import { problemOf } from '../threads/plain-problem.ts'
import { workerScript } from '../threads/worker-file.ts'
import type { UsedPlaces } from './body-places.ts'
import { type FromWorker, lastKinds, type ToWorker, type WorkerStart, windowBytes } from './messages.ts'
import { ReturnedAnswers } from './returned-answers.ts'
import { bytesToCompute, type ScheduleSpan, type ScheduleSteps } from './task.ts'
import { type WaitingQueue, waitingQueue } from './waiting-queue.ts'
import type { NeedsSchedule, OptimizerPool, RunningAnswer } from './work.ts'

export interface ThreadPoolOptions extends WorkerStart {
  /** Most requests under way. */
  requestsMax?: number
  /** What requests hold. */
  memory: MemoryBudget
  /** After so long without a request the thread ends, unless it has TensorFlow, whose library cannot be loaded twice. Milliseconds. */
  idleMs?: number
  /** Where whole bodies are. */
  readonly places: UsedPlaces
  /** Told of what computes, once it is known. */
  readonly found: (engines: FoundEngines) => void
  /** Given each kernel that the thread compiles. */
  readonly compiled: (key: string, kernel: CompiledKernel) => void
}

interface Session {
  answered: (answer: RunningAnswer) => void
  needsSchedule: (span: ScheduleSpan) => void
  failed: (error: unknown) => void
  readonly chunks: WaitingQueue<Uint8Array>
  /** The answer is in memory that the thread wants back. */
  borrows: boolean
  /** Bytes of the body that are sent and not taken yet. */
  untaken: number
  sendOn: () => void
}

/** One thread, which starts with the first request and stays; requests take turns in it, step by step. */
export function createThreadPool({
  engine,
  requestsMax = 64,
  memory,
  idleMs = 10_000,
  places,
  found,
  compiled
}: ThreadPoolOptions): Omit<OptimizerPool, 'places'> {
  const sessions = new Map<number, Session>()
  let thread: Thread | undefined
  let lastId = 0
  let idle: NodeJS.Timeout | undefined

  interface Thread {
    readonly worker: Worker
    readonly engines: Promise<FoundEngines>
    readonly returned: ReturnedAnswers
  }

  const startThread = (): Thread => {
    const worker = new Worker(workerScript('optimizers/thread'), {
      eval: true,
      workerData: { engine } satisfies WorkerStart,
      resourceLimits: heapLimits(memory.max)
    })
    const engines = new Promise<FoundEngines>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'engines') {
          found(message.found)
          resolve(message.found)
        } else if (message.kind === 'kernel') compiled(message.key, message.kernel)
        else if (message.kind === 'no-engine') reject(new Error(message.message))
        else receive(message)
      })
      worker.on('error', (error) => end(asOverloaded(error)))
      worker.on('exit', () => end(new Error('the thread of the optimizers ended')))
      const end = (error: unknown) => {
        if (thread?.worker === worker) {
          thread = undefined
          places.lost()
        }
        reject(error)
        for (const { failed } of [...sessions.values()]) failed(error)
      }
    })
    // Whoever asks for the engines hears of the failure. The process need not stay for a thread that waits.
    engines.catch(() => {}).finally(() => worker.unref())
    engines.then(endWhenIdle, () => {})
    return { worker, engines, returned: new ReturnedAnswers((sent) => post(worker, { id: 0, kind: 'sent', sent })) }
  }

  const endWhenIdle = (): void => {
    clearTimeout(idle)
    if (sessions.size > 0 || thread === undefined) return
    const { worker, engines } = thread
    idle = setTimeout(async () => {
      const { available } = await engines
      if (sessions.size > 0 || thread?.worker !== worker || available.some(({ name }) => name === 'tensorflow')) return
      thread = undefined
      await worker.terminate()
    }, idleMs).unref()
  }

  const receive = (message: FromWorker): void => {
    if (lastKinds.has(message.kind)) places.end(message.id)
    const session = sessions.get(message.id)
    if (session === undefined) return
    switch (message.kind) {
      case 'taken':
        session.untaken -= message.bytes
        session.sendOn()
        return
      case 'needs-schedule':
        session.needsSchedule(message.span)
        return
      case 'whole-answer':
        session.borrows = message.chunks.some(isShared)
        session.answered(message.chunks)
        session.chunks.end()
        return
      case 'answer':
        session.answered({ length: message.length, chunks: session.chunks })
        return
      case 'chunk':
        session.borrows ||= isShared(message.chunk)
        session.chunks.put(message.chunk)
        return
      case 'done':
        session.chunks.end()
        return
      case 'problem':
        session.failed(problemOf(message.problem))
        return
      case 'fault':
        session.failed(message.error)
    }
  }

  const post = (worker: Worker, message: ToWorker, memory: readonly ArrayBuffer[] = []) => worker.postMessage(message, memory)
  const ownMemory = ({ buffer }: Uint8Array): readonly ArrayBuffer[] => (buffer instanceof ArrayBuffer ? [buffer] : [])

  /** Sends a body, as fast as it is taken. */
  const sendBody = async (worker: Worker, id: number, session: Session, body: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of body) {
      if (!sessions.has(id)) return
      session.untaken += piece.length
      post(worker, { id, kind: 'piece', piece }, ownMemory(piece))
      while (session.untaken > windowBytes && sessions.has(id)) {
        await new Promise<void>((resolve) => {
          session.sendOn = resolve
        })
      }
    }
    post(worker, { id, kind: 'end' })
  }

  return {
    engines: () => (thread ??= startThread()).engines,
    async run({ task, body, bodyBytes, isStreamed, reader }) {
      if (sessions.size >= requestsMax) {
        throw new Problem('overloaded', `${sessions.size} optimizer requests are in progress.`, { retryAfterSeconds: 1 })
      }
      const { worker, returned } = (thread ??= startThread())
      const held = memory.open({ isReused: true })
      // A body that is taken as it comes is kept in part, beyond a bound in a file: it may be as long as it likes, but then alone.
      const need = bytesToCompute(task, bodyBytes)
      held.take(isStreamed ? Math.min(need, memory.largest) : need, '')
      const id = ++lastId
      const measured = beginTask('optimizers')
      const finish = () => {
        if (!sessions.delete(id)) return
        held.release()
        measured.end(failure)
        endWhenIdle()
        stay()
        if (failure === undefined && session.borrows) {
          if (reader.isGone()) returned.add(id)
          else reader.onGone(() => returned.add(id))
        }
        session.sendOn()
      }
      const abandon = () => session.failed(new Error('nobody reads the answer any more'))
      const queue = waitingQueue<Uint8Array>((chunk) => post(worker, { id, kind: 'read', bytes: chunk.length }))
      const chunks = {
        ...queue,
        end: () => {
          finish()
          queue.end()
        }
      }
      const session: Session = {
        answered: () => {},
        needsSchedule: () => {},
        failed: () => {},
        chunks,
        borrows: false,
        untaken: 0,
        sendOn: () => {}
      }
      let failure: { readonly reason: unknown } | undefined
      /** What the thread makes of what it is sent next. */
      const next = <Found>(send: () => void, found: (resolve: (one: Found) => void) => Partial<Session>): Promise<Found> =>
        new Promise((resolve, reject) => {
          const failed = (error: unknown) => {
            failure ??= { reason: error }
            post(worker, { id, kind: 'abandoned' })
            finish()
            reject(error)
            queue.fail(error)
          }
          Object.assign(session, found(resolve), { failed })
          if (failure !== undefined) reject(failure.reason)
          else if (reader.isGone()) abandon()
          else send()
        })
      const answer = (steps: ScheduleSteps) =>
        next<RunningAnswer>(
          () => post(worker, { id, kind: 'schedule', steps }, [steps.multipliers.buffer as ArrayBuffer]),
          (answered) => ({ answered })
        )
      sessions.set(id, session)
      const stay = reader.onGone(abandon)
      return await next<RunningAnswer | NeedsSchedule>(
        () => {
          if (body instanceof Uint8Array)
            return post(worker, { id, kind: 'task', task, whole: places.begin(id, body) ?? body, sent: returned.take() }, ownMemory(body))
          post(worker, { id, kind: 'task', task, whole: undefined, sent: returned.take() })
          sendBody(worker, id, session, body).catch((error) => session.failed(error))
        },
        (resolve) => ({
          answered: resolve,
          needsSchedule: (span) => resolve({ span, answer, giveUp: (reason) => session.failed(reason) })
        })
      )
    },
    close: async () => {
      await thread?.worker.terminate()
    }
  }
}

const isShared = ({ buffer }: Uint8Array): boolean => buffer instanceof SharedArrayBuffer
