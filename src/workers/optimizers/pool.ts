import { Worker } from 'node:worker_threads'
import type { FoundEngines } from '../../domain/engine.ts'
import { Problem } from '../../domain/problems.ts'
import { asOverloaded } from '../threads/out-of-memory.ts'
import { plainProblem, problemOf } from '../threads/plain-problem.ts'
import { workerScript } from '../threads/worker-file.ts'
import { type FromWorker, type ToWorker, type WorkerStart, windowBytes } from './messages.ts'
import { type WaitingQueue, waitingQueue } from './waiting-queue.ts'
import type { OptimizerWork, ScheduleSteps } from './work.ts'

/** An answer on its way. `chunks` end with the answer; who stops before gives up the rest. */
export interface RunningAnswer {
  /** Bytes, where that is known before it is written. */
  readonly length: number | undefined
  readonly chunks: AsyncIterable<Uint8Array>
}

export interface WorkRequest {
  readonly work: OptimizerWork
  /** Each piece has its memory for itself, which moves to the thread; or it is in shared memory, which stays as it is until the answer is sent. */
  readonly body: AsyncIterable<Uint8Array>
  /** What the body has at most. Bytes. */
  readonly bodyBytes: number
  readonly readSchedule: (id: string, fromStep: number, count: number) => Promise<ScheduleSteps>
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

/** Steps of optimizers off the event loop, within bounds. */
export interface OptimizerPool {
  /** What computes. Starts the thread. @throws Error where the engine that was named cannot be used */
  engines(): Promise<FoundEngines>
  /** @throws Problem those of the optimizers, and `overloaded` where too much is under way or memory runs out */
  run(request: WorkRequest): Promise<RunningAnswer>
  close(): Promise<void>
}

export interface OptimizerPoolOptions extends WorkerStart {
  /** Most requests under way. */
  requestsMax?: number
  /** Most bytes of their bodies together; one that is alone may be larger. */
  bytesMax?: number
}

interface Session {
  readonly answered: (answer: RunningAnswer) => void
  readonly failed: (error: unknown) => void
  readonly chunks: WaitingQueue<Uint8Array>
  /** Bytes of the body that are sent and not taken yet. */
  untaken: number
  sendOn: () => void
  readonly readSchedule: WorkRequest['readSchedule']
}

/** One thread, which starts with the first request and stays; requests take turns in it, step by step. */
export function createOptimizerPool({ engine, requestsMax = 64, bytesMax = 2 ** 30 }: OptimizerPoolOptions): OptimizerPool {
  const sessions = new Map<number, Session>()
  let thread: Thread | undefined
  let lastId = 0
  let bytesUnderWay = 0

  interface Thread {
    readonly worker: Worker
    readonly engines: Promise<FoundEngines>
  }

  const startThread = (): Thread => {
    const worker = new Worker(workerScript('optimizers/worker'), { eval: true, workerData: { engine } satisfies WorkerStart })
    const engines = new Promise<FoundEngines>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'engines') resolve(message.found)
        else if (message.kind === 'no-engine') reject(new Error(message.message))
        else receive(worker, message)
      })
      worker.on('error', (error) => end(asOverloaded(error)))
      worker.on('exit', () => end(new Error('the thread of the optimizers ended')))
      const end = (error: unknown) => {
        if (thread?.worker === worker) thread = undefined
        reject(error)
        for (const { failed } of [...sessions.values()]) failed(error)
      }
    })
    // Whoever asks for the engines hears of the failure. The process need not stay for a thread that waits.
    engines.catch(() => {}).finally(() => worker.unref())
    return { worker, engines }
  }

  const receive = (worker: Worker, message: FromWorker): void => {
    const session = sessions.get(message.id)
    if (session === undefined) return
    const { id } = message
    switch (message.kind) {
      case 'taken':
        session.untaken -= message.bytes
        session.sendOn()
        return
      case 'schedule':
        session.readSchedule(message.scheduleId, message.fromStep, message.count).then(
          (found) => post(worker, { id, kind: 'schedule', found }, [found.multipliers.buffer as ArrayBuffer]),
          (error: unknown) => {
            if (error instanceof Problem) post(worker, { id, kind: 'schedule', found: { problem: plainProblem(error) } })
            else session.failed(error)
          }
        )
        return
      case 'answer':
        session.answered({ length: message.length, chunks: session.chunks })
        return
      case 'chunk':
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

  /** Sends a body, as fast as it is taken. */
  const sendBody = async (worker: Worker, id: number, session: Session, body: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of body) {
      if (!sessions.has(id)) return
      session.untaken += piece.length
      post(worker, { id, kind: 'piece', piece }, piece.buffer instanceof ArrayBuffer ? [piece.buffer] : [])
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
    async run({ work, body, bodyBytes, readSchedule, signal }) {
      if (sessions.size >= requestsMax || (sessions.size > 0 && bytesUnderWay + bodyBytes > bytesMax)) {
        throw new Problem('overloaded', `${sessions.size} requests to optimizers are under way.`, { retryAfterSeconds: 1 })
      }
      const { worker } = (thread ??= startThread())
      const id = ++lastId
      bytesUnderWay += bodyBytes
      return await new Promise<RunningAnswer>((resolve, reject) => {
        const finish = () => {
          if (!sessions.delete(id)) return
          bytesUnderWay -= bodyBytes
          signal.removeEventListener('abort', abandon)
          session.sendOn()
        }
        const abandon = () => session.failed(signal.reason)
        const queue = waitingQueue<Uint8Array>((chunk) => post(worker, { id, kind: 'read', bytes: chunk.length }))
        const session: Session = {
          answered: resolve,
          failed: (error) => {
            post(worker, { id, kind: 'abandoned' })
            finish()
            reject(error)
            queue.fail(error)
          },
          chunks: {
            ...queue,
            end: () => {
              finish()
              queue.end()
            }
          },
          untaken: 0,
          sendOn: () => {},
          readSchedule
        }
        sessions.set(id, session)
        signal.addEventListener('abort', abandon, { once: true })
        if (signal.aborted) return abandon()
        post(worker, { id, kind: 'work', work })
        sendBody(worker, id, session, body).catch(session.failed)
      })
    },
    close: async () => {
      await thread?.worker.terminate()
    }
  }
}
