// Made from openapi/openapi.json by `npm run clients`. Do not change it by hand.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show where to start.
         * @description Lists the main paths, and the commands for a first schedule. Browsers get the page, on which one sees runs and schedules.
         */
        get: operations["getEntrance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the process is alive.
         * @description Does not check the database, so that an outage of the database does not restart the process.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the metrics of the process, for Prometheus.
         * @description Prometheus text format. Requests by route and status, points by series, work in threads, operations and their queue, the database and its connections, memory, the event loop, and the process. Answers also while the database is away.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the OpenAPI document of this service.
         * @description Returns an OpenAPI 3.1 document. Clients can be generated from it.
         */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List problems.
         * @description Lists every problem that a request can meet, with its cause and remedy.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a problem.
         * @description Returns its cause and remedy. The `type` of an error is the path of this page.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the service is ready for requests.
         * @description Checks the database and the engine, and whether the service is about to stop.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was changed and by whom, newest first.
         * @description Lists the requests that changed something in the project of the key. Records cannot be changed; they are kept for TAPER_AUDIT_DAYS. Those of another replica appear after a second, appends of points after a minute.
         */
        get: operations["listAuditRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare the learning rates that were used with the schedule that was meant.
         * @description Finds where a trainer went another way: another peak, steps counted by processes or batches, a resumption without the state of the scheduler, another length, a rate that stays. Each finding says from which step to which, and what to mend in the trainer. `nearest` says which rule the rates are like. Stores nothing.
         */
        post: operations["auditLearningRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute the bound of a schedule on gradient norms.
         * @description Returns the general bound of arXiv:2310.07831 (Theorem 10), the base learning rate with the least bound, and the terms of the bound. Trailing zeros of the schedule are dropped, with their norms.
         */
        post: operations["boundSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rank schedules on gradient norms.
         * @description Ranks by the general bound, each schedule at its best base learning rate. `{ "rule": "refined" }` is the refinement of the same norms. With `"parameters": { "method": "numeric", "window": 0 }` it has the least bound of all schedules of this length.
         */
        post: operations["compareSchedules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forecast the losses of schedules from the losses and learning rates of runs.
         * @description Fits a loss law to one or several runs, and forecasts the end of a run that has not ended, of other schedules, and of cooldowns from a step. Each final loss is one smoothed over some steps, with an interval that holds 90 of 100. `search` finds schedules with the least loss at a given peak; beside it stands the ranking by the general bound, each schedule at its own best peak, which answers another question. Stores nothing.
         */
        post: operations["forecastLosses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forecasts/chart.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw forecasts of losses.
         * @description The same request as a picture: the loss that was logged with the forecast of the end of the run and its interval of 90 %, and the three best of the other schedules on one axis. The SVG suits light and dark pages and has no scripts.
         */
        post: operations["drawForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a log as it lies on the disk.
         * @description Takes one file of any format as the body, or several as multipart/form-data with their relative paths as file names: the folder of a run, its event files, the parts of a history. Finds the format by what is in it and the columns by their names, and stores every series of every run in one transaction, or nothing. Runs are made where they are missing. The same file again stores nothing. What names do not tell is refused, with every column. An import of more than 64 MiB, or with `Prefer: respond-async`, goes on as an operation (202), whose `result` is the receipt.
         */
        post: operations["importLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys, newest first.
         * @description Lists the keys of all projects, without their secrets. Revoked keys are gone; expired ones stay until they are revoked.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key.
         * @description Shows the key this once: only its digest is stored. On loopback, where no key is needed yet, the first one should have scope `admin`: as soon as there is any, every other call needs one. A retry with the same Idempotency-Key gets the same key; the answer is kept for it encrypted under that header, so choose one that nobody guesses.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key.
         * @description Requests with it are refused: at once by this process, within a second or so by its replicas.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operations, newest first.
         * @description Those that go on, and those that ended in the last week. Results that are long are left out: get the operation.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the progress and result of an operation.
         * @description Poll it about once a second, or send `Prefer: wait=<seconds>` to wait until it has ended. An operation is kept for a week after it has ended; long results may be dropped earlier. A schedule that it has made is kept for good.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        /**
         * Cancel an operation.
         * @description After 204 the operation has no result, and its computation stops within a second. Cancelling again answers 204. If it was done or had failed before, the answer is 409 and it stays as it is.
         */
        delete: operations["cancelOperation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/optimizers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the optimizers, by family.
         * @description Lists every optimizer, in one page.
         */
        get: operations["listOptimizers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/optimizers/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an optimizer.
         * @description Returns its source, its update as text and in LaTeX, its hyperparameters with ranges and defaults, what each step needs and reports, and the slots of its state.
         */
        get: operations["getOptimizer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/optimizers/{name}/golden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get golden runs, to test a port.
         * @description Returns recorded runs of the official code, with where it is from: each as the request of a replay and what must come back. Send `request` to your port, or to POST /v1/optimizers/{name}/replay, and compare with `expected`: in float64 they agree to 1e-11, relative to the largest entry of a tensor.
         */
        get: operations["getOptimizerGolden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/optimizers/{name}/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the state before the first step.
         * @description A step that is sent without a state starts from this one. In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON text under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{ scalars }`.
         */
        post: operations["initOptimizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/optimizers/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take many steps.
         * @description Takes one step per set of gradients, as if each had been sent by itself. With `scheduleId`, the learning rate of step k is peak × multiplier(firstStep + k); past the end of the schedule, its last multiplier counts. In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON text under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{ scalars }`. Gradients are named `gradients/<step>/<name>`, with steps from 0; the answer has `trajectory/<step>/<name>` and `evaluations/<step>/<name>`. Tensors may come in any order. If all parameters and states come first, and gradients follow in step order, the service takes each step as soon as its gradients have arrived, and keeps none in memory.
         */
        post: operations["replayOptimizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/optimizers/{name}/step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one step.
         * @description The service keeps no state: send the returned state with the next step. In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON text under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{ scalars }`.
         */
        post: operations["stepOptimizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the best peak learning rate from runs with different ones.
         * @description Fits a parabola in ln γ to the final losses and gives its minimum, with an interval. Where the least loss is at an end of what was tried, says which peak to try next. With `steps`, carries the peak over to another length, as a range. Stores nothing.
         */
        post: operations["findBestPeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/probes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the peak for Adam and AdamW from a short run of Prodigy or D-Adaptation.
         * @description Takes the series `distance` of a run, d, and its `learning-rate`. Where d has settled, its median over the last third times the largest rate is the peak; where it grows by 1 % or more in 100 steps, there is none, and `detail` says why. The shape is refined from the norms of the same run. Stores nothing.
         */
        post: operations["probePeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refinements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refine gradient norms into a schedule, without storing it.
         * @description Takes norms from the body, one per step, or from a run, or from several runs. For several runs, scales each to the median of their scales, aligns them by fraction of their extent and refines the median; the report then has `runs` and `band`. A refinement that takes longer than about a second becomes an operation (202), whose `result` is the refinement.
         */
        post: operations["refine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report on a log that is sent, without storing it.
         * @description Reads a log as POST /v1/imports does, and answers what was read from where, its series and the refined schedule as they are drawn, how other schedules compare, and the schedule as code for trainers; with `Accept: text/html` the same as one HTML file. Nothing is stored. What names do not tell is refused, with every column.
         */
        post: operations["reportLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how long superseded points are kept.
         * @description Says what holds for the project of the key. What is current is kept until its run is deleted.
         */
        get: operations["getRetention"];
        /**
         * Set how long superseded points are kept.
         * @description Holds for the project of the key, in place of TAPER_SUPERSEDED_DAYS. A sweep every six hours removes what has been kept long enough, and has PostgreSQL clear what deleted runs left in its files. What was removed cannot be brought back but from a backup.
         */
        put: operations["setRetention"];
        post?: never;
        /**
         * Keep superseded points as the service says.
         * @description From now on TAPER_SUPERSEDED_DAYS holds for the project of the key again.
         */
        delete: operations["resetRetention"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs, newest first.
         * @description Filters by the start of the name, by the schedule that runs were trained with, and by labels (`label.<name>=<value>`). A run must match every filter.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Create a run with a generated id.
         * @description To choose the id yourself, use PUT; its retries are safe without an Idempotency-Key.
         */
        post: operations["createRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a run.
         * @description Returns its fields, and a summary of each series of gradient norms.
         */
        get: operations["getRun"];
        /**
         * Create a run with an id of your choice, or set its fields.
         * @description Safe to repeat: a trainer can send it at every start. Fields that are left out keep their values; null clears a field.
         */
        put: operations["putRun"];
        post?: never;
        /**
         * Delete a run and its gradient norms.
         * @description Keeps the schedules refined from it, with `runDeleted: true`.
         */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        /**
         * Change fields of a run.
         * @description Takes a merge patch (RFC 7396): null clears a field, or removes a label. Concurrent changes to different fields both take effect.
         */
        patch: operations["patchRun"];
        trace?: never;
    };
    "/v1/runs/{runId}/chart.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw a run.
         * @description Draws the gradient norms as logged and after the median filter, on a logarithmic axis if they span more than two decades. Below, draws the schedule refined from them with default options, the nearest rule, and the schedule of preset paper.
         */
        get: operations["drawRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch a run.
         * @description Server-Sent Events, first of the run as it is, then of what changes: what was appended through the replica that is asked at once, everything else within about a second. `points` `{ series, version, points, lastStep, superseded }` for each series that was appended to or went back, with `added` `{ after, steps, values }` where all that happened since the version `after` is that these points came behind the others (at most 1024, else read them); `superseded` is as before where nothing was taken back or replaced. `run` `{ updatedAt }`, `schedule` `{ scheduleId }` of one that was refined from it, `end` `{}` once it is deleted. Changes that follow each other closely are one event, so that a series has at most about 60 a second. The `id` of an event is a cursor: send it back as `Last-Event-ID`, and nothing is missed or told twice. A comment every 15 s says that the connection stands; it ends after 15 minutes, and is to be opened again.
         */
        get: operations["watchRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/gradient-norms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the gradient norms of a run.
         * @description Returns all current points in step order, without sampling. application/octet-stream has only the values (float64, little-endian), with the first step and the stride as headers; it needs evenly spaced steps.
         */
        get: operations["readGradientNorms"];
        put?: never;
        /**
         * Log gradient norms.
         * @description Stores all points of a request, or none. 200 means that they are on disk. A retry is safe: a point that is already stored with the same value counts as a duplicate. Steps must increase within a request; requests may come in any order. Without `startStep`, values start at step 0 if the series is empty; otherwise they must repeat what is stored. Columns of CSV and fields of NDJSON are found by name: norms as `grad_norm`, steps as `global_step`; `columns` of the answer says which. What names do not tell is refused.
         */
        post: operations["appendGradientNorms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the lineage of a run.
         * @description Backward: the schedule that the run was trained with (its `scheduleId`), the run that this schedule was refined from, and so on. Forward: the schedules refined from the run, the runs trained with them, and so on.
         */
        get: operations["getLineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/refinements/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refine the gradient norms of a run, to be drawn.
         * @description The multipliers, the filtered norms, and the filtered losses where some are read beside them, at `points` steps at most, first and last among them, and the whole report: what a chart needs to follow an option as it is moved. Stores nothing.
         */
        post: operations["previewRefinement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Write a report of a run.
         * @description One HTML file with everything in it, for a browser, a mail or a printer: what was logged, the refined schedule beside what was used, advice and warnings, how other schedules compare by their bounds, what loss is forecast for each where losses and learning rates were logged, and the schedule as code for trainers. It runs no scripts and loads nothing. The schedule in it is not stored. The same run gives the same bytes.
         */
        get: operations["reportRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refine the gradient norms of a run into a schedule, and store it.
         * @description The same options on the same norms give the same schedule: a repetition answers 200 with the existing one. The schedule takes the peak learning rate that the run has now. `withRuns` refines the median of several runs. A refinement that takes longer than about a second becomes an operation (202) on the norms as they are now; its `result` is the schedule.
         */
        post: operations["createRefinedSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log several series at once.
         * @description Stores all points of a request in one transaction, or none. 200 means that they are on disk. A retry is safe: a point that is already stored with the same value counts as a duplicate. Steps must increase within a request; requests may come in any order. Without `startStep`, values start at step 0 where a series is empty; otherwise they must repeat what is stored. Names are exact: another column or field is an error.
         */
        post: operations["appendSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/series/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a series of a run.
         * @description Returns all current points in step order, without sampling. application/octet-stream has only the values (float64, little-endian), with the first step and the stride as headers; it needs evenly spaced steps.
         */
        get: operations["readSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/series/{name}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a series as a chart shows it.
         * @description Summarises the current points of a range of steps in at most `points` columns: the first, smallest, largest and last value of each, so that a chart of that width looks as if all points were drawn. Where there are no more points than that, each is a column. application/octet-stream has the lists steps, first, min, max, last, mean, count one after the other (float64, little-endian; NaN where JSON has null).
         */
        get: operations["viewSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedule-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List schedule rules.
         * @description Lists every rule in one page: parameters with ranges and defaults, first and last multiplier, names in other libraries.
         */
        get: operations["listScheduleRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedule-rules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a schedule rule.
         * @description Returns its source, its parameters with ranges and defaults, its first and last multiplier, and its names in other libraries.
         */
        get: operations["getScheduleRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List schedules, newest first.
         * @description Lists all schedules, or those refined from one run.
         */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Make a schedule by a rule, and store it.
         * @description Each call makes a new schedule. /v1/schedule-rules lists the rules and their parameters; the answer has the defaults filled in. The peak learning rate is the one sent, else the one that the run has now. `?unit=` takes the length in batches, samples, tokens or epochs.
         */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a schedule.
         * @description Returns how it was made, and its report. Read its multipliers at /v1/schedules/{id}/multipliers.
         */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /**
         * Delete a schedule.
         * @description Deletes its multipliers too.
         */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}/chart.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw a schedule.
         * @description Draws the multipliers over the steps and, unless the schedule was made by a rule, the nearest rule; beside a refinement of one run by preset robust also what preset paper makes of the same norms. The SVG suits light and dark pages and has no scripts.
         */
        get: operations["drawSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List export targets.
         * @description Lists the frameworks and formats that a schedule can be exported to, in one page: where each export is, and how to use it.
         */
        get: operations["listExportTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}/exports/{target}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a schedule as code or settings for a framework.
         * @description Returns a file to save or paste. Its code gives the multiplier of every step, from 0, to 1e-6; past the end, the last one. With `tolerance` the file is shorter and less exact. Targets with only a few shapes (megatron, deepspeed) get the nearest one, with its error. batch-ramp and merge-weights realise a schedule otherwise: part of its decay as a growing batch, or as a weighted sum of checkpoints.
         */
        get: operations["exportSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}/fits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the standard schedules closest to a schedule.
         * @description Returns the closest warm-up with polynomial decay, the closest schedule of each rule with its loss in the bound, and the fewest straight pieces within a tolerance. Stores nothing.
         */
        post: operations["fitSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}/horizons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a schedule longer or shorter, and store the new one.
         * @description For a run in progress: the multipliers of past steps stay. The new schedule is chosen so that a tuned peak learning rate stays right, by γ*, the base learning rate with the least general bound on the norms of the run (or on constant norms, if there are none). If multipliers would exceed 1, the peak learning rate is raised instead. Each call makes a new schedule.
         */
        post: operations["createHorizon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}/multipliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the multipliers of a schedule.
         * @description Returns one multiplier per optimizer step, from `fromStep` on. The learning rate is the peak times the multiplier. Multipliers never change. application/octet-stream is float64, little-endian; safetensors has one float64 tensor, `multipliers`.
         */
        get: operations["readMultipliers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{id}/multipliers/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the multiplier of a step.
         * @description Fast enough to call at every step. Past the end, returns the last multiplier with `clamped: true`. With `?unit=`, `step` is a position in batches, samples, tokens or epochs; the answer has the optimizer step in progress at that position.
         */
        get: operations["getMultiplier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what the key of this request may do.
         * @description Returns its project, its scope and its limits; without a key, where none is needed, what anybody may do.
         */
        get: operations["whoami"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get versions.
         * @description Returns the version of the service, the engine in use, all available engines, why others are absent, and the database.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An API key, without its secret. */
        ApiKey: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            expiresAt: string | null;
            /**
             * @description Part of the key, and no secret.
             * @example 6Yv1sPqJ0aZk
             */
            id: string;
            lastUsedAt: string | null;
            /**
             * Format: unicode
             * @description What people call it.
             * @example trainer of team A
             */
            name: string;
            /**
             * @description The project that the key sees. It needs not exist yet.
             * @example default
             */
            project: string;
            /**
             * @description `read` reads and computes, `write` also stores and changes, `admin` also makes keys.
             * @enum {string}
             */
            scope: "read" | "write" | "admin";
        };
        /** @description The key to make. */
        ApiKeyCreate: {
            expiresAt?: string | null;
            /**
             * Format: unicode
             * @description What people call it.
             * @example trainer of team A
             */
            name: string;
            /**
             * @description The project that the key sees. It needs not exist yet.
             * @example default
             */
            project: string;
            /**
             * @description `read` reads and computes, `write` also stores and changes, `admin` also makes keys.
             * @enum {string}
             */
            scope: "read" | "write" | "admin";
        };
        /** @description Keys, newest first. */
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
        };
        /** @description How the points of a request were stored. They are on disk. */
        AppendReceipt: {
            /** @description Points that are new or replace another value. */
            appended: number;
            columns?: components["schemas"]["ReadColumns"];
            /** @description Points that were already stored with the same value. */
            duplicates: number;
            lastStep: number | null;
            /** @description Current points of the series, after this request. */
            points: number;
            /** @description Points in the request: appended + duplicates. */
            received: number;
            /** @description Points that are no longer current. */
            superseded: number;
        };
        /** @description Records, newest first. */
        AuditPage: {
            items: components["schemas"]["AuditRecord"][];
            nextCursor: string | null;
        };
        /** @description A request that changed something. */
        AuditRecord: {
            /**
             * @description The operationId of the call.
             * @example deleteRun
             */
            action: string;
            /**
             * Format: date-time
             * @description When the request was answered.
             */
            at: string;
            /** @description UUIDv7. */
            id: string;
            keyId: string | null;
            keyName: string | null;
            object: string | null;
            project: string;
            /** @description The X-Request-Id of the request. */
            requestId: string;
            /** @description How many requests it stands for: appends of one key to one run within a minute are one record, with the id of the first. */
            requests: number;
            /** @description The status of the answer. */
            status: number;
        };
        /** @description The best peak learning rate of runs with different ones. */
        BestPeak: {
            atEdge: ("low" | "high") | null;
            best: {
                /** @description The loss there, by the parabola. */
                finalLoss: number;
                interval: {
                    high: number;
                    low: number;
                } | null;
                /** @description The minimum of the parabola. */
                peakLearningRate: number;
            } | null;
            /** @description What to do, in a sentence. */
            detail: string;
            /** @description Runs whose loss is not finite. */
            diverged: number;
            fit: {
                /** @description c₂ of L = c₀ + c₁ ln γ + c₂ (ln γ)². */
                curvature: number;
                noise: number | null;
                /** @description Different peaks that the parabola is fitted to. */
                peaks: number;
                /** @description Their runs. */
                runs: number;
            } | null;
            horizon: {
                /** @description That of the runs. */
                fromSteps: number;
                high: number;
                low: number;
                /** @description The length that was asked for. */
                steps: number;
            } | null;
            /** @description What was read of each run. */
            runs: {
                /** @description As used. */
                finalLoss: components["schemas"]["Float"];
                /** @description As used. */
                peakLearningRate: number;
                runId: string | null;
                steps: number | null;
            }[];
            /** @description Peaks to try next, the most useful first. */
            try: number[];
            warnings: {
                /** @enum {string} */
                code: "unfinished";
                detail: string;
            }[];
        };
        /** @description The general bound on the suboptimality of the last iterate. */
        Bound: {
            /** @description Number of steps up to the last multiplier above 0. Later norms do not count. */
            T: number;
            /** @description The bound at `peakLearningRate`, if sent: the sum of the terms. */
            bound?: components["schemas"]["Float"];
            /** @description Ω*, the bound at γ*. */
            optimalBound: components["schemas"]["Float"];
            /** @description γ*, the base learning rate (at multiplier 1) with the least bound. */
            optimalRate: components["schemas"]["Float"];
            /** @description The terms of the bound, at `peakLearningRate` if sent, else at γ*. */
            terms: {
                /** @description D²/(2γΣm). */
                distance: components["schemas"]["Float"];
                /** @description The cost of returning the last iterate instead of the average. */
                lastIterate: components["schemas"]["Float"];
                /** @description γΣm²g²/(2Σm). */
                steps: components["schemas"]["Float"];
            };
            /** @description The bound of Theorem A. Only for schedules made from weights w: `linear` to 0, and closed-form refinements with as many steps as norms and no warmupFloor (a stored one while its run has the same norms). About half the general bound; do not compare the two. */
            weighted?: {
                /** @description The number of weights, including the last. */
                T: number;
                /** @description D·√Σw²g²/Σw. */
                optimalBound: components["schemas"]["Float"];
                /** @description The base learning rate (at multiplier 1) with the least bound. */
                optimalRate: components["schemas"]["Float"];
            };
        };
        /** @description A schedule, and the norms to compute its bound on. */
        BoundRequest: {
            candidate: components["schemas"]["Candidate"];
            /**
             * @description D = ‖x₁ − x*‖, the distance from the initial point to the solution.
             * @default 1
             */
            distance?: number;
            norms: components["schemas"]["NormsSource"];
            /** @description Learning rate at multiplier 1, to compute the bound at. */
            peakLearningRate?: number;
            /** @description Length of the schedules in optimizer steps. Default: their own, else that of the norms (of a run: totalSteps, else the extent of what it has logged). Stored schedules and multipliers have a fixed length. */
            steps?: number;
        };
        /** @description A schedule: a rule, the id of a stored schedule, or multipliers. */
        Candidate: {
            /** @description Multipliers of successive steps. Finite; at least one above 0. Their scale does not matter. */
            multipliers?: components["schemas"]["Float"][];
            /**
             * Format: unicode
             * @description A name for the answer. Default: the name of the schedule or rule.
             */
            name?: string;
            /** @description Parameters of the rule; absent ones take their defaults. `refined` takes weighting, preset, window, trim, method and warmupFloor as in POST /v1/refinements; weighting auto is inverse for l1 norms of a run, else inverse-square. */
            parameters?: {
                [key: string]: unknown;
            };
            /**
             * @description A rule of GET /v1/schedule-rules, or `refined` for the refinement of these norms.
             * @example cosine
             */
            rule?: string;
            /**
             * @description The id of a schedule (UUIDv7), generated by the service.
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
             */
            scheduleId?: string;
        } & (unknown | unknown | unknown);
        /** @description At most 4096 numbers of each kind, to ask other questions with. */
        ComparableNumbers: {
            curve: {
                learningRates: (number | null)[];
                losses: number[];
                steps: number[];
            } | null;
            /** @description Norms of successive parts of the log, as `norms.values` of POST /v1/comparisons. */
            norms: number[];
        };
        /** @description Schedules ranked by their general bounds. */
        Comparison: {
            /** @description Best first, each at its best base learning rate. */
            ranking: {
                /** @description Number of steps up to the last multiplier above 0. Later norms do not count. */
                T: number;
                /** @description Its multipliers at some steps, where `points` asks for them: the first, the last, the peak, and even ones between. */
                drawn?: {
                    multipliers: number[];
                    steps: number[];
                };
                name: string;
                /** @description Ω*, the bound at γ*. */
                optimalBound: components["schemas"]["Float"];
                /** @description γ*, the base learning rate (at multiplier 1) with the least bound. */
                optimalRate: components["schemas"]["Float"];
                /** @description This bound over the best one, ≥ 1. */
                ratio: components["schemas"]["Float"];
            }[];
            /** @description The outcome in words. Schedules whose bounds differ by less than 10 % are called equally good. */
            summary: string;
            /** @description Reasons to doubt the ranking. */
            warnings: {
                /** @enum {string} */
                code: "zeros-within" | "different-lengths" | "l1-norms";
                detail: string;
            }[];
        };
        /** @description Schedules, and the norms to compare them on. */
        ComparisonRequest: {
            candidates: components["schemas"]["Candidate"][];
            /**
             * @description D = ‖x₁ − x*‖, the distance from the initial point to the solution.
             * @default 1
             */
            distance?: number;
            norms: components["schemas"]["NormsSource"];
            /**
             * @description Of so many multipliers of each schedule the answer tells, at most.
             * @default 0
             */
            points?: number;
            /** @description Length of the schedules in optimizer steps. Default: their own, else that of the norms (of a run: totalSteps, else the extent of what it has logged). Stored schedules and multipliers have a fixed length. */
            steps?: number;
        };
        /** @description A line as a chart of 600 columns shows it: the smallest and largest value of each; null where there is none. */
        DrawnLine: {
            high: (number | null)[];
            low: (number | null)[];
            steps: number[];
        };
        /** @description A compute engine. */
        Engine: {
            /** @example cpu */
            device: string;
            library: string | null;
            /** @enum {string} */
            name: "tensorflow" | "wasm" | "reference";
            precisions: ("float64" | "float32")[];
        };
        /** @description Where to start. */
        Entrance: {
            description: string;
            /** @description The main paths, by purpose. */
            links: {
                [key: string]: string;
            };
            /** @enum {string} */
            name: "Taper";
            /** @description Commands for a first schedule. */
            start: string[];
            version: string;
        };
        /** @description Points at even steps. */
        EvenGradientNorms: {
            /** @enum {string} */
            norm: "l2" | "l1" | "linf";
            /** @description The step of the first value. */
            startStep: number;
            /** @description Steps from one value to the next. Default: 1. */
            stride: number;
            values: components["schemas"]["Float"][];
        };
        /** @description Points at even steps. */
        EvenSeries: {
            /** @enum {string} */
            name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            /** @description The step of the first value. */
            startStep: number;
            /** @description Steps from one value to the next. Default: 1. */
            stride: number;
            values: components["schemas"]["Float"][];
        };
        /** @description Values at even steps. */
        EvenSeriesLog: {
            series: components["schemas"]["SeriesValues"];
            /** @description The step of the first value of each list. Default: 0, where a series has no points yet. */
            startStep?: number;
            /** @description Steps from one value to the next. Default: 1. */
            stride?: number;
        };
        /** @description A framework or format that a schedule can be exported to. */
        ExportTarget: {
            /** @description Parameters of the query that this target alone takes. */
            asks: ("batchSize" | "maximumBatchSize" | "checkpoints")[];
            /** @example taper_schedule.py */
            fileName: string;
            /** @description The forms to choose from. Empty if the file has only settings. */
            forms: ("segments" | "dense")[];
            /**
             * Format: uri-reference
             * @description The path of the export.
             */
            href: string;
            /** @example text/x-python */
            mediaType: string;
            /** @example pytorch */
            name: string;
            title: string;
            /** @description How to use the file. */
            usage: string;
        };
        /** @description All targets, in one page. */
        ExportTargetList: {
            items: components["schemas"]["ExportTarget"][];
            nextCursor: null;
        };
        /** @description Which standard schedules to fit. */
        FitRequest: {
            /**
             * @description The rules to fit. Default: all that can be fitted.
             * @example [
             *       "cosine",
             *       "wsd"
             *     ]
             */
            rules?: string[];
            /**
             * @description The largest error of the segments at any step.
             * @default 0.01
             */
            tolerance?: number;
        };
        /** @description The standard schedules closest to a schedule. */
        Fits: {
            /** @description The closest schedule of each rule, best first. */
            fits: {
                /** @description General bound of the fit over that of the schedule, each at its best base learning rate, on the norms of the run, or on constant norms. */
                boundRatio: components["schemas"]["Float"];
                /** @description The largest error at any step. */
                maxError: number;
                /** @description Parameters of the closest fit, by least squares, as for POST /v1/schedules. */
                parameters: {
                    [key: string]: unknown;
                };
                /** @description 1 − SSE/SST. For a constant schedule: 1 if the fit is exact, else 0. */
                r2: number;
                /** @description A rule of GET /v1/schedule-rules. */
                rule: string;
            }[];
            /** @description The corners of the fewest straight pieces within the tolerance, from the first step to the last. */
            segments: {
                multiplier: number;
                step: number;
            }[];
            /** @description The closest warm-up with polynomial decay, by least squares. */
            warmupPolynomial: {
                /** @description The largest error at any step. */
                maxError: number;
                /** @description `power` of the `polynomial` that follows, with final 0. */
                power: number;
                /** @description 1 − SSE/SST. For a constant schedule: 1 if the fit is exact, else 0. */
                r2: number;
                /** @description Length of the linear warm-up as a fraction of the steps: `length` of `warmup`. */
                warmup: number;
            };
        };
        /** @description A float64: a number, or a string where JSON has no number for it. */
        Float: number | components["schemas"]["NonFinite"];
        /** @description Losses that a law expects. */
        Forecast: {
            /** @description How the law fits. */
            fit: {
                /** @description What became of the losses of each curve. */
                curves: {
                    /** @description NaN and infinities, left out. */
                    nonFinite: number;
                    /** @description Losses of the curve. */
                    received: number;
                    /** @description Fitted. */
                    used: number;
                    /** @description In the warm-up or the first steps, left out. */
                    warmup: number;
                }[];
                /** @description Losses that were fitted, as block medians. */
                points: number;
                /** @description Of the block medians. */
                rmse: number;
            };
            /** @description Candidates in their order, then branches: every shape over the first length, then over the next. */
            forecasts: {
                curve: {
                    high: number[];
                    losses: number[];
                    low: number[];
                    steps: number[];
                } | null;
                /** @description The loss at its end. */
                finalLoss: number;
                /** @description Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks, spread of the laws, and how far laws erred on other schedules. */
                interval: {
                    /** @description Upper end. */
                    high: number;
                    /** @description Lower end. */
                    low: number;
                };
                name: string;
                /** @description Learning rate at multiplier 1. */
                peakLearningRate: number;
                schedule: {
                    /** @description Its parameters. */
                    parameters: {
                        [key: string]: unknown;
                    };
                    /** @description A rule of GET /v1/schedule-rules. */
                    rule: string;
                    scheduleId?: string;
                } | null;
                /** @description Length of the schedule. */
                steps: number;
                /** @description Σ η over all steps. */
                sumOfRates: number;
            }[];
            /** @description Whether the rate was seen to decay by 15 % or more. Where not, priors alone say what a decay gives. */
            identified: boolean;
            /**
             * @description The law that was fitted.
             * @enum {string}
             */
            law: "annealing-momentum" | "multi-power" | "bound-power";
            /** @description Of the law, as its formula calls them; S and rates as used, steps in optimizer steps. */
            parameters: {
                [key: string]: number;
            };
            search: {
                /** @description How far the three are apart. */
                apart: number;
                /** @description Another question: three by the general bound on constant norms, each shape at its own best peak. No forecast of a loss. */
                atOwnPeak: {
                    /** @description Its parameters. */
                    parameters: {
                        [key: string]: unknown;
                    };
                    /** @description Its bound to the least. */
                    ratio: number;
                    /** @description A rule of GET /v1/schedule-rules. */
                    rule: string;
                }[];
                /** @description The best cooldown and floor of each shape at the given peak, by the law; the three best of these. */
                atPeak: {
                    /** @description The loss at its end. */
                    finalLoss: number;
                    /** @description Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks, spread of the laws, and how far laws erred on other schedules. */
                    interval: {
                        /** @description Upper end. */
                        high: number;
                        /** @description Lower end. */
                        low: number;
                    };
                    /** @description Its parameters. */
                    parameters: {
                        [key: string]: unknown;
                    };
                    /** @description A rule of GET /v1/schedule-rules. */
                    rule: string;
                }[];
                /** @description What the difference means, in words. */
                detail: string;
                /** @description Whether `apart` is more than that, and more than `fit.rmse`. */
                isMoreThanSeeds: boolean;
                /** @description The given peak. */
                peakLearningRate: number;
                /** @description How far two seeds are apart at least: √2 times the scatter of block medians around their trend. */
                seeds: number;
                /** @description Length of the training. */
                steps: number;
                /** @description Schedules that were tried. */
                tried: number;
                /** @description Steps of the warm-up. */
                warmup: number;
            } | null;
            self: {
                /** @description Its place in `curves`. */
                curve: number;
                /** @description The loss at its end. */
                finalLoss: number;
                /** @description Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks, spread of the laws, and how far laws erred on other schedules. */
                interval: {
                    /** @description Upper end. */
                    high: number;
                    /** @description Lower end. */
                    low: number;
                };
                /** @description The laws that it is by: the one that was fitted, multi-power for a run of which less than half is logged, the median of three from 60 % on. */
                laws: string[];
                path: {
                    high: number[];
                    losses: number[];
                    low: number[];
                    steps: number[];
                } | null;
                /** @description Length of the training. */
                steps: number;
            } | null;
            /** @description The answer in a sentence. */
            summary: string;
            /** @description What makes a forecast less sure than it looks. */
            warnings: {
                /**
                 * @description no-decay: priors alone say what a decay gives. no-fall: the losses do not fall. poor-fit: the law misses them by far more than their scatter. non-finite: losses were left out. extrapolation: rates or sums beyond those seen.
                 * @enum {string}
                 */
                code: "no-decay" | "no-fall" | "poor-fit" | "non-finite" | "extrapolation";
                detail: string;
            }[];
        };
        /** @description A schedule to forecast: a rule, the id of a stored schedule, or multipliers. */
        ForecastCandidate: {
            /** @description Multipliers of successive steps. Finite; at least one above 0. Their scale does not matter. */
            multipliers?: components["schemas"]["Float"][];
            /**
             * Format: unicode
             * @description A name for the answer. Default: the name of the schedule or rule.
             */
            name?: string;
            /** @description Parameters of the rule; absent ones take their defaults. `refined` takes weighting, preset, window, trim, method and warmupFloor as in POST /v1/refinements; weighting auto is inverse for l1 norms of a run, else inverse-square. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description Learning rate at multiplier 1. Default: that of the stored schedule, else the largest of the curves. */
            peakLearningRate?: number;
            /**
             * @description A rule of GET /v1/schedule-rules, or `refined` for the refinement of these norms.
             * @example cosine
             */
            rule?: string;
            /**
             * @description The id of a schedule (UUIDv7), generated by the service.
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
             */
            scheduleId?: string;
        } & (unknown | unknown | unknown);
        /** @description A run: its series `loss` and `learning-rate`, or lists of them. Where rates were not logged, and after the last logged one, `schedule` says them; of a run its own unless given. */
        ForecastCurve: {
            /** @description The learning rate at each loss; null where none was logged. Linear between them, constant after the last; before the first a linear ramp from 0. */
            learningRates?: (components["schemas"]["Float"] | null)[];
            /** @description Training losses. null, NaN and infinities are left out, and counted. */
            losses?: (components["schemas"]["Float"] | null)[];
            /** @description The learning rate at multiplier 1 of `schedule`. Default: that of the schedule, else of the run. */
            peakLearningRate?: number;
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId?: string;
            schedule?: components["schemas"]["Candidate"];
            /** @description The optimizer step of each loss, ascending. Default: 0, 1, 2 … */
            steps?: components["schemas"]["Float"][];
            /** @description Length of the training, where the losses end before it. Default: that of the run, else of the schedule. */
            totalSteps?: number;
        } & (unknown | unknown);
        /** @description Runs to learn from, and schedules to forecast. */
        ForecastRequest: {
            /** @description Cooldowns from a step of `self`, else of the first curve: every shape over every length. */
            branches?: {
                /** @description k: the steps before it are done. */
                fromStep: number;
                /** @description How long the cooldowns are. */
                lengths: number[];
                /** @description How they fall, from the rate at step k on. */
                shapes: string[];
            };
            /** @description Schedules to forecast. */
            candidates?: components["schemas"]["ForecastCandidate"][];
            /** @description Runs of one model and data, fitted together. The first that has not ended is `self`. */
            curves: components["schemas"]["ForecastCurve"][];
            /**
             * @description Which law is fitted. auto: multi-power where no decay of the rate was seen; else bound-power for runs below 10000 steps, annealing-momentum for one longer run, multi-power for several. annealing-momentum: L = L0 + A·S1^−α − C·S2; S1 = Σ η, S2 = Σ m, m_i = λ·m_{i−1} + (η_{i−1} − η_i), λ = 0.999. multi-power: L = L0 + A·S^−α − B·Σ_k (η_{k−1} − η_k)·(1 − (1 + C·η_k^−γ·S_k)^−β); S = Σ η, S_k = Σ_{τ ≥ k} η; β = 0.6, γ = 0.65. bound-power: L = L0 + A·(Σ η)^−α + B·N; N = Σ η²/(2Σ η) + ½ Σ_{k<t} η_k·Q_k/(S_k·S_{k+1}), S_k = Σ_{τ ≥ k} η, Q_k = Σ_{τ ≥ k} η².
             * @enum {string}
             */
            law?: "auto" | "annealing-momentum" | "multi-power" | "bound-power";
            /**
             * @description Points of each forecast curve in the answer.
             * @default 0
             */
            points?: number;
            /** @description Searches cooldowns, shapes and floors for the least loss; `{}` takes all defaults. */
            search?: {
                /** @description Default: the largest of the curves. */
                peakLearningRate?: number;
                /** @description Length of the training. Default: `steps`, else that of the longest curve. */
                steps?: number;
                /** @description Steps of the warm-up. Default: that of the curve. */
                warmup?: number;
            };
            /** @description Length of the candidates. Default: their own, else that of the longest curve. */
            steps?: number;
        };
        /** @description One step of a lineage: a schedule, and the runs before or after it. */
        Generation: {
            /** @description Number of schedules in between: −1, −2, … backward, 1, 2, … forward. */
            generation: number;
            /** @description Backward: the run that the schedule was refined from, if any. Forward: the runs trained with it. */
            runs: components["schemas"]["LineageRun"][];
            schedule: components["schemas"]["LineageSchedule"];
        };
        /** @description A recorded run of official code in float64, as the request of a replay and what must come back. */
        GoldenRun: {
            /** @description What the official code has after each step. */
            expected: {
                /** @description What the official code reports of each step. */
                diagnostics: {
                    [key: string]: number;
                }[];
                /** @description The point to evaluate at after each step, for optimizers where it differs from the parameters. */
                evaluations?: {
                    [key: string]: components["schemas"]["OptimizerTensor"];
                }[];
                /** @description The parameters after each step. */
                trajectory: {
                    [key: string]: components["schemas"]["OptimizerTensor"];
                }[];
            };
            /** @description How far the official code gets from its float64 run when it computes in float32 from the same gradients; relative. */
            float32Error: {
                parameters: number;
                scalars: number;
            } | null;
            name: string;
            /** @description The call whose run it is. */
            official: string;
            /** @description Where that code is from. */
            origin: string;
            request: components["schemas"]["OptimizerReplayRequest"];
        };
        /** @description The recorded runs that an optimizer is tested against. */
        GoldenRuns: {
            /** @description Why there is no run, where there is none. */
            note: string | null;
            optimizer: string;
            runs: components["schemas"]["GoldenRun"][];
        };
        /** @description A point, in order of arrival. */
        GradientNormArrival: {
            /** @description False if superseded. */
            current: boolean;
            /** @description Counts the points of the series in order of arrival. */
            sequence: number;
            /** @description The step. */
            step: number;
            value: components["schemas"]["Float"];
        };
        /** @description Summary of a range of steps. */
        GradientNormBucket: {
            /** @description Points in the range. */
            count: number;
            first: number | null;
            /** @description The first step of the range. */
            fromStep: number;
            last: number | null;
            max: number | null;
            mean: number | null;
            min: number | null;
            /** @description Points that are NaN or infinite. */
            nonFinite: number;
            /** @description One past the last step of the range. */
            toStep: number;
        };
        /** @description With buckets=n. */
        GradientNormBuckets: {
            buckets: components["schemas"]["GradientNormBucket"][];
        };
        /** @description With history=all. */
        GradientNormHistory: {
            points: components["schemas"]["GradientNormArrival"][];
        };
        /** @description Gradient norms: evenly spaced values, values with their steps, or points. */
        GradientNormLog: components["schemas"]["GradientNormValues"] | components["schemas"]["GradientNormSteps"] | components["schemas"]["GradientNormPoints"];
        /** @description A gradient norm and its step. */
        GradientNormPoint: {
            /** @description The optimizer step; strictly increasing. */
            step: number;
            value: components["schemas"]["Float"];
        };
        /** @description Points, each with its step. */
        GradientNormPoints: {
            points: components["schemas"]["GradientNormPoint"][];
        };
        /** @description Values with their steps. */
        GradientNormSteps: {
            /** @description The step of each value, strictly increasing. */
            steps: number[];
            /** @description The norm at each step, as many as `steps`. */
            values: components["schemas"]["Float"][];
        };
        /** @description Values at even steps. */
        GradientNormValues: {
            /** @description The step of the first value. */
            startStep?: number;
            /** @description Steps from one value to the next. Default: 1. */
            stride?: number;
            /** @description Norms of successive points. */
            values: components["schemas"]["Float"][];
        };
        /** @description The gradient norms of a run. */
        GradientNorms: components["schemas"]["EvenGradientNorms"] | components["schemas"]["UnevenGradientNorms"] | components["schemas"]["GradientNormHistory"] | components["schemas"]["GradientNormBuckets"];
        /** @description A new length for a run in progress. */
        HorizonCreate: {
            /** @description The first step still to come. Earlier multipliers stay. Default: the first step of the cooldown, or 0 if there is none. The number of steps of the old schedule goes on after its end. */
            fromStep?: number;
            /**
             * @description two-stage continues at a lower plateau, cooldown lengthens the cooldown; both keep the optimal rate. stretch stretches the rest of the curve. rewarm rises again from the last past multiplier, then decays: to go on after the end. Default: two-stage for `wsd`, else stretch; rewarm after the end.
             * @enum {string}
             */
            method?: "cooldown" | "two-stage" | "stretch" | "rewarm";
            name?: string | null;
            /** @description New length of the whole run, in optimizer steps (at most 100000000) or in `unit`. */
            steps: number;
        };
        /** @description How a schedule was made longer or shorter. */
        HorizonReport: {
            /** @description With method cooldown: the new cooldown, as a fraction of the steps after the warm-up. */
            cooldown?: number;
            /** @description With two-stage and rewarm: ρ, the height of the second plateau or peak over that of the first. */
            factor?: number;
            /** @description γ*, the base learning rate with the least bound for the new schedule, at distance 1. */
            optimalRate: components["schemas"]["Float"];
            /** @description What all multipliers were divided by, so that none is above 1. The peak learning rate of the schedule is multiplied by it. */
            peakFactor?: number;
            /** @description γ* of the old schedule. Multiply a tuned peak learning rate by optimalRate / previousOptimalRate. */
            previousOptimalRate: components["schemas"]["Float"];
            warnings: {
                /** @enum {string} */
                code: "not-met" | "already-past" | "rest-zero" | "peak-unknown";
                detail: string;
            }[];
        };
        /** @description A column with numbers that was not read. */
        IgnoredColumn: {
            /** @description Numbers in it. */
            points: number;
            /** @description The column, field or tag. */
            source: string;
        };
        /** @description What was read from where, and stored. It is on disk, unless `dryRun`. */
        ImportReceipt: {
            /** @description The format, by what is in the file. */
            format: string;
            runs: components["schemas"]["ImportedRun"][];
        };
        /** @description A run of a log, and what became of it. */
        ImportedRun: {
            facts: components["schemas"]["LogFacts"];
            /** @description Columns that were not read, at most 500. */
            ignored: components["schemas"]["IgnoredColumn"][];
            /** @description As the log calls the run, where that is no id. */
            name?: string;
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId: string;
            series: components["schemas"]["ImportedSeries"][];
            /** @description What you should know of how it was read. */
            warnings: string[];
        };
        /** @description A series of a log, and what became of it. */
        ImportedSeries: {
            /** @description Points that are new or replace another value. Not with `dryRun`. */
            appended?: number;
            /** @description Values that are no points: without a step, with parts missing, or standing there again. */
            dropped: number;
            /** @description Points that the run had already. Not with `dryRun`. */
            duplicates?: number;
            /** @description The first step. */
            firstStep: number;
            /** @description The last step. */
            lastStep: number;
            /**
             * @description The name of the series.
             * @enum {string}
             */
            name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            /** @description Points of the log. */
            points: number;
            /** @description The column, field or tag; a pattern where several were combined. */
            source: string;
            step: string | null;
            /** @description Points that a later value took the place of, in the log or in the run. */
            superseded: number;
        };
        /** @description One place in a request that is wrong. */
        InvalidPart: {
            /** @description What is wrong there. */
            detail: string;
            /** @description What to write instead. */
            fix?: string;
            /**
             * @description A JSON Pointer into the body, "" for the whole; or query/<name>, path/<name>, header/<name>.
             * @example /values/3
             */
            pointer: string;
        };
        /** @description The rates that were used, against the schedule that was meant. */
        LearningRateAudit: {
            against: {
                peakLearningRate: number | null;
                /** @description The rule of the schedule that was meant, or what the request calls it. */
                rule: string;
                scheduleId: string | null;
                /** @description Its length. */
                steps: number;
            } | null;
            /** @description In the order of their steps. One with `follows` true harms nothing. */
            findings: components["schemas"]["LearningRateFinding"][];
            follows: boolean | null;
            nearest: {
                /** @description Largest error of a multiplier. */
                maxError: number;
                /** @description Its parameters; fractions of the steps from the first logged one to the last. */
                parameters: {
                    [key: string]: unknown;
                };
                /** @description The largest rate. */
                peakLearningRate: number;
                /** @description 1 − SSE/SST. */
                r2: number;
                /** @description A rule of GET /v1/schedule-rules. */
                rule: string;
            } | null;
            /** @description Rates that were read. */
            points: {
                /** @description NaN and infinities, left out. */
                nonFinite: number;
                received: number;
            };
        };
        /** @description Learning rates, and the schedule that they were meant to follow. Default of `against`: the scheduleId of the run. */
        LearningRateAuditRequest: {
            against?: components["schemas"]["Candidate"];
            learningRates: components["schemas"]["LearningRates"];
            /** @description The peak that was meant. Default: that of the schedule, else of the run. If nobody says it, the largest rate stands for it, and no rate is found to be scaled. */
            peakLearningRate?: number;
            /** @description Length of the rule in `against`. Default: totalSteps of the run, else what the log spans from step 0 on. */
            steps?: number;
        };
        /** @description Where rates do not follow the schedule, and why. */
        LearningRateFinding: {
            /**
             * @description scaled: every rate is `factor` times what was meant: another peak. strided: the schedule advances `factor` steps at a step: m with m processes or batches, 1/m where it is stepped once in m steps. held: the rate stays as it is, after the end of the schedule or in the middle of it. restarted: at `fromStep` the rate goes back to that of an earlier step. shifted: the rates are `offset` steps ahead of the schedule (behind it where negative). other-length: the same shape over `factor` times as many steps. not-this: the rates are not those of this schedule, however it is moved, stretched or scaled; `nearest` says what they are like.
             * @enum {string}
             */
            code: "scaled" | "strided" | "held" | "restarted" | "shifted" | "other-length" | "not-this";
            /** @description What the rates do, in a sentence. */
            detail: string;
            /** @description Of the rate (scaled), the speed (strided) or the length (other-length). */
            factor?: number;
            /** @description What causes that in accelerate, diffusers, Transformers, Lightning and Megatron, and how to mend it. */
            fix: string;
            /** @description The first step that it is about. */
            fromStep: number;
            /** @description How many steps the rates are ahead of the schedule, or of what it was until then; behind where negative. */
            offset?: number;
            /** @description The last. */
            toStep: number;
        };
        /** @description Learning rates that a trainer used: the series learning-rate of a run, or a list. */
        LearningRates: {
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId?: string;
            /** @description The optimizer step of each rate, ascending. Default: 0, 1, 2 … */
            steps?: components["schemas"]["Float"][];
            /** @description Learning rates, in the order of their steps. NaN and infinities are left out, and counted. */
            values?: components["schemas"]["Float"][];
        } & (unknown | unknown);
        /** @description The chain run → schedule → run that a run is part of. */
        Lineage: {
            /** @description Earlier schedules and runs, nearest first. */
            ancestors: components["schemas"]["Generation"][];
            /** @description Later schedules and runs, by generation. */
            descendants: components["schemas"]["Generation"][];
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId: string;
            /** @description Whether the lineage is cut off: at 100 steps backward, or 200 schedules and runs forward. */
            truncated: boolean;
        };
        /** @description A run in a lineage. */
        LineageRun: {
            createdAt: string | null;
            /** @description Whether it was deleted; then only its id is known. */
            deleted: boolean;
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            id: string;
            name: string | null;
        };
        /** @description A schedule in a lineage. */
        LineageSchedule: {
            createdAt: string | null;
            /** @description Whether it was deleted; then only its id is known. */
            deleted: boolean;
            gain: components["schemas"]["Float"] | null;
            /**
             * @description The id of a schedule (UUIDv7), generated by the service.
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
             */
            id: string;
            name: string | null;
            rule: string | null;
            runId: string | null;
        };
        /** @description The process is alive. */
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description What the log says of the run; written to it where it is unknown there. */
        LogFacts: {
            /** @description The norm that gradients were clipped to. */
            clipNorm?: number;
            /** @description The optimizer. */
            optimizer?: string;
            /** @description The largest learning rate, where the rates have come down from it. */
            peakLearningRate?: number;
            /** @description Length of the whole training in optimizer steps. */
            totalSteps?: number;
            /** @description The weight decay λ. */
            weightDecay?: number;
        };
        /** @description What is made of a log that was sent. Nothing of it is stored. */
        LogReport: {
            comparison: components["schemas"]["ReportedComparison"] | {
                /** @description Why it is not there. */
                missing: string;
            };
            exports: components["schemas"]["ReportedExports"] | {
                /** @description Why it is not there. */
                missing: string;
            };
            forecast: components["schemas"]["ReportedForecast"] | {
                /** @description Why it is not there. */
                missing: string;
            };
            /** @enum {string} */
            norm: "l2" | "l1" | "linf";
            numbers: components["schemas"]["ComparableNumbers"];
            peakLearningRate: number | null;
            receipt: components["schemas"]["ImportReceipt"];
            refinement: components["schemas"]["ReportedRefinement"] | {
                /** @description Why it is not there. */
                missing: string;
            };
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId: string;
            series: components["schemas"]["ReportedSeries"][];
            title: string;
            used: string | null;
        };
        /** @description Multipliers of the peak learning rate. */
        Multipliers: {
            /** @description One per optimizer step, from `fromStep` on. */
            multipliers: number[];
            /** @description Number of multipliers. */
            steps: number;
        };
        /** @description An API key that was just made. */
        NewApiKey: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            expiresAt: string | null;
            /**
             * @description Part of the key, and no secret.
             * @example 6Yv1sPqJ0aZk
             */
            id: string;
            /**
             * @description The key itself, shown this once: send it as `Authorization: Bearer <key>`.
             * @example taper_6Yv1sPqJ0aZk_…
             */
            key: string;
            lastUsedAt: string | null;
            /**
             * Format: unicode
             * @description What people call it.
             * @example trainer of team A
             */
            name: string;
            /**
             * @description The project that the key sees. It needs not exist yet.
             * @example default
             */
            project: string;
            /**
             * @description `read` reads and computes, `write` also stores and changes, `admin` also makes keys.
             * @enum {string}
             */
            scope: "read" | "write" | "admin";
        };
        /**
         * @description A float64 that JSON has no number for.
         * @enum {string}
         */
        NonFinite: "NaN" | "Infinity" | "-Infinity";
        /** @description The gradient norms for a bound: constant, in the body, or logged by a run (at even steps, unfiltered, without zeros, NaN and infinities). They are interpolated linearly to the steps of the schedule, from its first to its last. */
        NormsSource: {
            /** @description The same norm at every step. */
            constant?: number;
            /**
             * @description Which series of the run. Default: as for a refinement.
             * @enum {string}
             */
            norm?: "l2" | "l1";
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId?: string;
            /** @description Norms of successive steps. Finite; at least one above 0. */
            values?: components["schemas"]["Float"][];
        } & (unknown | unknown | unknown);
        /** @description A call that continues after its request was answered. */
        Operation: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            createdAt: string;
            /**
             * @description The id of an operation (UUIDv7), generated by the service.
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82
             */
            id: string;
            /**
             * @description The operationId of the call.
             * @enum {string}
             */
            kind: "refine" | "createRefinedSchedule" | "importLog";
            problem?: components["schemas"]["ProblemDetails"];
            /** @description Fraction done. It never decreases. */
            progress: number;
            /** @description The answer to the call. */
            result?: components["schemas"]["Schedule"] | components["schemas"]["Refinement"] | components["schemas"]["ImportReceipt"];
            /**
             * @description `queued` and `running` have not ended. `done` has a `result`, `failed` a `problem`, `cancelled` neither.
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
        };
        /** @description Operations, newest first. */
        OperationList: {
            items: components["schemas"]["Operation"][];
            /** @description The list has one page. */
            nextCursor: null;
        };
        /** @description An optimizer of the catalogue. */
        Optimizer: {
            /** @description The default learning rate, as in the official code. Null: that of the base optimizer. */
            defaultLearningRate: number | null;
            /** @description Whether it is a reconstruction, not taken from official code or the text of the paper. */
            experimental: boolean;
            /** @description A JSON Schema. */
            hyperparameters: {
                [key: string]: unknown;
            };
            name: string;
            /** @description What each step needs in addition to gradients. */
            needs: ("loss" | "sampleIndex")[];
            /**
             * @description The arXiv id of the paper.
             * @example 2306.06101
             */
            paper: string | null;
            source: components["schemas"]["OptimizerSource"];
            state: components["schemas"]["OptimizerSlot"][];
            title: string;
        };
        /** @description The engine that computed the result. */
        OptimizerEngine: {
            device: string;
            library: string | null;
            /** @enum {string} */
            name: "tensorflow" | "wasm" | "reference";
            /** @enum {string} */
            precision: "float64" | "float32";
        };
        /** @description The state before the first step. */
        OptimizerInitAnswer: {
            state: components["schemas"]["OptimizerState"];
        };
        /** @description Parameters before the first step. */
        OptimizerInitRequest: {
            /** @description As in the catalogue; absent ones take their defaults. */
            hyperparameters?: {
                [key: string]: unknown;
            };
            /** @description The parameters at which the gradients were computed. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
        };
        /** @description Every optimizer, by family. */
        OptimizerList: {
            items: components["schemas"]["Optimizer"][];
            /** @description The list has one page. */
            nextCursor: null;
        };
        /** @description An optimizer, with its update. */
        OptimizerPage: {
            /** @description The default learning rate, as in the official code. Null: that of the base optimizer. */
            defaultLearningRate: number | null;
            /** @description What each step reports. */
            diagnostics: string[];
            /** @description Whether it is a reconstruction, not taken from official code or the text of the paper. */
            experimental: boolean;
            /** @description A JSON Schema. */
            hyperparameters: {
                [key: string]: unknown;
            };
            name: string;
            /** @description What each step needs in addition to gradients. */
            needs: ("loss" | "sampleIndex")[];
            /**
             * @description The arXiv id of the paper.
             * @example 2306.06101
             */
            paper: string | null;
            source: components["schemas"]["OptimizerSource"];
            state: components["schemas"]["OptimizerSlot"][];
            title: string;
            /** @description The update in the symbols of the paper. Null where the service was built without comments. */
            update: {
                /** @description The formulas in LaTeX, as an environment `aligned`. */
                latex: string;
                /** @description The formulas in MathML, which browsers draw. */
                mathml: string;
                /** @description In Unicode, with the conventions that are followed; the indented lines are formulas. */
                text: string;
            } | null;
        };
        /** @description Parameters and state after the last step. */
        OptimizerReplayAnswer: {
            /** @description One per step. */
            diagnostics: components["schemas"]["StepDiagnostics"][];
            engine: components["schemas"]["OptimizerEngine"];
            /** @description With `keep: all`: the point to evaluate at after each step, for optimizers where it differs from the parameters. */
            evaluations?: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            }[];
            /** @description What the steps show of d, for Prodigy and D-Adaptation. */
            notes: components["schemas"]["ReplayNote"][];
            /** @description The new parameters. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description With `nonFinite: skip`: the steps that were left out, from 0. */
            skippedSteps: number[];
            state: components["schemas"]["OptimizerState"];
            /** @description With `keep: all`: the parameters after each step. */
            trajectory?: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            }[];
        };
        /** @description Many steps, one after the other. */
        OptimizerReplayRequest: {
            /**
             * @description tensors: each step also tells of each tensor. Default: steps.
             * @enum {string}
             */
            diagnostics?: "steps" | "tensors";
            /** @description The step of the schedule at which the replay starts. Default: 0. */
            firstStep?: number;
            /** @description As in the catalogue; absent ones take their defaults. */
            hyperparameters?: {
                [key: string]: unknown;
            };
            /**
             * @description all returns the parameters after each step too. Default: last.
             * @enum {string}
             */
            keep?: "last" | "all";
            /** @description γ of steps without their own learning rate, if there is no schedule. */
            learningRate?: number;
            /**
             * @description What a step does with numbers that are not finite. refuse (default): 422, naming the first. skip: where the gradient has one, or a loss that is needed is one, leaves parameters and state as they are, as PyTorch's GradScaler does; the step keeps its place in the schedule. propagate: computes with them.
             * @enum {string}
             */
            nonFinite?: "refuse" | "skip" | "propagate";
            /** @description The parameters at which the gradients were computed. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description The learning rate at multiplier 1. Default: the schedule's own, else the optimizer's default. */
            peakLearningRate?: number;
            /**
             * @description Precision of the computation. Default: float64; float32 for safetensors whose parameters are all F32.
             * @enum {string}
             */
            precision?: "float64" | "float32";
            /** @description The id of a stored schedule. The learning rate of step k is peak × multiplier(firstStep + k). */
            scheduleId?: string;
            state?: components["schemas"]["OptimizerState"];
            steps: components["schemas"]["OptimizerReplayStep"][];
        };
        /** @description One step of a replay. */
        OptimizerReplayStep: {
            /** @description A gradient for each parameter, of the same shape. A parameter without a gradient stays as it is. */
            gradients: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description γ, the learning rate of this step. Default: that of the official code. */
            learningRate?: number;
            /** @description The loss at the parameters at which the gradients were computed. */
            loss?: components["schemas"]["Float"];
            /** @description The sample of this loss and these gradients, from 0. */
            sampleIndex?: number;
        };
        /** @description A slot of the state, with default hyperparameters. */
        OptimizerSlot: {
            /** @enum {string} */
            kind: "scalar" | "scalars" | "tensors" | "vector";
            /** @description The shape in words: that of the parameter, every p-th entry of it, or one number per sample. */
            shape: string;
            slot: string;
        };
        /** @description The source of an optimizer. */
        OptimizerSource: {
            algorithm?: string;
            arxiv?: string;
            authors: string;
            /** @description The official implementation. */
            code?: string;
            title: string;
            venue?: string;
            year: number;
        };
        /** @description The state between two steps. Send it back unchanged. */
        OptimizerState: {
            /** @description Scalars by name: one number, or one number per parameter. */
            scalars: {
                [key: string]: components["schemas"]["Float"] | {
                    [key: string]: components["schemas"]["Float"];
                };
            };
            /** @description Tensors by slot. The slots of a base optimizer are named `base.<slot>`. */
            tensors: {
                [key: string]: {
                    [key: string]: components["schemas"]["OptimizerTensor"];
                };
            };
        };
        /** @description Parameters and state after a step. */
        OptimizerStepAnswer: {
            diagnostics: components["schemas"]["StepDiagnostics"];
            engine: components["schemas"]["OptimizerEngine"];
            /** @description The point to evaluate the model at, for optimizers where it differs from the parameters. */
            evaluation?: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description The new parameters. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            state: components["schemas"]["OptimizerState"];
        };
        /** @description One step. Without a state, the first step. */
        OptimizerStepRequest: {
            /**
             * @description tensors: each step also tells of each tensor. Default: steps.
             * @enum {string}
             */
            diagnostics?: "steps" | "tensors";
            /** @description A gradient for each parameter, of the same shape. A parameter without a gradient stays as it is. */
            gradients: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description As in the catalogue; absent ones take their defaults. */
            hyperparameters?: {
                [key: string]: unknown;
            };
            /** @description γ, the learning rate of this step. Default: that of the official code. */
            learningRate?: number;
            /** @description The loss at the parameters at which the gradients were computed. */
            loss?: components["schemas"]["Float"];
            /**
             * @description What a step does with numbers that are not finite. refuse (default): 422, naming the first. skip: where the gradient has one, or a loss that is needed is one, leaves parameters and state as they are, as PyTorch's GradScaler does; the step keeps its place in the schedule. propagate: computes with them.
             * @enum {string}
             */
            nonFinite?: "refuse" | "skip" | "propagate";
            /** @description The parameters at which the gradients were computed. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /**
             * @description Precision of the computation. Default: float64; float32 for safetensors whose parameters are all F32.
             * @enum {string}
             */
            precision?: "float64" | "float32";
            /** @description The sample of this loss and these gradients, from 0. */
            sampleIndex?: number;
            state?: components["schemas"]["OptimizerState"];
        };
        /** @description A tensor: its shape and values. */
        OptimizerTensor: {
            /** @description Sizes of the dimensions; [] for a scalar. */
            shape: number[];
            /** @description Row-major, as many as the product of the shape. */
            values: components["schemas"]["Float"][];
        };
        /** @description Runs with different peak learning rates. */
        PeakRequest: {
            /**
             * @description Which losses of runs by id. Default: those of evaluation where all have them, else of training.
             * @enum {string}
             */
            loss?: "loss" | "eval-loss";
            /** @description Standard deviation of the final loss over seeds. Default: found from more than three runs. */
            noise?: number;
            /** @description Runs of one length that differ in their peaks, and in their seeds. */
            runs: {
                /** @description Default: the last evaluation loss of the run, or the median of its last 5 % of losses. "NaN" or "Infinity": it diverged. */
                finalLoss?: components["schemas"]["Float"];
                /** @description Default: that of the run. */
                peakLearningRate?: number;
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId?: string;
                /** @description Length of the run. Default: its totalSteps. */
                steps?: number;
            }[];
            /** @description Another length, to which the best peak is carried over. */
            steps?: number;
        };
        /** @description What d says of the peak learning rate. */
        Probe: {
            /** @description The sentence to act on. */
            detail: string;
            /** @description Median of d over the last third. */
            distance: components["schemas"]["Float"];
            /** @description Where the last third begins. */
            fromStep: number;
            /** @description Growth of d over the last third, as a fraction in 100 steps. */
            growth: components["schemas"]["Float"];
            /** @description Whether d grows by less than 1 % in 100 steps. */
            isSettled: boolean;
            peakLearningRate: number | null;
            /** @description The last step with a value. */
            toStep: number;
        };
        /** @description A run that has logged d as its series `distance`. */
        ProbeRequest: {
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId: string;
        };
        /** @description A problem, with its cause and remedy. */
        ProblemDescription: {
            /** @description What causes it. */
            cause: string;
            /** @description What to do about it. */
            remedy: string;
            status: number;
            title: string;
            /**
             * Format: uri-reference
             * @example /problems/run-not-found
             */
            type: string;
        };
        /** @description Why a request failed (RFC 9457). */
        ProblemDetails: {
            /** @description What happened in this case. */
            detail: string;
            /** @description Each place in the request that is wrong. */
            errors?: components["schemas"]["InvalidPart"][];
            /** @description The id of the request, as in X-Request-Id. */
            requestId: string;
            status: number;
            /** @description What is wrong; the same for all problems of a type. */
            title: string;
            /**
             * Format: uri-reference
             * @description The path of a page that explains the problem.
             * @example /problems/run-not-found
             */
            type: string;
        };
        /** @description Every problem that a request can meet. */
        ProblemList: {
            items: components["schemas"]["ProblemDescription"][];
        };
        /** @description Which columns of a CSV, or fields of NDJSON, were read. */
        ReadColumns: {
            step: string | null;
            /** @description The column of the values. */
            value: string;
        };
        /** @description Whether the service is ready for requests. */
        Readiness: {
            checks: {
                database: {
                    /** @description What was found, or what is wrong. */
                    detail: string;
                    /** @enum {string} */
                    status: "ok" | "failed";
                };
                engine: {
                    /** @description What was found, or what is wrong. */
                    detail: string;
                    /** @enum {string} */
                    status: "ok" | "failed";
                };
                service: {
                    /** @description What was found, or what is wrong. */
                    detail: string;
                    /** @enum {string} */
                    status: "ok" | "failed";
                };
            };
            /**
             * @description failed if any check failed.
             * @enum {string}
             */
            status: "ok" | "failed";
        };
        /** @description A refined schedule that is not stored. */
        Refinement: {
            /** @description One per optimizer step of the next run. Peak 1, last 0. */
            multipliers: number[];
            report: components["schemas"]["RefinementReport"];
            /** @description Number of multipliers. */
            steps: number;
        };
        /** @description A refinement as a chart shows it. */
        RefinementPreview: {
            losses: {
                steps: number[];
                values: number[];
            } | null;
            /** @description Multipliers at some steps of the next run; the peak is among them. */
            multipliers: {
                steps: number[];
                values: number[];
            };
            /** @description Filtered norms at some steps of the log, which need not be whole. */
            norms: {
                steps: number[];
                values: number[];
            };
            report: components["schemas"]["RefinementReport"];
            /** @description Length of the schedule. */
            steps: number;
        };
        /** @description How to refine. Every field may be left out. */
        RefinementPreviewOptions: {
            /** @description Changes of the norm by less than this factor do not change the schedule. Default 1.25; wider where the norms are noisy. Only with preset robust. */
            deadBand?: number;
            /**
             * @description The multiplier that the schedule falls to: each multiplier m becomes final + (1 − final)·m.
             * @default 0
             */
            final?: number;
            /**
             * @description auto, the default, reads the losses where there are any; none goes without them. Only with preset robust.
             * @enum {string}
             */
            loss?: "auto" | "none";
            /**
             * @description closed-form is the paper's theorem for the best weights. numeric is the schedule with the least general bound of all; its last multiplier is above 0.
             * @default closed-form
             * @enum {string}
             */
            method?: "closed-form" | "numeric";
            /**
             * @description Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an adaptive optimizer and l2 otherwise; l2 for `values`.
             * @enum {string}
             */
            norm?: "l2" | "l1";
            /**
             * @description Filtered norms below this share of their median are raised to it, so that a dead stretch does not take all of the rate.
             * @default 0
             */
            normFloor?: number;
            /**
             * @description robust reads the losses beside the norms, and changes the schedule only as far as the loss does not explain the norm. paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters 10 000 positions with a width of 1001.
             * @default robust
             * @enum {string}
             */
            preset?: "robust" | "paper" | "reference";
            /** @description Length of a linear warm-up that the multipliers are multiplied by, as a fraction. Default 0.05 with preset robust, else 0. */
            ramp?: number;
            /**
             * @description weight-norm refines ‖g‖·‖w‖ in place of ‖g‖, for weights that are scale invariant, as before normalisation: the schedule is then one of the effective rate. The run must have logged `weight-norm`.
             * @default none
             * @enum {string}
             */
            scaleBy?: "none" | "weight-norm";
            /** @description Length of the schedule in optimizer steps. Default: totalSteps of the run, else the steps that the norms span. */
            steps?: number;
            /** @description Usable points to drop at each end. */
            trim?: {
                /** @description Points dropped at the end. Default 0; 2 with preset reference. */
                end?: number;
                /** @description Points dropped at the start. Default 0; 2 with preset reference. */
                start?: number;
            };
            /**
             * @description Least multiplier before the peak.
             * @default 0
             */
            warmupFloor?: number;
            /**
             * @description Weight of a step: inverse-square is ‖g‖⁻² (SGD, ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin, ℓ₁ norms). auto means inverse-square for l2 and inverse for l1.
             * @default auto
             * @enum {string}
             */
            weighting?: "auto" | "inverse-square" | "inverse";
            /** @description Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off. Not allowed with preset reference. */
            window?: number;
        };
        /** @description What a refinement did, and what the theory says of the result. */
        RefinementReport: {
            /** @description What to train with, and why. */
            advice: {
                /** @description The sentence to act on; and, where the presets differ much, which evidence stands on which side. */
                detail: string;
                /**
                 * @description Which schedule the evidence speaks for. `refined`: this one, since the norms change for another reason than convergence. `either`: this one and 5 % warm-up with linear decay alike. `warm-up-linear`: 5 % warm-up with linear decay.
                 * @enum {string}
                 */
                verdict: "refined" | "either" | "warm-up-linear";
            };
            /** @description Schedules to weigh against this one: always 5 % warm-up with linear decay; beside preset robust also preset paper. */
            alternatives: {
                /** @description What it is. */
                detail: string;
                /**
                 * @description `warm-up-linear`: 5 % warm-up, then linear decay. `paper`: preset paper on the same norms.
                 * @enum {string}
                 */
                name: "warm-up-linear" | "paper";
                /** @description The request that makes it. */
                request: {
                    /** @description What to send; for norms that came as `values`, these are to be added. */
                    body: {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    method: "POST";
                    /** @description Where to send it. */
                    path: string;
                };
            }[];
            /** @description Only for a refinement of several runs: quartiles of their norms before the median filter. Each run is first scaled to the median of their scales. */
            band?: {
                /** @description At most 200, in order. Each is the mean over its positions. */
                buckets: {
                    /** @description Position as a fraction of the run. */
                    fraction: number;
                    /** @description The lower quartile. */
                    lower: components["schemas"]["Float"];
                    /** @description The median; the schedule is made from it. */
                    median: components["schemas"]["Float"];
                    /** @description The upper quartile. */
                    upper: components["schemas"]["Float"];
                }[];
            };
            /** @description With presets paper and reference the bounds of the theorem for schedules made of weights, and a gain of at least 1. With preset robust the general bounds of the answered schedule and of linear decay on the filtered norms, each at its best rate. Do not compare bounds of different presets. */
            bound: {
                /** @description linear/refined: a property of these norms, never a forecast of the next run. */
                gain: components["schemas"]["Float"];
                /** @description The same for linear decay. */
                linear: components["schemas"]["Float"];
                /** @description Bound on the final suboptimality with this schedule, for distance 1. */
                refined: components["schemas"]["Float"];
            };
            /** @description Only for a log that was read from a file: what was read from which column. */
            columns?: {
                /** @description The column of the l2 norms beside others, which show clipping. */
                l2?: string;
                /** @description The column of the learning rates, which warnings look at. */
                learningRate?: string;
                /** @description The column of the losses. */
                loss?: string;
                step: string | null;
                value: string | null;
                /** @description The column of the norms of the weights. */
                weightNorm?: string;
            };
            /** @description What computed it. */
            engine: {
                device: string;
                library: string | null;
                name: string;
                precision: string;
            };
            explained: {
                /** @description ln of the largest filtered norm over the smallest. */
                range: number;
                /** @description Slope of the least-squares line of ln ĝ on ln loss: between 0 and 1 where norms fall because training converges. */
                slope: number;
            } | null;
            /** @description Width of the median filter in points; 1 is none. */
            filterWidth: number;
            forgetting: components["schemas"]["Float"] | null;
            /** @description The losses that were read beside the norms. */
            losses: {
                /** @description Share of the steps of the norms that they extend over; null where they are not read. */
                covered: number | null;
                /** @description What they did for the schedule; without them, what they would add. */
                detail: string;
                /** @description Points dropped because they are NaN or ±Infinity. */
                nonFinite: number;
                /** @description Points dropped because they are 0 or below. */
                notPositive: number;
                /** @description Points of the series: used + nonFinite + notPositive. */
                received: number;
                /**
                 * @description `read` beside the norms; `left-out`, as `detail` says why; `none`: there are none, or they were not asked for.
                 * @enum {string}
                 */
                use: "read" | "left-out" | "none";
                /** @description Points that could be used. */
                used: number;
            };
            /** @description Only with method numeric. The general bound holds for any schedule. It is about twice the one under `bound`, which holds for schedules made of weights. Do not compare the two. */
            numeric?: {
                /** @description The least general bound of any schedule with one step per filtered norm, for distance 1. */
                bound: components["schemas"]["Float"];
                /** @description The general bound of the closed form, without its last step of 0, at its best rate. */
                boundClosedForm: components["schemas"]["Float"];
                /** @description The general bound of linear decay (n − j)/n, at its best rate. */
                boundLinear: components["schemas"]["Float"];
                /** @description Whether the minimum was reached. */
                converged: boolean;
                /** @description Sweeps over the norms: always 1, since a recursion gives the minimum. */
                iterations: number;
            };
            peak: {
                /** @description step/(steps − 1). */
                fraction: number;
                /** @description The first step with multiplier 1. */
                step: number;
            };
            points: {
                /** @description Filtered norms raised to 1e-6 of their median; with preset robust, to 1e-12 of their largest. */
                clamped: number;
                /** @description Points dropped because they are NaN or ±Infinity. */
                nonFinite: number;
                /** @description Filtered norms raised to `normFloor`. */
                raised: number;
                /** @description Points of the series: used + nonFinite + zero + trimmed. */
                received: number;
                /** @description Points left out at the ends. */
                trimmed: number;
                /** @description Points left before interpolation. */
                used: number;
                /** @description Points dropped because they are 0; preset reference keeps them. */
                zero: number;
            };
            /** @description Only for a refinement of several runs: the points of each, and what is known of it. `points` of the report is their sum, and `forgetting` the largest. */
            runs?: {
                clipNorm: components["schemas"]["Float"] | null;
                forgetting: components["schemas"]["Float"] | null;
                points: {
                    /** @description Points dropped because they are NaN or ±Infinity. */
                    nonFinite: number;
                    /** @description Points of its series: used + nonFinite + zero + trimmed. */
                    received: number;
                    /** @description Points left out at the ends. */
                    trimmed: number;
                    /** @description Points left before interpolation. */
                    used: number;
                    /** @description Points dropped because they are 0; preset reference keeps them. */
                    zero: number;
                };
                /** @description The id of the run. */
                runId: string;
                weightDecay: components["schemas"]["Float"] | null;
            }[];
            /** @description Only with `scaleBy`: what the norms were multiplied by. */
            scaledBy?: {
                /** @description What the schedule then is. */
                detail: string;
                /** @enum {string} */
                series: "weight-norm";
            };
            /** @description The theory's learning rate at multiplier 1, for distance 1; of the bound under `bound`. */
            unitPeakRate: components["schemas"]["Float"];
            /** @description Reasons to look at the log before trusting the schedule. */
            warnings: {
                /**
                 * @description `loss-scale`: The level of the norms jumps by exact powers of two, as a loss scale does. `clipped-norms`: A fifth of the points or more lie within 1e-5 of the largest norm, as norms do that are taken after gradient clipping; or the l2 norms of the run or its `clipNorm` speak for it. `concentrated`: A few steps have nearly all of the weight of the paper: 1 % of them over half, 10 % over nine tenths, or a quarter over 99 %. `loss-range`: The smallest filtered loss is at most a ten-thousandth of the largest: the loss vanished, or the run diverged, and explains no norm. `overshoot`: In the first fifth the loss rises to over four times its start and its median: the peak learning rate was too high. `collapsed-norms`: The last 5 % of the filtered norms have a median below half of that of all, or a closed-form schedule of preset paper peaks past 50 %. `few-points`: Fewer than 100 points could be used. `coarse-stride`: Fewer than 1000 points stand for more steps than there are points. `stretched`: The schedule has more than twice the steps that the norms extend over. `short-run`: The norms extend over less than 90 % of the steps of the run. `rising-norms`: Under weight decay, the median of the last tenth is over 1.3 times that of the middle; or the norm goes with the learning rate to a power near −½. `rounded`: The norms are multiples of a power of ten that is coarser than 1 % of their median. `loss-span`: The losses cover less than 90 % of the steps that the norms extend over. `loss-not-positive`: Over a tenth of the losses are 0 or below, so the losses were left out. `early-spike`: The first norm is more than 5 times the median of the first tenth, so that the schedule starts low. `implausible-gain`: The bound of linear decay is over 1.2 times that of the schedule, and no other warning says why. `gaps`: The steps of the points are so uneven that the grid between them was cut down. `non-finite`: Points that are NaN or ±Infinity were dropped. `zero`: Points that are 0 were dropped. `l2-for-adaptive`: The optimizer is adaptive, and only l2 norms are logged.
                 * @enum {string}
                 */
                code: "loss-scale" | "clipped-norms" | "concentrated" | "loss-range" | "overshoot" | "collapsed-norms" | "few-points" | "coarse-stride" | "stretched" | "short-run" | "rising-norms" | "rounded" | "loss-span" | "loss-not-positive" | "early-spike" | "implausible-gain" | "gaps" | "non-finite" | "zero" | "l2-for-adaptive";
                /** @description What was seen in these norms, and what to do. */
                detail: string;
            }[];
        };
        /** @description Norms, or the id of one or several runs; and how to refine them. */
        RefinementRequest: {
            /** @description Changes of the norm by less than this factor do not change the schedule. Default 1.25; wider where the norms are noisy. Only with preset robust. */
            deadBand?: number;
            /**
             * @description The multiplier that the schedule falls to: each multiplier m becomes final + (1 − final)·m.
             * @default 0
             */
            final?: number;
            /**
             * @description auto, the default, reads the losses where there are any; none goes without them. Only with preset robust.
             * @enum {string}
             */
            loss?: "auto" | "none";
            /** @description Training losses of the same steps, as many as `values`; null or "NaN" where a step has none. Of a run the series `loss` is read. */
            losses?: (components["schemas"]["Float"] | null)[];
            /**
             * @description closed-form is the paper's theorem for the best weights. numeric is the schedule with the least general bound of all; its last multiplier is above 0.
             * @default closed-form
             * @enum {string}
             */
            method?: "closed-form" | "numeric";
            /**
             * @description Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an adaptive optimizer and l2 otherwise; l2 for `values`.
             * @enum {string}
             */
            norm?: "l2" | "l1";
            /**
             * @description Filtered norms below this share of their median are raised to it, so that a dead stretch does not take all of the rate.
             * @default 0
             */
            normFloor?: number;
            /**
             * @description robust reads the losses beside the norms, and changes the schedule only as far as the loss does not explain the norm. paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters 10 000 positions with a width of 1001.
             * @default robust
             * @enum {string}
             */
            preset?: "robust" | "paper" | "reference";
            /** @description Length of a linear warm-up that the multipliers are multiplied by, as a fraction. Default 0.05 with preset robust, else 0. */
            ramp?: number;
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId?: string;
            /** @description Runs to refine together, by the median of their norms. */
            runIds?: string[];
            /**
             * @description weight-norm refines ‖g‖·‖w‖ in place of ‖g‖, for weights that are scale invariant, as before normalisation: the schedule is then one of the effective rate. The run must have logged `weight-norm`.
             * @default none
             * @enum {string}
             */
            scaleBy?: "none" | "weight-norm";
            /** @description Length of the schedule in optimizer steps. Default: totalSteps of the run, else the steps that the norms span. */
            steps?: number;
            /** @description Usable points to drop at each end. */
            trim?: {
                /** @description Points dropped at the end. Default 0; 2 with preset reference. */
                end?: number;
                /** @description Points dropped at the start. Default 0; 2 with preset reference. */
                start?: number;
            };
            /** @description Raw gradient norms of successive optimizer steps, not smoothed. */
            values?: components["schemas"]["Float"][];
            /**
             * @description Least multiplier before the peak.
             * @default 0
             */
            warmupFloor?: number;
            /**
             * @description Weight of a step: inverse-square is ‖g‖⁻² (SGD, ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin, ℓ₁ norms). auto means inverse-square for l2 and inverse for l1.
             * @default auto
             * @enum {string}
             */
            weighting?: "auto" | "inverse-square" | "inverse";
            /** @description Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off. Not allowed with preset reference. */
            window?: number;
        } & (unknown | unknown | unknown);
        /** @description What a replay shows, in words. */
        ReplayNote: {
            /** @description What those who wrote and use the method advise. */
            advice: string;
            /**
             * @description d-stands-still: d is still d0. d-runs-away: d still grows at the end, under clipped gradients or after many steps.
             * @enum {string}
             */
            code: "d-stands-still" | "d-runs-away";
            /** @description What was seen. */
            detail: string;
            /** @description Where they say so. */
            sources: string[];
        };
        /** @description Schedules by bound, and by predicted loss: two questions. */
        ReportedComparison: {
            /** @description What the bounds say, in words. */
            bounds: string;
            rows: {
                bound: {
                    bestPeak: components["schemas"]["Float"];
                    isBest: boolean;
                    ratio: components["schemas"]["Float"];
                    value: components["schemas"]["Float"];
                } | null;
                forecast: {
                    high: number;
                    isBest: boolean;
                    loss: number;
                    low: number;
                } | null;
                name: string;
            }[];
        };
        /** @description The schedule as code for trainers. */
        ReportedExports: {
            targets: {
                fileName: string;
                name: string;
                text: {
                    text: string;
                } | {
                    /** @description Why it is not there. */
                    missing: string;
                };
                title: string;
                usage: string;
            }[];
            /** @description The largest error of a multiplier. */
            tolerance: number;
        };
        /** @description The forecast behind the predicted losses. */
        ReportedForecast: {
            law: string;
            /** @description The peak of all forecasts. */
            peakLearningRate: number;
            /** @description Losses that differ by less are equal. */
            rmse: number;
            summary: string;
            warnings: {
                code: string;
                detail: string;
            }[];
        };
        /** @description The schedule that the norms of a log are refined into, as it is drawn. */
        ReportedRefinement: {
            filtered: components["schemas"]["DrawnLine"];
            multipliers: components["schemas"]["DrawnLine"];
            paper: components["schemas"]["DrawnLine"] | null;
            preset: string;
            report: components["schemas"]["RefinementReport"];
            /** @description Length of the schedule. */
            steps: number;
        };
        /** @description A series of a log, as it is drawn. */
        ReportedSeries: {
            firstStep: number;
            high: (number | null)[];
            lastStep: number;
            low: (number | null)[];
            /** @enum {string} */
            name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            /** @description Of those: NaN and infinities. */
            nonFinite: number;
            /** @description Points of the log. */
            points: number;
            source: string | null;
            steps: number[];
        };
        /** @description How long superseded points of a project are kept. */
        Retention: {
            /**
             * @description Who says so: the project itself, or TAPER_SUPERSEDED_DAYS of the service.
             * @enum {string}
             */
            from: "project" | "service";
            /** @description The project of the key. */
            project: string;
            supersededDays: number | null;
        };
        /** @description How long a project keeps superseded points. */
        RetentionUpdate: {
            supersededDays: number | null;
        };
        /** @description A schedule to make by a rule. */
        RuleSchedule: {
            name?: string | null;
            /** @description As in the catalogue; absent ones take their defaults. */
            parameters?: {
                [key: string]: unknown;
            };
            peakLearningRate?: number | null;
            /**
             * @description A rule of GET /v1/schedule-rules.
             * @example cosine
             */
            rule: string;
            runId?: string | null;
            /**
             * @description Length of the schedule, in optimizer steps (at most 100000000) or in `unit`.
             * @example 90000
             */
            steps: number;
        };
        /** @description The source of a rule. */
        RuleSource: {
            algorithm?: string;
            arxiv?: string;
            authors: string;
            /** @description The implementation that Taper follows. */
            code?: string;
            title: string;
            venue?: string;
            year: number;
        };
        /** @description One training run. */
        Run: {
            clipNorm: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            createdAt: string;
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            id: string;
            /**
             * @description Your own keys and values, to find runs by.
             * @example {
             *       "model": "resnet50",
             *       "seed": "1"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            name: string | null;
            optimizer: string | null;
            peakLearningRate: number | null;
            scheduleId: string | null;
            /** @description The logged series: gradient norms, losses, rates. */
            series: components["schemas"]["SeriesSummary"][];
            /**
             * @description What your trainer counts. In this API, steps are always optimizer steps.
             * @enum {string}
             */
            stepUnit: "steps" | "batches" | "samples" | "tokens" | "epochs";
            totalSteps: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            updatedAt: string;
            weightDecay: number | null;
        };
        /** @description Fields of a new run, all optional. */
        RunCreate: {
            clipNorm?: number | null;
            /**
             * @description Your own keys and values, to find runs by.
             * @example {
             *       "model": "resnet50",
             *       "seed": "1"
             *     }
             */
            labels?: {
                [key: string]: string;
            };
            name?: string | null;
            optimizer?: string | null;
            peakLearningRate?: number | null;
            scheduleId?: string | null;
            /**
             * @description What your trainer counts. In this API, steps are always optimizer steps.
             * @enum {string}
             */
            stepUnit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
            totalSteps?: number | null;
            weightDecay?: number | null;
        };
        /** @description A page of runs, newest first. */
        RunPage: {
            items: components["schemas"]["Run"][];
            nextCursor: string | null;
        };
        /** @description A merge patch of a run (RFC 7396): null clears a field. */
        RunPatch: {
            clipNorm?: number | null;
            labels?: {
                [key: string]: string | null;
            } | null;
            name?: string | null;
            optimizer?: string | null;
            peakLearningRate?: number | null;
            scheduleId?: string | null;
            stepUnit?: ("steps" | "batches" | "samples" | "tokens" | "epochs") | null;
            totalSteps?: number | null;
            weightDecay?: number | null;
        };
        /** @description Fields to set. Those left out keep their values. `id`, if sent, must equal the id in the path. */
        RunPut: {
            clipNorm?: number | null;
            /**
             * @description The id of a run: your choice, or generated by the service (UUIDv7).
             * @example resnet50-seed1
             */
            id?: string;
            /**
             * @description Your own keys and values, to find runs by.
             * @example {
             *       "model": "resnet50",
             *       "seed": "1"
             *     }
             */
            labels?: {
                [key: string]: string;
            };
            name?: string | null;
            optimizer?: string | null;
            peakLearningRate?: number | null;
            scheduleId?: string | null;
            /**
             * @description What your trainer counts. In this API, steps are always optimizer steps.
             * @enum {string}
             */
            stepUnit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
            totalSteps?: number | null;
            weightDecay?: number | null;
        };
        /** @description A learning-rate schedule. Its multipliers have a path of their own and never change. */
        Schedule: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            createdAt: string;
            /**
             * @description Entity tag of the multipliers, for If-None-Match in every format.
             * @example "b0Kq2l0WqUuT4o3mJmY9Gw"
             */
            etag: string;
            /**
             * @description The id of a schedule (UUIDv7), generated by the service.
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
             */
            id: string;
            name: string | null;
            /** @description The options of the refinement or horizon, or the parameters of the rule, with defaults filled in. */
            parameters: {
                [key: string]: unknown;
            };
            peakLearningRate: number | null;
            report?: components["schemas"]["RefinementReport"] | components["schemas"]["HorizonReport"];
            /**
             * @description `refined`, `horizon`, or the name of its rule.
             * @example refined
             */
            rule: string;
            /** @description Whether the run it was made from was deleted. */
            runDeleted: boolean;
            runId: string | null;
            /** @description Number of multipliers, one per optimizer step. */
            steps: number;
        };
        /** @description How to refine the norms of the run; and a name for the schedule. */
        ScheduleCreate: {
            /** @description Changes of the norm by less than this factor do not change the schedule. Default 1.25; wider where the norms are noisy. Only with preset robust. */
            deadBand?: number;
            /**
             * @description The multiplier that the schedule falls to: each multiplier m becomes final + (1 − final)·m.
             * @default 0
             */
            final?: number;
            /**
             * @description auto, the default, reads the losses where there are any; none goes without them. Only with preset robust.
             * @enum {string}
             */
            loss?: "auto" | "none";
            /**
             * @description closed-form is the paper's theorem for the best weights. numeric is the schedule with the least general bound of all; its last multiplier is above 0.
             * @default closed-form
             * @enum {string}
             */
            method?: "closed-form" | "numeric";
            name?: string | null;
            /**
             * @description Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an adaptive optimizer and l2 otherwise; l2 for `values`.
             * @enum {string}
             */
            norm?: "l2" | "l1";
            /**
             * @description Filtered norms below this share of their median are raised to it, so that a dead stretch does not take all of the rate.
             * @default 0
             */
            normFloor?: number;
            /**
             * @description robust reads the losses beside the norms, and changes the schedule only as far as the loss does not explain the norm. paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters 10 000 positions with a width of 1001.
             * @default robust
             * @enum {string}
             */
            preset?: "robust" | "paper" | "reference";
            /** @description Length of a linear warm-up that the multipliers are multiplied by, as a fraction. Default 0.05 with preset robust, else 0. */
            ramp?: number;
            /**
             * @description weight-norm refines ‖g‖·‖w‖ in place of ‖g‖, for weights that are scale invariant, as before normalisation: the schedule is then one of the effective rate. The run must have logged `weight-norm`.
             * @default none
             * @enum {string}
             */
            scaleBy?: "none" | "weight-norm";
            /** @description Length of the answer, in optimizer steps (at most 100000000) or in `unit`. Default: totalSteps of the run, else the extent of the log. */
            steps?: number;
            /** @description Usable points to drop at each end. */
            trim?: {
                /** @description Points dropped at the end. Default 0; 2 with preset reference. */
                end?: number;
                /** @description Points dropped at the start. Default 0; 2 with preset reference. */
                start?: number;
            };
            /**
             * @description Least multiplier before the peak.
             * @default 0
             */
            warmupFloor?: number;
            /**
             * @description Weight of a step: inverse-square is ‖g‖⁻² (SGD, ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin, ℓ₁ norms). auto means inverse-square for l2 and inverse for l1.
             * @default auto
             * @enum {string}
             */
            weighting?: "auto" | "inverse-square" | "inverse";
            /** @description Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off. Not allowed with preset reference. */
            window?: number;
            /** @description More runs; the median of the norms of all is refined. */
            withRuns?: string[];
        };
        /** @description A page of schedules, newest first. */
        SchedulePage: {
            items: components["schemas"]["Schedule"][];
            nextCursor: string | null;
        };
        /** @description A schedule rule. With one step, every rule gives [1]. */
        ScheduleRule: {
            /** @description Its name in other libraries. `offByOne` says how they differ. */
            elsewhere: {
                optax: string | null;
                pytorch: string | null;
                transformers: string | null;
            };
            /** @description The multiplier of step 0, as a formula of the parameters and n, the number of steps, n ≥ 2. */
            first: string;
            /** @description The multiplier of step n − 1. */
            last: string;
            /**
             * @description What its schedules are made from: a `formula` (POST /v1/schedules) or `gradient-norms` (POST /v1/runs/{runId}/schedules or /v1/refinements).
             * @enum {string}
             */
            madeFrom: "formula" | "gradient-norms";
            /** @example cosine */
            name: string;
            /** @description Which steps the ends of the formula fall on, and how other libraries differ. */
            offByOne: string;
            /** @description A JSON Schema of the parameters. Every parameter has a default, but for `floor`, which all rules take: none. */
            parameters: {
                [key: string]: unknown;
            };
            source: components["schemas"]["RuleSource"];
            title: string;
        };
        /** @description Every schedule rule. */
        ScheduleRuleList: {
            items: components["schemas"]["ScheduleRule"][];
            /** @description The list has one page. */
            nextCursor: null;
        };
        /** @description Points of several series on one step axis. */
        SeriesLog: components["schemas"]["EvenSeriesLog"] | components["schemas"]["SteppedSeriesLog"];
        /** @description The points of one series of a run. */
        SeriesPoints: components["schemas"]["EvenSeries"] | components["schemas"]["UnevenSeries"] | components["schemas"]["GradientNormHistory"] | components["schemas"]["GradientNormBuckets"];
        /** @description How the points of a request were stored. They are on disk. */
        SeriesReceipt: {
            /** @description For each series of the body, and with `resumeFrom` for every series of the run, how its points were stored. */
            series: {
                [key: string]: components["schemas"]["AppendReceipt"];
            };
        };
        /** @description Summary of one series. */
        SeriesSummary: {
            firstStep: number | null;
            lastStep: number | null;
            /**
             * @description The name of the series.
             * @enum {string}
             */
            name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            /** @description Number of current points that are NaN or infinite. */
            nonFinite: number;
            /** @description Number of current points. */
            points: number;
        };
        /** @description A list for each series, all of the same length. */
        SeriesValues: {
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            distance?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            "eval-loss"?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            l1?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            l2?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            "learning-rate"?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            linf?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            loss?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            "update-norm"?: (components["schemas"]["Float"] | null)[];
            /** @description The value at each step; null: no point there. Only losses may be negative. */
            "weight-norm"?: (components["schemas"]["Float"] | null)[];
        };
        /** @description A series as a chart shows it. All lists have the same length. */
        SeriesView: {
            /** @description Points of each column, those that are not finite too. */
            count: number[];
            /** @description Every column is one point. */
            exact: boolean;
            /** @description The first finite value of each column; null if no value is finite. */
            first: (number | null)[];
            /** @description The last finite value; null if no value is finite. */
            last: (number | null)[];
            /** @description The largest finite value; null if no value is finite. */
            max: (number | null)[];
            /** @description The mean of the finite values; null if no value is finite. */
            mean: (number | null)[];
            /** @description The smallest finite value; null if no value is finite. */
            min: (number | null)[];
            /** @enum {string} */
            name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            /** @description Current points in the range. */
            points: number;
            /** @description The step of the first point of each column, increasing. */
            steps: number[];
        };
        /** @description Diagnostics of a step. Depending on the optimizer also d, dMax, dHat (dNumerator divided by dDenominator), s, lb, stepSize, weightSum, lrMax, polyakStep, gradientL1, innerProduct or effectiveLearningRate. */
        StepDiagnostics: {
            /** @description ‖g‖₂ over all tensors. */
            gradientNorm: components["schemas"]["Float"];
            /** @description With `nonFinite: skip`: true where the step was left out. */
            skipped?: boolean;
            /** @description With `diagnostics: tensors`: each tensor whose gradient came. */
            tensors?: {
                [key: string]: components["schemas"]["TensorDiagnostics"];
            };
            /** @description ‖x′ − x‖₂ over all tensors. */
            updateNorm: components["schemas"]["Float"];
        } & {
            [key: string]: components["schemas"]["Float"];
        };
        /** @description The multiplier of one step. */
        StepMultiplier: {
            /**
             * @description True if the step is past the end; the multiplier is then the last one.
             * @enum {boolean}
             */
            clamped?: true;
            /** @description Multiplier × peak, if the peak is known. */
            learningRate?: number;
            multiplier: number;
            step: number;
        };
        /** @description Values with their steps. */
        SteppedSeriesLog: {
            series: components["schemas"]["SeriesValues"];
            /** @description The steps of all lists, strictly increasing. */
            steps: number[];
        };
        /** @description One tensor in one step. */
        TensorDiagnostics: {
            /** @description ‖g‖₂. */
            gradientNorm: components["schemas"]["Float"];
            /** @description ‖g‖/‖x‖; absent where x = 0. */
            gradientRatio?: components["schemas"]["Float"];
            /** @description ‖x′ − x‖₂. */
            updateNorm: components["schemas"]["Float"];
            /** @description ‖x′ − x‖/‖x‖; absent where x = 0. */
            updateRatio?: components["schemas"]["Float"];
            /** @description ‖x‖₂, before the step. */
            weightNorm: components["schemas"]["Float"];
        };
        /** @description Points at uneven steps, or fewer than two. */
        UnevenGradientNorms: {
            /** @enum {string} */
            norm: "l2" | "l1" | "linf";
            steps: number[];
            values: components["schemas"]["Float"][];
        };
        /** @description Points at uneven steps, or fewer than two. */
        UnevenSeries: {
            /** @enum {string} */
            name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            steps: number[];
            values: components["schemas"]["Float"][];
        };
        /** @description Versions of the service and of what it runs on. */
        Version: {
            /** @description The engines that are not available, and why. */
            absentEngines: {
                /** @enum {string} */
                name: "tensorflow" | "wasm" | "reference";
                reason: string;
            }[];
            /** @description PostgreSQL. The version is null while it does not answer. */
            database: {
                /** @enum {string} */
                kind: "embedded" | "external";
                version: string | null;
            };
            engine: components["schemas"]["Engine"];
            /** @description The available engines. */
            engines: components["schemas"]["Engine"][];
            /**
             * @description Version of the service.
             * @example 0.1.0
             */
            version: string;
        };
        /** @description What the sender of a request may do. */
        Whoami: {
            key: {
                expiresAt: string | null;
                /**
                 * @description Part of the key, and no secret.
                 * @example 6Yv1sPqJ0aZk
                 */
                id: string;
                /**
                 * Format: unicode
                 * @description What people call it.
                 * @example trainer of team A
                 */
                name: string;
            } | null;
            limits: {
                pointsPerDay: number | null;
                pointsToday: number | null;
                requestsPerMinute: number | null;
            };
            /**
             * @description The project that the key sees. It needs not exist yet.
             * @example default
             */
            project: string;
            /**
             * @description `read` reads and computes, `write` also stores and changes, `admin` also makes keys.
             * @enum {string}
             */
            scope: "read" | "write" | "admin";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getEntrance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Paths and commands. */
            200: {
                headers: {
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entrance"];
                    "text/html": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is alive. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All problems. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemList"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the problem.
                 * @example run-not-found
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The problem. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDescription"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No problem has this name. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service is ready. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. The service is not ready. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listAuditRecords: {
        parameters: {
            query?: {
                /** @description Most items in a page. */
                limit?: number;
                /** @description `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Only requests with this key. */
                keyId?: string;
                /** @description Only calls of this operationId. */
                action?: string;
                /** @description Only what made or changed this. */
                object?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    auditLearningRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LearningRateAuditRequest"];
            };
        };
        responses: {
            /** @description What the rates are. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningRateAudit"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The run has no learning rates. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    boundSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoundRequest"];
            };
        };
        responses: {
            /** @description The bound. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bound"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    compareSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonRequest"];
            };
        };
        responses: {
            /** @description The ranking. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    forecastLosses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForecastRequest"];
            };
        };
        responses: {
            /** @description The forecasts. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The run has no losses. The run has no learning rates. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    drawForecast: {
        parameters: {
            query?: {
                /** @description Width in pixels. Default: 720. */
                width?: number;
                /** @description Height in pixels. Default: 300 per plot. */
                height?: number;
                /** @description Colours. `auto`, the default, follows the viewer. */
                theme?: "auto" | "light" | "dark";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForecastRequest"];
            };
        };
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The run has no losses. The run has no learning rates. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    importLog: {
        parameters: {
            query?: {
                /** @description Tells what would be stored, and stores nothing. */
                dryRun?: boolean;
                /** @description The name of the file that is the body: the run is called after it. */
                filename?: string;
                /**
                 * @description The run that all goes to. Default: as the log calls its runs, made valid ids.
                 * @example resnet50-seed1
                 */
                runId?: string;
                /** @description The run that is read, as the log calls it, where it holds several. Default: all. */
                run?: string;
                /** @description The column, field or tag of a series, `<series>=<name>`; may be repeated. A pattern as `l2=grad_norm/*` combines the norms of all parts of the model: the root of the sum of squares (l2 and other norms), the sum (l1), the largest (linf). `<series>=` leaves a series out. Default: found by name. */
                map?: string | string[];
                /** @description The format. Default: found by what is in the file. */
                input?: "tensorboard" | "wandb" | "parquet" | "sqlite" | "numpy" | "float64" | "mlflow" | "ndjson" | "console" | "json" | "csv";
                /** @description The column or field of the steps. Default: found by name. */
                step?: string;
                /** @description What to do if a step is stored with another value: replace it, or store nothing (409). */
                onConflict?: "replace" | "reject";
            };
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
                /**
                 * @description `wait=<seconds>`, up to 60 (RFC 7240): waits for the operation. If it ends in time, the answer is its result. Without it, an operation is answered at once.
                 * @example wait=10
                 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": {
                    /** @description The files, each with its relative path as `filename`. */
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Nothing was new, or nothing was to be stored. */
            200: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            /** @description What was stored. */
            201: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            /** @description The call takes longer and continues as this operation. */
            202: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the operation. */
                    Location?: string;
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. A step is already stored with another value. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. It is not certain which column of the log holds what was asked for. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. There were too many points today. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Most items in a page. */
                limit?: number;
                /** @description `nextCursor` of the previous page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the new resource. */
                    Location?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is revoked. */
            204: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No API key has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /** @description Most items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operations. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationList"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `wait=<seconds>`, up to 60 (RFC 7240): waits for the operation. If it ends in time, the answer is its result. Without it, an operation is answered at once.
                 * @example wait=10
                 */
                Prefer?: string;
            };
            path: {
                /**
                 * @description The id of an operation (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No operation has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of an operation (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation is cancelled. */
            204: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No operation has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The operation has already ended. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listOptimizers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerList"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOptimizer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A name from the catalogue.
                 * @example prodigy
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The optimizer. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerPage"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No optimizer has this name. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOptimizerGolden: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A name from the catalogue.
                 * @example prodigy
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoldenRuns"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No optimizer has this name. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    initOptimizer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A name from the catalogue.
                 * @example prodigy
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptimizerInitRequest"];
                "application/vnd.safetensors": string;
            };
        };
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerInitAnswer"];
                    "application/vnd.safetensors": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No optimizer has this name. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Tensors that belong together differ in names or shapes. A tensor has an entry that is NaN or infinite. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    replayOptimizer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A name from the catalogue.
                 * @example prodigy
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptimizerReplayRequest"];
                "application/vnd.safetensors": string;
            };
        };
        responses: {
            /** @description Parameters and state after the last step. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerReplayAnswer"];
                    "application/vnd.safetensors": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No optimizer has this name. No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Tensors that belong together differ in names or shapes. A tensor has an entry that is NaN or infinite. The optimizer needs the loss of each step. The optimizer needs the sample of each step. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    stepOptimizer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A name from the catalogue.
                 * @example prodigy
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptimizerStepRequest"];
                "application/vnd.safetensors": string;
            };
        };
        responses: {
            /** @description Parameters and state after the step. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerStepAnswer"];
                    "application/vnd.safetensors": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No optimizer has this name. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Tensors that belong together differ in names or shapes. A tensor has an entry that is NaN or infinite. The optimizer needs the loss of each step. The optimizer needs the sample of each step. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    findBestPeak: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeakRequest"];
            };
        };
        responses: {
            /** @description The best peak. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BestPeak"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    probePeak: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProbeRequest"];
            };
        };
        responses: {
            /** @description The peak, or why there is none. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Probe"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    refine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `wait=<seconds>`, up to 60 (RFC 7240): waits for the operation. If it ends in time, the answer is its result. Without it, an operation is answered at once.
                 * @example wait=10
                 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefinementRequest"];
            };
        };
        responses: {
            /** @description The multipliers and the report. */
            200: {
                headers: {
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refinement"];
                };
            };
            /** @description The call takes longer and continues as this operation. */
            202: {
                headers: {
                    /** @description The path of the operation. */
                    Location?: string;
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    reportLog: {
        parameters: {
            query?: {
                /** @description The name of the file that is the body: the run is called after it. */
                filename?: string;
                /** @description The run that is read, as the log calls it, where it holds several. Default: all. */
                run?: string;
                /** @description The column, field or tag of a series, `<series>=<name>`; may be repeated. A pattern as `l2=grad_norm/*` combines the norms of all parts of the model: the root of the sum of squares (l2 and other norms), the sum (l1), the largest (linf). `<series>=` leaves a series out. Default: found by name. */
                map?: string | string[];
                /** @description The format. Default: found by what is in the file. */
                input?: "tensorboard" | "wandb" | "parquet" | "sqlite" | "numpy" | "float64" | "mlflow" | "ndjson" | "console" | "json" | "csv";
                /** @description The column or field of the steps. Default: found by name. */
                step?: string;
                /** @description Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an adaptive optimizer and l2 otherwise; l2 for `values`. */
                norm?: "l2" | "l1";
                /** @description robust reads the losses beside the norms, and changes the schedule only as far as the loss does not explain the norm. paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters 10 000 positions with a width of 1001. */
                preset?: "robust" | "paper" | "reference";
                /** @description Length of the schedule in optimizer steps. Default: totalSteps of the run, else the steps that the norms span. */
                steps?: number;
                /** @description `brief` leaves out comparison, forecast and exports, and takes a fraction of the time. Of JSON alone. */
                parts?: "all" | "brief";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": {
                    /** @description The files, each with its relative path as `filename`. */
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogReport"];
                    "text/html": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description It is not certain which column of the log holds what was asked for. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    setRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionUpdate"];
            };
        };
        responses: {
            /** @description What holds now. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    resetRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project says nothing any more. */
            204: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Most items in a page. */
                limit?: number;
                /** @description `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Start of the name. */
                name?: string;
                /**
                 * @description The schedule that runs were trained with.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                scheduleId?: string;
                /** @description The value of a label. One parameter per label: `label.<name>=<value>`. */
                label?: {
                    [key: string]: string;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunCreate"];
            };
        };
        responses: {
            /** @description The new run. */
            201: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the new resource. */
                    Location?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    putRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunPut"];
            };
        };
        responses: {
            /** @description The existing run, with its fields set. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The new run. */
            201: {
                headers: {
                    /** @description The path of the new resource. */
                    Location?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run is deleted. */
            204: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    patchRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunPatch"];
                "application/merge-patch+json": components["schemas"]["RunPatch"];
            };
        };
        responses: {
            /** @description The changed run. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    drawRun: {
        parameters: {
            query?: {
                /** @description Which series. Default: as for a refinement. */
                norm?: "l2" | "l1" | "linf";
                /** @description Width in pixels. Default: 720. */
                width?: number;
                /** @description Height in pixels. Default: 300 per plot. */
                height?: number;
                /** @description Colours. `auto`, the default, follows the viewer. */
                theme?: "auto" | "light" | "dark";
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    watchRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `id` of the last event that was received. */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until the run is deleted or the connection ends. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readGradientNorms: {
        parameters: {
            query?: {
                /** @description Which norm of the gradient, over all parameters together. */
                norm?: "l2" | "l1" | "linf";
                /** @description The first step to return. */
                fromStep?: number;
                /** @description One past the last step to return. */
                toStep?: number;
                /** @description Returns every point ever stored, in order of arrival, and marks the current ones. Only in JSON. */
                history?: "all";
                /** @description Returns summaries of this many ranges of steps, for a chart. Only in JSON. */
                buckets?: number;
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The points. */
            200: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The step of the first value. Only with application/octet-stream. */
                    "Start-Step"?: number;
                    /** @description Steps from one value to the next. Only with application/octet-stream. */
                    Stride?: number;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradientNorms"];
                    "application/octet-stream": string;
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    appendGradientNorms: {
        parameters: {
            query?: {
                /** @description Which norm of the gradient, over all parameters together. */
                norm?: "l2" | "l1" | "linf";
                /** @description The step of the first value, for a body that has only values. */
                startStep?: number;
                /** @description Steps from one value to the next. Default: 1. */
                stride?: number;
                /** @description Training resumed from a checkpoint at this step: supersedes all current points from this step on, then stores the points of the body. */
                resumeFrom?: number;
                /** @description What to do if a step is stored with another value: replace it, or store nothing (409). */
                onConflict?: "replace" | "reject";
                /** @description The CSV column or NDJSON field of the norms. Default: found by name. */
                column?: string;
                /** @description Columns of norms of all parts of the model, a pattern in which * is any text. They are combined: the root of the sum of squares (l2), the sum (l1), the largest (linf). */
                columns?: string;
                /** @description The run, where the CSV or NDJSON holds several. */
                run?: string;
                /** @description The CSV column or NDJSON field of the steps. Default: found by name. */
                step?: string;
            };
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GradientNormLog"];
                "application/octet-stream": string;
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description How many points were stored. */
            200: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppendReceipt"];
                };
            };
            /** @description The request does not match its schema. The series already has points, so the request must name the step of its first value. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. A step is already stored with another value. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. It is not certain which column of the log holds what was asked for. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. There were too many points today. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getLineage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lineage. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lineage"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    previewRefinement: {
        parameters: {
            query?: {
                /** @description Most numbers of each curve. */
                points?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefinementPreviewOptions"];
            };
        };
        responses: {
            /** @description The curves and the report. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefinementPreview"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    reportRun: {
        parameters: {
            query?: {
                /** @description Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an adaptive optimizer and l2 otherwise; l2 for `values`. */
                norm?: "l2" | "l1";
                /** @description robust reads the losses beside the norms, and changes the schedule only as far as the loss does not explain the norm. paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters 10 000 positions with a width of 1001. */
                preset?: "robust" | "paper" | "reference";
                /** @description Length of the schedule in optimizer steps. Default: totalSteps of the run, else the steps that the norms span. */
                steps?: number;
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createRefinedSchedule: {
        parameters: {
            query?: {
                /** @description The unit of positions and lengths. Default: steps, i.e. optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. An epoch is a whole number of steps; its last one may have fewer batches. A length in epochs is rounded up to whole steps, everything else down. Lengths in `parameters` stay fractions or optimizer steps. */
                unit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
                /** @description Batches of a process per optimizer step. Default: 1, except with unit batches. */
                gradientAccumulation?: number;
                /** @description Processes that train together. Default: 1. */
                worldSize?: number;
                /** @description Samples in a batch of one process. */
                batchSize?: number;
                /** @description Tokens in a sample. */
                sequenceLength?: number;
                /** @description Samples in an epoch. */
                datasetSize?: number;
                /** @description With unit epochs: whether a last batch that is not full is trained on (keep, the default) or left out (drop_last of PyTorch). */
                lastBatch?: "keep" | "drop";
            };
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
                /**
                 * @description `wait=<seconds>`, up to 60 (RFC 7240): waits for the operation. If it ends in time, the answer is its result. Without it, an operation is answered at once.
                 * @example wait=10
                 */
                Prefer?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScheduleCreate"];
            };
        };
        responses: {
            /** @description The existing schedule. */
            200: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description The new schedule. */
            201: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the new resource. */
                    Location?: string;
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description The call takes longer and continues as this operation. */
            202: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the operation. */
                    Location?: string;
                    /** @description The preference of `Prefer` that was applied. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. There are too few usable gradient norms to refine a schedule. The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    appendSeries: {
        parameters: {
            query?: {
                /** @description Training resumed from a checkpoint at this step: supersedes the current points from this step on in every series of the run, also in those that the body does not name, then stores the points of the body. */
                resumeFrom?: number;
                /** @description What to do if a step is stored with another value: replace it, or store nothing (409). */
                onConflict?: "replace" | "reject";
            };
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesLog"];
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description How many points were stored. */
            200: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesReceipt"];
                };
            };
            /** @description The request does not match its schema. The series already has points, so the request must name the step of its first value. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. A step is already stored with another value. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. There were too many points today. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readSeries: {
        parameters: {
            query?: {
                /** @description The first step to return. */
                fromStep?: number;
                /** @description One past the last step to return. */
                toStep?: number;
                /** @description Returns every point ever stored, in order of arrival, and marks the current ones. Only in JSON. */
                history?: "all";
                /** @description Returns summaries of this many ranges of steps, for a chart. Only in JSON. */
                buckets?: number;
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
                /** @description The name of a series. Its value at a step is — `l2`: ‖g‖₂ of the raw gradient, before clipping, over all parameters; `l1`: ‖g‖₁ of the raw gradient, before clipping, over all parameters; `linf`: ‖g‖∞ of the raw gradient, before clipping, over all parameters; `loss`: training loss of the step, or its mean since the last point; `eval-loss`: evaluation loss; `learning-rate`: learning rate that the step used, of the first parameter group; `weight-norm`: ‖w‖₂ of all parameters before the step; `update-norm`: ‖Δw‖₂ of the step, over all parameters; `distance`: d of D-Adaptation and Prodigy, their estimate of the distance to the solution. */
                name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The points. */
            200: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The step of the first value. Only with application/octet-stream. */
                    "Start-Step"?: number;
                    /** @description Steps from one value to the next. Only with application/octet-stream. */
                    Stride?: number;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPoints"];
                    "application/octet-stream": string;
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    viewSeries: {
        parameters: {
            query?: {
                /** @description The first step of the range. Default: 0. */
                from?: number;
                /** @description One past the last step of the range. Default: all. */
                to?: number;
                /** @description Most columns: about as many as a chart has pixels. */
                points?: number;
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
                /** @description The name of a series. Its value at a step is — `l2`: ‖g‖₂ of the raw gradient, before clipping, over all parameters; `l1`: ‖g‖₁ of the raw gradient, before clipping, over all parameters; `linf`: ‖g‖∞ of the raw gradient, before clipping, over all parameters; `loss`: training loss of the step, or its mean since the last point; `eval-loss`: evaluation loss; `learning-rate`: learning rate that the step used, of the first parameter group; `weight-norm`: ‖w‖₂ of all parameters before the step; `update-norm`: ‖Δw‖₂ of the step, over all parameters; `distance`: d of D-Adaptation and Prodigy, their estimate of the distance to the solution. */
                name: "l2" | "l1" | "linf" | "loss" | "eval-loss" | "learning-rate" | "weight-norm" | "update-norm" | "distance";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The columns, in the order of steps. */
            200: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The last step of the series, whatever range was asked for; absent where it has no points. */
                    "Last-Step"?: number;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                    "application/octet-stream": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listScheduleRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRuleList"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getScheduleRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A name from the catalogue.
                 * @example cosine
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRule"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule rule has this name. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /** @description Most items in a page. */
                limit?: number;
                /** @description `nextCursor` of the previous page. */
                cursor?: string;
                /**
                 * @description The id of a run: your choice, or generated by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of schedules. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePage"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createSchedule: {
        parameters: {
            query?: {
                /** @description The unit of positions and lengths. Default: steps, i.e. optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. An epoch is a whole number of steps; its last one may have fewer batches. A length in epochs is rounded up to whole steps, everything else down. Lengths in `parameters` stay fractions or optimizer steps. */
                unit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
                /** @description Batches of a process per optimizer step. Default: 1, except with unit batches. */
                gradientAccumulation?: number;
                /** @description Processes that train together. Default: 1. */
                worldSize?: number;
                /** @description Samples in a batch of one process. */
                batchSize?: number;
                /** @description Tokens in a sample. */
                sequenceLength?: number;
                /** @description Samples in an epoch. */
                datasetSize?: number;
                /** @description With unit epochs: whether a last batch that is not full is trained on (keep, the default) or left out (drop_last of PyTorch). */
                lastBatch?: "keep" | "drop";
            };
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleSchedule"];
            };
        };
        responses: {
            /** @description The new schedule. */
            201: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the new resource. */
                    Location?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No run has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule is deleted. */
            204: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    drawSchedule: {
        parameters: {
            query?: {
                /** @description Width in pixels. Default: 720. */
                width?: number;
                /** @description Height in pixels. Default: 300 per plot. */
                height?: number;
                /** @description Colours. `auto`, the default, follows the viewer. */
                theme?: "auto" | "light" | "dark";
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The series is too long for one refinement or bound. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listExportTargets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The targets. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportTargetList"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    exportSchedule: {
        parameters: {
            query?: {
                /** @description How the multipliers are stored: the corners of straight pieces, or the value of every step. Default: the shorter one. */
                form?: "segments" | "dense";
                /** @description The largest error of a multiplier that you accept. Code then has fewer straight pieces. Default: 0, exact to 1e-6; for targets with only a few shapes, 0.01. */
                tolerance?: number;
                /** @description The learning rate at multiplier 1. Default: the schedule's own. */
                peakLearningRate?: number;
                /** @description For batch-ramp, which needs it: the samples of a step of this schedule. */
                batchSize?: number;
                /** @description For batch-ramp: the largest batch. Default: 16 times batchSize. */
                maximumBatchSize?: number;
                /**
                 * @description For merge-weights, which needs it: the checkpoints that there are, by the optimizer steps done when each was written, ascending, separated by commas.
                 * @example 16000,17000,18000,19000,20000
                 */
                checkpoints?: string;
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
                /**
                 * @description The name of a target.
                 * @example pytorch
                 */
                target: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description A name for the file. */
                    "Content-Disposition"?: string;
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/vnd.safetensors": string;
                    "text/csv": string;
                    "text/javascript": string;
                    "text/x-go": string;
                    "text/x-python": string;
                    "text/x-shellscript": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. No export target has this name. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The target has no schedule close enough to this one. The schedule is too long to export as text. */
            409: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    fitSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FitRequest"];
            };
        };
        responses: {
            /** @description The fits. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fits"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createHorizon: {
        parameters: {
            query?: {
                /** @description The unit of positions and lengths. Default: steps, i.e. optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. An epoch is a whole number of steps; its last one may have fewer batches. A length in epochs is rounded up to whole steps, everything else down. Lengths in `parameters` stay fractions or optimizer steps. */
                unit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
                /** @description Batches of a process per optimizer step. Default: 1, except with unit batches. */
                gradientAccumulation?: number;
                /** @description Processes that train together. Default: 1. */
                worldSize?: number;
                /** @description Samples in a batch of one process. */
                batchSize?: number;
                /** @description Tokens in a sample. */
                sequenceLength?: number;
                /** @description Samples in an epoch. */
                datasetSize?: number;
                /** @description With unit epochs: whether a last batch that is not full is trained on (keep, the default) or left out (drop_last of PyTorch). */
                lastBatch?: "keep" | "drop";
            };
            header?: {
                /** @description Identifies the request. A retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HorizonCreate"];
            };
        };
        responses: {
            /** @description The new schedule. */
            201: {
                headers: {
                    /** @description Present if this repeats the answer to an earlier request with the same Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the new resource. */
                    Location?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A page of another origin may not change anything. The API key may not do this. */
            403: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still in progress. */
            409: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. The request needs more memory than the service has. */
            413: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This path does not read this format. */
            415: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    readMultipliers: {
        parameters: {
            query?: {
                /** @description The first step to return. */
                fromStep?: number;
                /** @description One past the last step to return. */
                toStep?: number;
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The multipliers. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Multipliers"];
                    "application/octet-stream": string;
                    "application/vnd.safetensors": string;
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getMultiplier: {
        parameters: {
            query?: {
                /** @description The learning rate at multiplier 1. Default: the schedule's own. */
                peakLearningRate?: number;
                /** @description The unit of positions and lengths. Default: steps, i.e. optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. An epoch is a whole number of steps; its last one may have fewer batches. A length in epochs is rounded up to whole steps, everything else down. Lengths in `parameters` stay fractions or optimizer steps. */
                unit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
                /** @description Batches of a process per optimizer step. Default: 1, except with unit batches. */
                gradientAccumulation?: number;
                /** @description Processes that train together. Default: 1. */
                worldSize?: number;
                /** @description Samples in a batch of one process. */
                batchSize?: number;
                /** @description Tokens in a sample. */
                sequenceLength?: number;
                /** @description Samples in an epoch. */
                datasetSize?: number;
                /** @description With unit epochs: whether a last batch that is not full is trained on (keep, the default) or left out (drop_last of PyTorch). */
                lastBatch?: "keep" | "drop";
            };
            header?: {
                /**
                 * @description Entity tags that the client has. If one matches, the answer is 304 without a body.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule (UUIDv7), generated by the service.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
                /** @description The optimizer step, a whole number from 0; or a position in `unit`. */
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The multiplier. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepMultiplier"];
                };
            };
            /** @description Not modified: If-None-Match names the current entity tag. */
            304: {
                headers: {
                    /** @description Entity tag of this answer, in this format and coding (strong). */
                    ETag?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No schedule has this id. */
            404: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    whoami: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who you are. */
            200: {
                headers: {
                    /** @description How long the answer may be cached. */
                    "Cache-Control"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Whoami"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions. */
            200: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request needs an API key. */
            401: {
                headers: {
                    /** @description How to authenticate (RFC 6750). */
                    "WWW-Authenticate"?: string;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer is not available in the requested format. */
            406: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The request took too long to arrive. */
            408: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is not known by this host. */
            421: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There were too many requests. */
            429: {
                headers: {
                    /** @description The limit. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the limit begins anew. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The path and headers of the request are too large. */
            431: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service failed. */
            500: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service is overloaded or not available for now. */
            503: {
                headers: {
                    /** @description Seconds to wait before the next attempt. */
                    "Retry-After"?: number;
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The disk is full. */
            507: {
                headers: {
                    /** @description The id of the request: the X-Request-Id that was sent, else a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
}
