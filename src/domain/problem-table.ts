/**
 * Every way in which a request can fail. `title` never varies; `detail` is the case at hand. `GET /problems/<name>` serves cause
 * and remedy, and `type` in an answer is that path.
 * @see RFC 9457, Problem Details for HTTP APIs
 */
export const problems = {
  'invalid-request': {
    status: 400,
    title: 'The request does not match its schema.',
    cause: 'A field, a query parameter, a header or the whole body does not match the OpenAPI document.',
    remedy: 'Each entry of `errors` names one place and, if possible, says what to send instead. The OpenAPI document is at /openapi.json.'
  },
  'start-step-required': {
    status: 400,
    title: 'The series already has points, so the request must name the step of its first value.',
    cause: 'The values have no `startStep`, the series is not empty, and they do not repeat what is stored.',
    remedy: 'Send `startStep` or `steps`. Only a retry of the first request needs neither.'
  },
  'key-required': {
    status: 401,
    title: 'The request needs an API key.',
    cause: 'The request has no API key, or one that is mistyped, unknown, revoked or expired.',
    remedy:
      'Send `Authorization: Bearer taper_…`. Clients and commands take the key from TAPER_API_KEY. Whoever runs the service makes keys with ' +
      'POST /v1/keys or `taper keys create`; a new service shows its first one in its log.'
  },
  'scope-required': {
    status: 403,
    title: 'The API key may not do this.',
    cause: 'The call needs a wider scope than the key has: `write` stores and changes, `admin` makes keys.',
    remedy: 'Use a key of the scope that `detail` names. GET /v1/whoami shows what a key may do.'
  },
  'not-found': {
    status: 404,
    title: 'This path does not exist.',
    cause: 'The service has no such path.',
    remedy: 'GET / shows where to start; /openapi.json lists every path.'
  },
  'cross-origin': {
    status: 403,
    title: 'A page of another origin may not change anything.',
    cause: 'A browser sent the request for a page of another host or port, by its header `Origin` or `Sec-Fetch-Site`.',
    remedy: 'Use the page of the service itself, or a program that is no browser. A proxy must pass the header `Host` on as it came.'
  },
  'misdirected-request': {
    status: 421,
    title: 'The service is not known by this host.',
    cause: 'The header `Host` names neither loopback, nor the address that the service listens on, nor a name in `TAPER_HOSTS`.',
    remedy: 'List the name in `TAPER_HOSTS` where the service starts, e.g. TAPER_HOSTS=taper,taper.example.org.'
  },
  'run-not-found': {
    status: 404,
    title: 'No run has this id.',
    cause: 'The run was never created, or was deleted.',
    remedy: 'Create it with PUT /v1/runs/{runId}; it is safe to repeat.'
  },
  'no-learning-rates': {
    status: 409,
    title: 'The run has no learning rates.',
    cause: 'Fewer than two points of the series learning-rate are stored for the run.',
    remedy:
      'Log them with POST /v1/runs/{runId}/series (`learning-rate`), which the Python adapters do, or send the rates, or for a forecast the schedule, in the request.'
  },
  'no-losses': {
    status: 409,
    title: 'The run has no losses.',
    cause: 'No point of the series loss is stored for the run.',
    remedy: 'Log them with POST /v1/runs/{runId}/series (`loss`), which the Python adapters do, or send the losses in the request.'
  },
  'schedule-not-found': {
    status: 404,
    title: 'No schedule has this id.',
    cause: 'The schedule was never created, or was deleted.',
    remedy: 'GET /v1/schedules lists all. POST /v1/schedules makes one by a rule; POST /v1/runs/{runId}/schedules refines one.'
  },
  'operation-not-found': {
    status: 404,
    title: 'No operation has this id.',
    cause: 'It never existed, or it ended more than a week ago and was deleted.',
    remedy: 'If it made a schedule, find it with GET /v1/schedules. Otherwise send the request again.'
  },
  'key-not-found': {
    status: 404,
    title: 'No API key has this id.',
    cause: 'The key was never made, or was revoked.',
    remedy: 'GET /v1/keys lists all.'
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
    cause: 'The name is not in the list of problems.',
    remedy: 'GET /problems lists them all.'
  },
  'method-not-allowed': {
    status: 405,
    title: 'This path does not support this method.',
    cause: 'The path exists, but not with this method.',
    remedy: 'The header `Allow` lists the methods of the path.'
  },
  'not-acceptable': {
    status: 406,
    title: 'The answer is not available in the requested format.',
    cause: 'The header `Accept` names no format of this path, or the format cannot hold these values.',
    remedy: 'Request a format that `detail` lists, or leave `Accept` out.'
  },
  'norm-conflict': {
    status: 409,
    title: 'A step is already stored with another value.',
    cause: 'With `onConflict=reject`, the request has a point whose step is stored with a different value.',
    remedy: 'Send `onConflict=replace` to replace the value, or `resumeFrom` if training resumed from a checkpoint.'
  },
  'too-few-norms': {
    status: 409,
    title: 'There are too few usable gradient norms to refine a schedule.',
    cause: 'Without NaN, infinities, zeros and trimmed points, fewer than two are left; or their median is 0; or no series has this norm.',
    remedy: 'Log more steps. Log the norm of the raw gradient, before clipping, with enough digits that it does not round to 0.'
  },
  'series-too-long': {
    status: 409,
    title: 'The series is too long for one refinement or bound.',
    cause: 'Uneven steps are interpolated onto an even grid of at most four times the points. This series needs more than 10^8.',
    remedy: 'Log at even steps. Or refine a part of the series: GET the points and POST their values to /v1/refinements.'
  },
  'operation-ended': {
    status: 409,
    title: 'The operation has already ended.',
    cause: 'It was done or had failed before the request to cancel it.',
    remedy: 'GET it to see its result. If it made a schedule, delete that instead.'
  },
  'export-does-not-fit': {
    status: 409,
    title: 'The target has no schedule close enough to this one.',
    cause:
      'The target has only a few named schedules, and the closest is off by more than `tolerance` (default: 1 %); or the schedule has no such ' +
      'batch ramp or merge.',
    remedy: 'The `detail` names the error, and how to use any schedule with this target. Or accept the error with `tolerance`.'
  },
  'export-too-long': {
    status: 409,
    title: 'The schedule is too long to export as text.',
    cause: 'The file would be larger than 16 MB, or the schedule has more than 10^7 steps.',
    remedy: 'Request straight pieces with a `tolerance`, or use the targets csv or safetensors, which have no limit.'
  },
  'idempotency-key-in-use': {
    status: 409,
    title: 'The first request with this Idempotency-Key is still in progress.',
    cause: 'Two requests have the same key at the same time.',
    remedy: 'Send the request again after the seconds in `Retry-After`. It gets the first answer.'
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large.',
    cause: 'The body, after decompression, exceeds the limit of its format.',
    remedy: 'Split it into several requests, or send application/octet-stream, whose limit is four times that of text.'
  },
  'too-large-for-memory': {
    status: 413,
    title: 'The request needs more memory than the service has.',
    cause: 'What it sends or asks for does not fit into the memory of the service, even if nothing else is under way.',
    remedy: 'Ask for fewer steps or points at once, as `errors` says, or run the service with a higher TAPER_MEMORY_BYTES_MAX.'
  },
  'unsupported-media-type': {
    status: 415,
    title: 'This path does not read this format.',
    cause: 'The header `Content-Type` is missing, or it or `Content-Encoding` names a format that the path does not read.',
    remedy: 'Send one of the formats that `detail` lists.'
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used for another request.',
    cause: 'A key identifies one request: method, path, query and body.',
    remedy: 'Use a new key for each request, and the same key only for its retries.'
  },
  'shape-mismatch': {
    status: 422,
    title: 'Tensors that belong together differ in names or shapes.',
    cause: 'A gradient or a slot of the state has a name or shape that no parameter has, or its values do not fill its shape.',
    remedy: 'Compare the tensor that `detail` names with its parameter. You may leave a gradient out; its parameter is then skipped.'
  },
  'non-finite': {
    status: 422,
    title: 'A tensor has an entry that is NaN or infinite.',
    cause: 'Parameters or gradients have such an entry, or a step overflowed. The service never repairs values silently.',
    remedy: 'Check the tensor, entry and step that `detail` names. Skip the step, as training loops do, or use float64.'
  },
  'ambiguous-log': {
    status: 422,
    title: 'It is not certain which column of the log holds what was asked for.',
    cause: 'No column is called like it, or several are. Columns are chosen by name and never by place.',
    remedy: 'The list `errors` has every column with what it holds. Name one with `column`, that of the steps with `step`.'
  },
  'loss-required': {
    status: 422,
    title: 'The optimizer needs the loss of each step.',
    cause: 'Its step size depends on the loss at the parameters of the gradient, and a step has no loss.',
    remedy: 'Send `loss` with each step.'
  },
  'sample-index-required': {
    status: 422,
    title: 'The optimizer needs the sample of each step.',
    cause: 'It keeps one number per sample, and a step has no `sampleIndex`, or one that is not below `samples`.',
    remedy: 'Send `sampleIndex`, from 0, with each step.'
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
  'too-many-requests': {
    status: 429,
    title: 'There were too many requests.',
    cause: 'The key, or without a key the address, has sent as many requests as TAPER_REQUESTS_PER_MINUTE allows.',
    remedy: 'Send the request again after the seconds in `Retry-After`. Send more points in a request.'
  },
  'too-many-points': {
    status: 429,
    title: 'There were too many points today.',
    cause: 'With this request the key, or without a key the address, would have stored more points than TAPER_POINTS_PER_DAY allows.',
    remedy: 'Send it again after the seconds in `Retry-After`, when the next day of UTC begins. Nothing of it was stored.'
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive.',
    cause: 'The headers or the body were not complete in time.',
    remedy: 'Send it again, over a better connection or in smaller parts. A retry never stores a point twice.'
  },
  'headers-too-large': {
    status: 431,
    title: 'The path and headers of the request are too large.',
    cause: 'Path, query and headers together exceed 16 KiB.',
    remedy: 'Shorten the query and headers. A proxy, or cookies of another service on this host, may add to them.'
  },
  internal: {
    status: 500,
    title: 'The service failed.',
    cause: 'An error in the service. Its log has the cause, under the `requestId` of the answer.',
    remedy: 'Try again. If it fails again, report it with the `requestId`.'
  },
  'storage-full': {
    status: 507,
    title: 'The disk is full.',
    cause: 'There is no space for what the request would store, on the disk of the database or of temporary files. Nothing was stored.',
    remedy:
      'Free space, or make the disk larger; the service goes on by itself. Then send the request again: a retry never stores a point twice.'
  },
  overloaded: {
    status: 503,
    title: 'The service is overloaded or not available for now.',
    cause: 'Too many bytes or computations are waiting, the database does not answer, or the service is stopping.',
    remedy: 'Send the request again after the seconds in `Retry-After`. A retry never stores a point twice.'
  }
} as const satisfies Record<string, { status: number; title: string; cause: string; remedy: string }>
