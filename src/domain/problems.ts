/**
 * Every way in which a request can fail. `title` never varies; `detail` is the case at hand. `GET /problems/<name>` serves cause
 * and remedy, and `type` in an answer is that path.
 * @see RFC 9457, Problem Details for HTTP APIs
 */
export const problems = {
  'invalid-request': {
    status: 400,
    title: 'The request does not match its schema.',
    cause: 'A field, a query parameter, a header or the body itself is not what the contract says.',
    remedy: 'Each entry of `errors` names one place and, where it can, says what to write instead. The contract is at /openapi.json.'
  },
  'start-step-required': {
    status: 400,
    title: 'The series has points already, so the request must say at which step its values start.',
    cause: 'Values came without `startStep` for a series that is not empty, and they are not a repetition of what is stored.',
    remedy: 'Send `startStep`, or the steps themselves. A retry of a first request is recognised without it.'
  },
  'not-found': {
    status: 404,
    title: 'Nothing is at this path.',
    cause: 'The path is not one of this service.',
    remedy: 'GET / says where to go; /openapi.json lists every path.'
  },
  'run-not-found': {
    status: 404,
    title: 'No run has this id.',
    cause: 'The run was never created, or was deleted.',
    remedy: 'Create it with PUT /v1/runs/{runId}, which is safe to repeat.'
  },
  'schedule-not-found': {
    status: 404,
    title: 'No schedule has this id.',
    cause: 'The schedule was never created, or was deleted.',
    remedy:
      'GET /v1/schedules lists those that there are; POST /v1/schedules makes one by rule, POST /v1/runs/{runId}/schedules from the norms of a run.'
  },
  'operation-not-found': {
    status: 404,
    title: 'No operation has this id.',
    cause: 'There never was one, or it ended so long ago that it is forgotten.',
    remedy: 'What it has made is kept: a schedule is in GET /v1/schedules. Send the request again for what is not stored.'
  },
  'export-target-not-found': {
    status: 404,
    title: 'No export target has this name.',
    cause: 'The name is not in the list of targets.',
    remedy: 'GET /v1/schedules/{id}/exports lists them all.'
  },
  'problem-not-found': {
    status: 404,
    title: 'No problem has this name.',
    cause: 'The name is not in the table of problems.',
    remedy: 'GET /problems lists them all.'
  },
  'method-not-allowed': {
    status: 405,
    title: 'The path does not have this method.',
    cause: 'The path is right, the method is not.',
    remedy: 'The header `Allow` lists the methods of the path.'
  },
  'not-acceptable': {
    status: 406,
    title: 'The answer cannot be given in the format asked for.',
    cause: 'The header `Accept` names no format that this path answers in, or the values cannot be written in it.',
    remedy: 'Ask for one of the formats that `detail` lists, or leave `Accept` out.'
  },
  'norm-conflict': {
    status: 409,
    title: 'A step is stored with another value.',
    cause: 'With `onConflict=reject`, a point was sent whose step is current with a different value.',
    remedy: 'Send `onConflict=replace` to let the later value stand, or `resumeFrom` if training went back to a checkpoint.'
  },
  'too-few-norms': {
    status: 409,
    title: 'There are too few usable gradient norms to refine a schedule.',
    cause:
      'Fewer than two points are left once those that are not finite, zero or trimmed are dropped; or their median is 0; or no series fits.',
    remedy: 'Log more steps. Log norms of the raw gradient, before clipping, with enough decimals that they do not round to 0.'
  },
  'series-too-long': {
    status: 409,
    title: 'The series would need more evenly spaced positions than the service computes at once.',
    cause:
      'Uneven steps are interpolated onto an even grid, at most four times the points; this series would need more than 10^8 positions.',
    remedy: 'Log with an even stride, or refine a part of the series: GET the points and POST their values to /v1/refinements.'
  },
  'operation-ended': {
    status: 409,
    title: 'The operation has ended already.',
    cause: 'It was done, or had failed, before it could be cancelled.',
    remedy: 'GET it to see what came out. What it has made can be deleted by itself.'
  },
  'export-does-not-fit': {
    status: 409,
    title: 'The target has no schedule that is near enough to this one.',
    cause: 'The target takes a few named schedules and no others, and the nearest of them is off by more than 1 %, or than `tolerance`.',
    remedy: 'The `detail` says how near it comes, and how this target takes any schedule; or accept that error by `tolerance`.'
  },
  'export-too-long': {
    status: 409,
    title: 'The multipliers are too many for a text that holds them all.',
    cause: 'As code they would be more than 16 MB, or the schedule has more than 10^7 steps.',
    remedy: 'Ask for straight pieces within a `tolerance`, or take the target csv or safetensors, which have no limit.'
  },
  'idempotency-key-in-use': {
    status: 409,
    title: 'The first request with this Idempotency-Key is still being answered.',
    cause: 'Two requests with the same key came at once.',
    remedy: 'Send the request again after the seconds in `Retry-After`: it then gets the first answer.'
  },
  'body-too-large': {
    status: 413,
    title: 'The body is larger than the service takes.',
    cause: 'The body, counted after inflation, is over the limit of its format.',
    remedy: 'Send the points in several requests, or as application/octet-stream, whose limit is four times that of text.'
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is in a format that this path does not read.',
    cause: 'The header `Content-Type` or `Content-Encoding` is missing or is not one of those of the path.',
    remedy: 'Send one of the formats that `detail` lists.'
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key came before with another request.',
    cause: 'A key names one request: method, path, query and body.',
    remedy: 'Make a new key for each new request, and keep it for the retries of that request.'
  },
  'shape-mismatch': {
    status: 422,
    title: 'Tensors that belong together differ in names or shapes.',
    cause:
      'A gradient or a slot of the state has a name that the parameters lack, or another shape, or not as many values as its shape says.',
    remedy:
      'Compare the tensor that `detail` names with the shape that belongs there. A gradient may be left out as a whole; its parameter is then skipped.'
  },
  'non-finite': {
    status: 422,
    title: 'A tensor has an entry that is NaN or infinite.',
    cause: 'Parameters or gradients came with such an entry, or a step overflowed. Nothing is repaired silently.',
    remedy: 'Look at the tensor, the entry and the step that `detail` names. Leave the step out, as training loops do, or ask for float64.'
  },
  'loss-required': {
    status: 422,
    title: 'The optimizer needs the loss of each step.',
    cause: 'Its step size comes from the loss at the point where the gradient was taken, and a step came without.',
    remedy: 'Send `loss` with each step: the value of the function whose gradient it is.'
  },
  'sample-index-required': {
    status: 422,
    title: 'The optimizer needs to know which sample a step is of.',
    cause: 'It keeps one number for each sample, and a step came without `sampleIndex`, or with one that is not below `samples`.',
    remedy: 'Send `sampleIndex`, counted from 0, with each step.'
  },
  'optimizer-not-found': {
    status: 404,
    title: 'No optimizer has this name.',
    cause: 'The name is not in the catalogue.',
    remedy: 'GET /v1/optimizers lists them all.'
  },
  'schedule-rule-not-found': {
    status: 404,
    title: 'No schedule rule has this name.',
    cause: 'The name is not in the catalogue.',
    remedy: 'GET /v1/schedule-rules lists them all.'
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive.',
    cause: 'The head or the body of the request was not complete in the time that the service waits for it.',
    remedy: 'Send the request again, over a better connection or in smaller parts. A retry never stores a point twice.'
  },
  'headers-too-large': {
    status: 431,
    title: 'The head of the request is larger than the service takes.',
    cause: 'The path with its query and the headers have more than 16 KiB together.',
    remedy: 'Send less in the query and the headers; a proxy or cookies of another service on this host may add some.'
  },
  internal: {
    status: 500,
    title: 'The service failed.',
    cause: 'A fault of the service. Its log has the cause under the `requestId` of the answer.',
    remedy: 'Try again; if it stays, report it with the `requestId`.'
  },
  overloaded: {
    status: 503,
    title: 'The service has more to do than it takes on at once.',
    cause: 'Too many bytes or computations are waiting, the database is away, or the service is stopping.',
    remedy: 'Send the request again after the seconds in `Retry-After`. A retry never stores a point twice.'
  }
} as const satisfies Record<string, { status: number; title: string; cause: string; remedy: string }>

export type ProblemName = keyof typeof problems

/**
 * One place in a request that is wrong. `pointer` is a JSON Pointer into the body (`""` for all of it), or `query/<name>`,
 * `path/<name>`, `header/<name>`; `fix` says what to write instead.
 */
export interface InvalidPart {
  pointer: string
  detail: string
  fix?: string
}

/** A failure that the caller is told about, by its row in the table. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly type: ProblemName
  readonly detail: string
  readonly errors: InvalidPart[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(type: ProblemName, detail: string, more: { errors?: InvalidPart[]; retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(`${type}: ${detail}`, more.cause === undefined ? {} : { cause: more.cause })
    this.type = type
    this.detail = detail
    this.errors = more.errors
    this.retryAfterSeconds = more.retryAfterSeconds
  }

  get status(): number {
    return problems[this.type].status
  }
}

/** A 400 that names one place. */
export const invalid = (pointer: string, detail: string, fix?: string): Problem =>
  new Problem('invalid-request', detail, { errors: [fix === undefined ? { pointer, detail } : { pointer, detail, fix }] })
