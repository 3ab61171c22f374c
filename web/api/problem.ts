/** A wrong place in a request, as the service names it. */
export interface InvalidPart {
  readonly pointer: string
  readonly detail: string
  readonly fix?: string
}

/** What the service, or the way to it, answered in place of what was asked for. @see RFC 9457, Problem Details for HTTP APIs */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** The name of the problem, e.g. `run-not-found`; `unreachable` where nothing answered. */
  readonly code: string
  readonly title: string
  readonly status: number
  readonly errors: readonly InvalidPart[]
  readonly requestId: string | null
  /** The service wants to be asked again after so many seconds; 0 where it does not say. */
  readonly retryAfter: number

  constructor(
    code: string,
    title: string,
    detail: string,
    more: { status?: number; errors?: readonly InvalidPart[]; requestId?: string; retryAfter?: number } = {}
  ) {
    super(detail)
    this.code = code
    this.title = title
    this.status = more.status ?? 0
    this.errors = more.errors ?? []
    this.requestId = more.requestId ?? null
    this.retryAfter = more.retryAfter ?? 0
  }
}

interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  errors?: InvalidPart[]
  requestId?: string
}

/** The problem that an answer tells of. Proxies answer in HTML: then its status is all there is. */
export async function problemOf(answer: Response): Promise<Problem> {
  const body: ProblemBody = answer.headers.get('content-type')?.includes('json') ? await answer.json().catch(() => ({})) : {}
  return new Problem(
    body.type?.split('/').at(-1) ?? `http-${answer.status}`,
    body.title ?? `The service answered ${answer.status}`,
    body.detail ?? answer.statusText,
    {
      status: answer.status,
      retryAfter: Number(answer.headers.get('retry-after')) || 0,
      ...(body.errors && { errors: body.errors }),
      ...(body.requestId && { requestId: body.requestId })
    }
  )
}

export const unreachable = (): Problem =>
  new Problem(
    'unreachable',
    'The service does not answer',
    'It may be stopped, or the network is down. What is drawn stays. The page goes on by itself once it is back.'
  )

/** What was thrown, as a problem. An answer that breaks off is thrown by browsers in words of their own. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof TypeError && /network|fetch|load|stream/i.test(error.message)) return unreachable()
  return new Problem('page', 'The page failed', error instanceof Error ? error.message : String(error))
}
