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
         * Where to go next.
         * @description Paths for each purpose, and the commands that lead to a first schedule. Browsers get a page.
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
         * Whether the process answers.
         * @description It does not look at the database: a process that waits for one is not restarted for it.
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
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contract of this service.
         * @description An OpenAPI 3.1 document, from which clients can be generated.
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
         * Every way in which a request can fail.
         * @description With its cause and its remedy.
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
         * One way in which a request can fail.
         * @description The `type` of a failure is the path of this page.
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
         * Whether requests can be served.
         * @description The database answers, and the engine is there.
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
         * The bound of a schedule on gradient norms.
         * @description The general bound of arXiv:2310.07831 (Theorem 10), its best base rate and its terms. Trailing zeros of the schedule are dropped with their norms.
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
         * @description By the general bound, each schedule at its best base rate. `{ "rule": "refined" }` is the refinement of the same norms; with `"parameters": { "method": "numeric", "window": 0 }` no schedule of as many steps is below it.
         */
        post: operations["compareSchedules"];
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
         * How far an operation is, and what came out.
         * @description Ask every second or so, or with `Prefer: wait=<seconds>`, which answers when it has ended. It is kept for a week after its end; long results for a shorter time where there are many. A schedule that it has made is kept for good.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        /**
         * Cancel an operation.
         * @description After 204 nothing comes of it, and what is computing stops within a second; to cancel again is a 204 too. One that was done or had failed before is a 409, and stays as it is.
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
         * @description All of them, in one page.
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
         * One optimizer.
         * @description Its source, its hyperparameters with ranges and defaults, what it needs and what it keeps.
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
         * The state before the first step.
         * @description A step without a state starts from the same one. As safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`, and everything else is one JSON text under `__metadata__.request`, in the answer `__metadata__.answer`; `state` is `{ scalars }` there.
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
         * @description Gradients that are known beforehand, one step after the other, as if each had been sent by itself. With `scheduleId`, the rate of step k is peak × multiplier(firstStep + k), past the end of the schedule its last multiplier. As safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`, and everything else is one JSON text under `__metadata__.request`, in the answer `__metadata__.answer`; `state` is `{ scalars }` there. The gradients are `gradients/<step>/<name>`, steps counted from 0; the answer has `trajectory/<step>/<name>` and `evaluations/<step>/<name>`. Tensors may come in any order. Where all parameters and states stand before the gradients, and those in the order of their steps, each step is taken as soon as its gradients are there, and none is kept.
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
         * @description Nothing is kept: the state that comes back is sent with the next step. As safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`, and everything else is one JSON text under `__metadata__.request`, in the answer `__metadata__.answer`; `state` is `{ scalars }` there.
         */
        post: operations["stepOptimizer"];
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
         * Refine a schedule and store nothing.
         * @description From norms in the body, one a step, or from those that a run has logged, or from the median of several runs: each is brought to the median of their scales and followed by fractions of its extent; the report then has `runs` and `band`. What takes longer than about a second goes on as an operation (202), whose `result` is then the refinement.
         */
        post: operations["refine"];
        delete?: never;
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
         * @description Narrow the list by the beginning of the name, by the schedule that they were trained with, and by labels, `label.<name>=<value>`; all must match.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Create a run with a made id.
         * @description For an id of your own, which makes retries safe without an Idempotency-Key, use PUT.
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
         * One run.
         * @description What is known of it, and what it has logged of each norm.
         */
        get: operations["getRun"];
        /**
         * Create a run with a chosen id, or set fields of it.
         * @description Safe to repeat, so that a trainer can send it whenever it starts. Fields that are left out keep their values; null clears one.
         */
        put: operations["putRun"];
        post?: never;
        /**
         * Delete a run and its gradient norms.
         * @description Schedules that were made from it stay, with `runDeleted: true`.
         */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        /**
         * Change fields of a run.
         * @description A merge patch (RFC 7396): null clears a field, and in `labels` removes one label. Two changes at once both stand.
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
         * A picture of a run.
         * @description Its gradient norms as logged and after the median filter, on a logarithmic axis where they span more than two decades; below, the schedule that they are refined into with all options at their defaults, beside the rule that is nearest.
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
    "/v1/runs/{runId}/gradient-norms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the gradient norms of a run.
         * @description All current points in step order, never sampled. As application/octet-stream the values alone (float64, little-endian), whose first step and stride are headers; that needs even steps.
         */
        get: operations["readGradientNorms"];
        put?: never;
        /**
         * Log gradient norms.
         * @description All points of a request are stored, or none. A point that is current with the same value is a duplicate and a success, so a request can be repeated. Steps increase within a request; requests may come in any order. Without `startStep`, values of an empty series start at 0; in another series they must repeat what is there. 200 means that the points are on disk.
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
         * Where a run comes from, and what came of it.
         * @description Back: the schedule that it was trained with (`scheduleId` of a run), the run that this was made from, and so on. Forward: the schedules made from it, the runs trained with those, and so on. And what each refinement among them promised to gain.
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
         * Refine the norms of a run into a schedule, and store it.
         * @description The same options, defaults filled in, on the same norms are the same schedule: a repetition is answered 200 with the one that there is. The peak learning rate is that of the run at creation. `withRuns` refines the median of several runs. What takes longer than about a second goes on as an operation (202), with the norms as they are now; its `result` is then the schedule.
         */
        post: operations["createRefinedSchedule"];
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
         * List the rules that schedules are made by.
         * @description All of them, in one page: their parameters with ranges and defaults, their ends, and their names in other libraries.
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
         * One rule.
         * @description Its source, its parameters with ranges and defaults, its ends, and its name in other libraries.
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
         * @description All of them, or those made from one run.
         */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Make a schedule by rule, and store it.
         * @description A new one each time. The rules and their parameters are at /v1/schedule-rules; the answer has the defaults filled in. Its peak learning rate is the one given, else that of the run at creation.
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
         * One schedule.
         * @description How it was made and what the norms said of it. Its multipliers are read apart.
         */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /**
         * Delete a schedule.
         * @description Its multipliers go with it.
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
         * A picture of a schedule.
         * @description Multipliers over the steps, beside the nearest rule where the schedule is not one itself. Readable on light and dark paper, small, without scripts.
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
         * List what a schedule can be exported to.
         * @description Frameworks and formats, all in one page, each with where its export is and what to do with it.
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
         * A schedule as code or settings for a framework.
         * @description A file to save or to paste. It gives back the multipliers to 1e-6 at every step counted from 0, and past the end the last one; with `tolerance` it is shorter and less exact. Targets that know a few shapes alone (megatron, deepspeed) give the nearest one and name its error.
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
         * What a schedule is near to.
         * @description The nearest warm-up with polynomial decay, the nearest member of each rule with what it loses, and the fewest straight pieces within a tolerance. Stores nothing.
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
         * @description For a run in progress: what is past stays. γ*, the base rate with the least general bound on the norms of the run (else on constant ones), tells how a tuned peak learning rate stays right. A factor above 1 moves into the new peak. A new schedule each time.
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
         * The multipliers of a schedule.
         * @description Factors of the peak learning rate, one an optimizer step, the first for step `fromStep`. They never change. application/octet-stream is float64, little-endian; safetensors has one float64 tensor, `multipliers`.
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
         * The multiplier of one step.
         * @description Cheap enough to ask for at every step. Past the end it is the last one, with `clamped: true`. With `?unit=` the position is given in batches, samples, tokens or epochs; `step` of the answer is the optimizer step that is under way there.
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
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What runs here.
         * @description The version of the service, the engine that computes, every engine that there is, why another is not, and the database.
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
        /** @description What became of the points of a request. They are durable. */
        AppendReceipt: {
            /** @description Points that are new, or stand in place of another value. */
            appended: number;
            /** @description Points that were current already, with the same value. */
            duplicates: number;
            lastStep: number | null;
            /** @description Current points of the series. */
            points: number;
            /** @description Points of the request: appended + duplicates. */
            received: number;
            /** @description Points that ceased to be current. */
            superseded: number;
        };
        /** @description The general bound on the suboptimality of the last iterate. */
        Bound: {
            /** @description Steps up to the last with a multiplier above 0; later norms do not count. */
            T: number;
            /** @description The bound at `peakLearningRate`, where that was given: the sum of the terms. */
            bound?: components["schemas"]["Float"];
            /** @description Ω*, the bound at γ*. */
            optimalBound: components["schemas"]["Float"];
            /** @description γ*, the base rate with the least bound: the learning rate at multiplier 1. */
            optimalRate: components["schemas"]["Float"];
            /** @description The terms of the bound, at `peakLearningRate` where that was given, else at γ*. */
            terms: {
                /** @description D²/(2γΣm). */
                distance: components["schemas"]["Float"];
                /** @description What it costs to answer with the last iterate and not with the average. */
                lastIterate: components["schemas"]["Float"];
                /** @description γΣm²g²/(2Σm). */
                steps: components["schemas"]["Float"];
            };
            /** @description Theorem A, for schedules made of weights w alone: `linear` to 0, and closed-form refinements over as many steps as norms, without warmupFloor (a stored one: while its run has the same norms). About half the general bound; never compare the two. */
            weighted?: {
                /** @description The number of weights, the last included. */
                T: number;
                /** @description D·√Σw²g²/Σw. */
                optimalBound: components["schemas"]["Float"];
                /** @description The learning rate at multiplier 1 with the least bound. */
                optimalRate: components["schemas"]["Float"];
            };
        };
        /** @description A schedule, and the norms to bound it on. */
        BoundRequest: {
            candidate: components["schemas"]["Candidate"];
            /**
             * @description D = ‖x₁ − x*‖, from the start to the solution.
             * @default 1
             */
            distance?: number;
            norms: components["schemas"]["NormsSource"];
            /** @description A base rate at which the bound is wanted. */
            peakLearningRate?: number;
            /** @description Length of the schedules. Default: their own, else that of the norms (of a run: its totalSteps, else what it has logged). A stored schedule and multipliers have a length of their own, and no other. */
            steps?: number;
        };
        /** @description A schedule: by rule, as it is stored, or as its multipliers. */
        Candidate: {
            /** @description Multipliers of successive steps, finite, one at least above 0; their scale does not matter. */
            multipliers?: components["schemas"]["Float"][];
            /**
             * Format: unicode
             * @description What to call it; default the name of the schedule or rule.
             */
            name?: string;
            /** @description Those of the rule, defaults for what is absent. Of `refined`: weighting, preset, window, trim, method, warmupFloor as in POST /v1/refinements; weighting auto is inverse for l1 norms of a run, else inverse-square. */
            parameters?: {
                [key: string]: unknown;
            };
            /**
             * @description A rule of GET /v1/schedule-rules, or `refined`: the refinement of the norms at hand.
             * @example cosine
             */
            rule?: string;
            /**
             * @description The id of a schedule, made by the service (UUIDv7).
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
             */
            scheduleId?: string;
        } & (unknown | unknown | unknown);
        /** @description Schedules ranked by their general bounds. */
        Comparison: {
            /** @description Best first, each at its best base rate. */
            ranking: {
                /** @description Steps up to the last with a multiplier above 0; later norms do not count. */
                T: number;
                name: string;
                /** @description Ω*, the bound at γ*. */
                optimalBound: components["schemas"]["Float"];
                /** @description γ*, the base rate with the least bound: the learning rate at multiplier 1. */
                optimalRate: components["schemas"]["Float"];
                /** @description Of the bound to that of the best, at least 1. */
                ratio: components["schemas"]["Float"];
            }[];
            /** @description The outcome in one sentence. */
            summary: string;
            /** @description What to think of before trusting the ranking. */
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
             * @description D = ‖x₁ − x*‖, from the start to the solution.
             * @default 1
             */
            distance?: number;
            norms: components["schemas"]["NormsSource"];
            /** @description Length of the schedules. Default: their own, else that of the norms (of a run: its totalSteps, else what it has logged). A stored schedule and multipliers have a length of their own, and no other. */
            steps?: number;
        };
        /** @description What computes. */
        Engine: {
            /** @example cpu */
            device: string;
            library: string | null;
            /** @enum {string} */
            name: "tensorflow" | "wasm" | "reference";
            precisions: ("float64" | "float32")[];
        };
        /** @description Where to go next. */
        Entrance: {
            description: string;
            /** @description Where to go next: a path for each purpose. */
            links: {
                [key: string]: string;
            };
            /** @enum {string} */
            name: "Taper";
            /** @description Commands that lead to a first schedule. */
            start: string[];
            version: string;
        };
        /** @description Points at even steps. */
        EvenGradientNorms: {
            /** @enum {string} */
            norm: "l2" | "l1" | "linf";
            /** @description The step of the first value. */
            startStep: number;
            /** @description Steps from one value to the next; 1 unless given. */
            stride: number;
            values: components["schemas"]["Float"][];
        };
        /** @description Something that reads schedules. */
        ExportTarget: {
            /** @example taper_schedule.py */
            fileName: string;
            /** @description The forms to choose from; none: a few settings. */
            forms: ("segments" | "dense")[];
            /**
             * Format: uri-reference
             * @description Where the export is.
             */
            href: string;
            /** @example text/x-python */
            mediaType: string;
            /** @example pytorch */
            name: string;
            title: string;
            /** @description What to do with the file. */
            usage: string;
        };
        /** @description All targets, in one page. */
        ExportTargetList: {
            items: components["schemas"]["ExportTarget"][];
            nextCursor: null;
        };
        /** @description What to fit to the schedule. */
        FitRequest: {
            /**
             * @description The rules to fit. Default: all that can be.
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
        /** @description What a schedule is near to. */
        Fits: {
            /** @description The nearest member of each rule, best first. */
            fits: {
                /** @description The general bound of the fit over that of the schedule, each at its best base rate, on the norms of the run, else on constant ones. */
                boundRatio: components["schemas"]["Float"];
                /** @description The largest error at any step. */
                maxError: number;
                /** @description With which the rule is nearest, by least squares; as POST /v1/schedules takes them. */
                parameters: {
                    [key: string]: unknown;
                };
                /** @description 1 − SSE/SST. Of a constant schedule: 1 where the fit is exact, else 0. */
                r2: number;
                /** @description A rule of GET /v1/schedule-rules. */
                rule: string;
            }[];
            /** @description The fewest straight pieces within the tolerance, as their knots: the first and the last step are among them. */
            segments: {
                multiplier: number;
                step: number;
            }[];
            /** @description The nearest `warmup` over `polynomial`, by least squares. */
            warmupPolynomial: {
                /** @description The largest error at any step. */
                maxError: number;
                /** @description `power` of the `polynomial` that follows, with final 0. */
                power: number;
                /** @description 1 − SSE/SST. Of a constant schedule: 1 where the fit is exact, else 0. */
                r2: number;
                /** @description Length of the linear ramp, a fraction of the steps: `length` of `warmup`. */
                warmup: number;
            };
        };
        /** @description A float64: a number, or a string where JSON has no number for it. */
        Float: number | components["schemas"]["NonFinite"];
        /** @description One step of a lineage, from a run over a schedule to the next runs. */
        Generation: {
            /** @description How many schedules lie between: −1, −2, … back, 1, 2, … forward. */
            generation: number;
            /** @description Back: the run that the schedule was made from, if any. Forward: the runs that were trained with it. */
            runs: components["schemas"]["LineageRun"][];
            schedule: components["schemas"]["LineageSchedule"];
        };
        /** @description A point as it came. */
        GradientNormArrival: {
            /** @description False: superseded. */
            current: boolean;
            /** @description Counts the points of the series in order of arrival. */
            sequence: number;
            /** @description The step. */
            step: number;
            value: components["schemas"]["Float"];
        };
        /** @description What a range of steps holds. */
        GradientNormBucket: {
            /** @description Points in the range. */
            count: number;
            /** @description The first step of the range. */
            fromStep: number;
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
            /** @description Strictly increasing. */
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
            /** @description The norm at each step; as many as steps. */
            values: components["schemas"]["Float"][];
        };
        /** @description Values at even steps. */
        GradientNormValues: {
            /** @description The step of the first value. */
            startStep?: number;
            /** @description Steps from one value to the next; 1 unless given. */
            stride?: number;
            /** @description Norms of successive points. */
            values: components["schemas"]["Float"][];
        };
        /** @description The gradient norms of a run. */
        GradientNorms: components["schemas"]["EvenGradientNorms"] | components["schemas"]["UnevenGradientNorms"] | components["schemas"]["GradientNormHistory"] | components["schemas"]["GradientNormBuckets"];
        /** @description Another length for a run whose schedule there is. */
        HorizonCreate: {
            /** @description The first step that is still to be done: what comes before it has happened. Default: the first of the cooldown; 0 where there is none. */
            fromStep?: number;
            /**
             * @description two-stage goes on at a lower plateau, cooldown takes a longer cooldown, both so that the optimal rate stays what it was; stretch draws out what is left of the curve. Default: two-stage for `wsd`, else stretch.
             * @enum {string}
             */
            method?: "cooldown" | "two-stage" | "stretch";
            name?: string | null;
            /** @description How long the whole run is to be now, in optimizer steps (at most 100000000) or in `unit`. */
            steps: number;
        };
        /** @description How a schedule was made longer or shorter. */
        HorizonReport: {
            /** @description method cooldown: the new cooldown, a fraction of the steps after the warm-up. */
            cooldown?: number;
            /** @description method two-stage: the height of the second plateau in terms of the first, ρ. */
            factor?: number;
            /** @description γ*: the base rate with the least bound for the new schedule, as it is answered; for distance 1. */
            optimalRate: components["schemas"]["Float"];
            /** @description The same of the old schedule. Their ratio is what a tuned peak learning rate is to be multiplied by. */
            previousOptimalRate: components["schemas"]["Float"];
            warnings: {
                /** @enum {string} */
                code: "not-met" | "already-past";
                detail: string;
            }[];
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
        /** @description The chain run → schedule → run that a run is part of. */
        Lineage: {
            /** @description What led to the run, the nearest first. */
            ancestors: components["schemas"]["Generation"][];
            /** @description What came of the run, by generation. */
            descendants: components["schemas"]["Generation"][];
            /** @description What each refinement among them promised to gain over linear decay, oldest first. */
            gains: {
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC.
                 */
                createdAt: string;
                /** @description `bound.gain` of its report: the bound with linear decay over the bound with the refined schedule. */
                gain: components["schemas"]["Float"];
                runId: string | null;
                /**
                 * @description The id of a schedule, made by the service (UUIDv7).
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                scheduleId: string;
            }[];
            /**
             * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId: string;
            /** @description Whether there is more: 100 steps back and 200 schedules and runs forward are followed. */
            truncated: boolean;
        };
        /** @description A run in a lineage. */
        LineageRun: {
            createdAt: string | null;
            /** @description Whether it was deleted since; then only its id is known. */
            deleted: boolean;
            /**
             * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
             * @example resnet50-seed1
             */
            id: string;
            name: string | null;
        };
        /** @description A schedule in a lineage. */
        LineageSchedule: {
            createdAt: string | null;
            /** @description Whether it was deleted since; then only its id is known. */
            deleted: boolean;
            gain: components["schemas"]["Float"] | null;
            /**
             * @description The id of a schedule, made by the service (UUIDv7).
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
             */
            id: string;
            name: string | null;
            rule: string | null;
            runId: string | null;
        };
        /** @description The process answers. */
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description Multipliers of the peak learning rate. */
        Multipliers: {
            /** @description One an optimizer step, from `fromStep` on. */
            multipliers: number[];
            /** @description How many multipliers follow. */
            steps: number;
        };
        /**
         * @description A float64 that JSON has no number for.
         * @enum {string}
         */
        NonFinite: "NaN" | "Infinity" | "-Infinity";
        /** @description The gradient norms that bounds are about: constant, in the body, or what a run has logged (without zeros and what is not finite, at even steps, unfiltered). They are interpolated linearly to the steps of a schedule, both ends kept. */
        NormsSource: {
            /** @description The same norm at every step. */
            constant?: number;
            /**
             * @description Which series of the run; default as for a refinement.
             * @enum {string}
             */
            norm?: "l2" | "l1";
            /**
             * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId?: string;
            /** @description Norms of successive steps, finite, one at least above 0. */
            values?: components["schemas"]["Float"][];
        } & (unknown | unknown | unknown);
        /** @description A call that goes on after its request was answered. */
        Operation: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            createdAt: string;
            /**
             * @description The id of an operation, made by the service (UUIDv7).
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82
             */
            id: string;
            /**
             * @description The call that goes on, by its operationId.
             * @enum {string}
             */
            kind: "refine" | "createRefinedSchedule";
            problem?: components["schemas"]["ProblemDetails"];
            /** @description How much of it is done; never falls. */
            progress: number;
            /** @description The body that the call would have been answered with. */
            result?: components["schemas"]["Schedule"] | components["schemas"]["Refinement"];
            /**
             * @description `queued` and `running` go on. `done` has a `result`, `failed` a `problem`, `cancelled` neither.
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
        };
        /** @description An optimizer of the catalogue. */
        Optimizer: {
            /** @description The rate of a step that gives none: that of the official code. Null: that of the base optimizer. */
            defaultLearningRate: number | null;
            /** @description Reconstructed, not taken from official code or the text of the paper. */
            experimental: boolean;
            /** @description A JSON Schema. */
            hyperparameters: {
                [key: string]: unknown;
            };
            name: string;
            /** @description What each step needs besides gradients. */
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
        /** @description What computed the result. */
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
            /** @description As the catalogue describes them; defaults for those that are absent. */
            hyperparameters?: {
                [key: string]: unknown;
            };
            /** @description The parameters, where the gradients were taken. */
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
        /** @description Parameters and state after the last step. */
        OptimizerReplayAnswer: {
            /** @description One a step. */
            diagnostics: components["schemas"]["StepDiagnostics"][];
            engine: components["schemas"]["OptimizerEngine"];
            /** @description With `keep: all`: where to evaluate after each step, for methods where that is not the parameters. */
            evaluations?: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            }[];
            /** @description The parameters now. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            state: components["schemas"]["OptimizerState"];
            /** @description With `keep: all`: the parameters after each step. */
            trajectory?: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            }[];
        };
        /** @description Many steps, one after the other. */
        OptimizerReplayRequest: {
            /** @description Where the schedule is when the replay starts. Default: 0. */
            firstStep?: number;
            /** @description As the catalogue describes them; defaults for those that are absent. */
            hyperparameters?: {
                [key: string]: unknown;
            };
            /**
             * @description all: the parameters after each step too. Default: last.
             * @enum {string}
             */
            keep?: "last" | "all";
            /** @description γ of the steps that have none of their own, where there is no schedule. */
            learningRate?: number;
            /** @description The parameters, where the gradients were taken. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description The peak of the schedule. Default: the schedule's own, else the optimizer's default rate. */
            peakLearningRate?: number;
            /**
             * @description What is computed in. Default: float64; for safetensors whose parameters are all F32, float32.
             * @enum {string}
             */
            precision?: "float64" | "float32";
            /** @description A stored schedule: the rate of step k is peak × multiplier(firstStep + k). */
            scheduleId?: string;
            state?: components["schemas"]["OptimizerState"];
            steps: components["schemas"]["OptimizerReplayStep"][];
        };
        /** @description One step of a replay. */
        OptimizerReplayStep: {
            /** @description A gradient for each parameter, of its shape; one that is absent leaves its parameter as it is. */
            gradients: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description γ of this step. Default: that of the official code. */
            learningRate?: number;
            /** @description The loss where the gradients were taken. */
            loss?: components["schemas"]["Float"];
            /** @description The sample that loss and gradients are of, counted from 0. */
            sampleIndex?: number;
        };
        /** @description One slot of a state, with default hyperparameters. */
        OptimizerSlot: {
            /** @enum {string} */
            kind: "scalar" | "scalars" | "tensors" | "vector";
            /** @description In words: as the parameter, every p-th entry of it, one number a sample. */
            shape: string;
            slot: string;
        };
        /** @description Where a method comes from. */
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
        /** @description The state between two steps. Send back what came. */
        OptimizerState: {
            /** @description Numbers, each one or one a parameter. */
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
            /** @description Where to evaluate, for methods where that is not the parameters. */
            evaluation?: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description The parameters now. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            state: components["schemas"]["OptimizerState"];
        };
        /** @description One step. Without a state it is the first. */
        OptimizerStepRequest: {
            /** @description A gradient for each parameter, of its shape; one that is absent leaves its parameter as it is. */
            gradients: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /** @description As the catalogue describes them; defaults for those that are absent. */
            hyperparameters?: {
                [key: string]: unknown;
            };
            /** @description γ of this step. Default: that of the official code. */
            learningRate?: number;
            /** @description The loss where the gradients were taken. */
            loss?: components["schemas"]["Float"];
            /** @description The parameters, where the gradients were taken. */
            parameters: {
                [key: string]: components["schemas"]["OptimizerTensor"];
            };
            /**
             * @description What is computed in. Default: float64; for safetensors whose parameters are all F32, float32.
             * @enum {string}
             */
            precision?: "float64" | "float32";
            /** @description The sample that loss and gradients are of, counted from 0. */
            sampleIndex?: number;
            state?: components["schemas"]["OptimizerState"];
        };
        /** @description A tensor. */
        OptimizerTensor: {
            /** @description Sizes of the dimensions; [] for a scalar. */
            shape: number[];
            /** @description Row-major; as many as the product of the shape. */
            values: components["schemas"]["Float"][];
        };
        /** @description One way in which a request can fail. */
        ProblemDescription: {
            /** @description How it comes about. */
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
            /** @description Where the request is invalid. */
            errors?: components["schemas"]["InvalidPart"][];
            /** @description The id of the request, as in X-Request-Id. */
            requestId: string;
            status: number;
            /** @description What the problem is; the same for every problem of its type. */
            title: string;
            /**
             * Format: uri-reference
             * @description The path of the page that explains the problem.
             * @example /problems/run-not-found
             */
            type: string;
        };
        /** @description Every way in which a request can fail. */
        ProblemList: {
            items: components["schemas"]["ProblemDescription"][];
        };
        /** @description Whether requests can be served. */
        Readiness: {
            checks: {
                database: {
                    /** @description What is there, or why it is not. */
                    detail: string;
                    /** @enum {string} */
                    status: "ok" | "failed";
                };
                engine: {
                    /** @description What is there, or why it is not. */
                    detail: string;
                    /** @enum {string} */
                    status: "ok" | "failed";
                };
            };
            /**
             * @description failed where one check is.
             * @enum {string}
             */
            status: "ok" | "failed";
        };
        /** @description A refined schedule that is not stored. */
        Refinement: {
            /** @description One an optimizer step of the next run; peak 1, last 0. */
            multipliers: number[];
            report: components["schemas"]["RefinementReport"];
            /** @description How many multipliers there are. */
            steps: number;
        };
        /** @description What a refinement did, and what the theory says of the result. */
        RefinementReport: {
            /** @description Of a refinement from several runs: how their norms spread, before the median filter, each run brought to the median of their scales. */
            band?: {
                /** @description At most 200, in order; each is the mean of what is at its positions. */
                buckets: {
                    /** @description Where it is, as a fraction of the run. */
                    fraction: number;
                    /** @description The lower quartile. */
                    lower: components["schemas"]["Float"];
                    /** @description The median, from which the schedule is made. */
                    median: components["schemas"]["Float"];
                    /** @description The upper quartile. */
                    upper: components["schemas"]["Float"];
                }[];
            };
            bound: {
                /** @description linear/refined, at least 1. */
                gain: components["schemas"]["Float"];
                /** @description The same for linear decay. */
                linear: components["schemas"]["Float"];
                /** @description Bound on the final suboptimality with this schedule, for distance 1. */
                refined: components["schemas"]["Float"];
            };
            /** @description What computed it. */
            engine: {
                device: string;
                library: string | null;
                name: string;
                precision: string;
            };
            /** @description Width of the median filter in points; 1 is none. */
            filterWidth: number;
            /** @description With method numeric. The general bound holds for any schedule and is about twice the one under `bound`, which holds for schedules made of weights: compare within one of the two. */
            numeric?: {
                /** @description The least general bound of any schedule of as many steps as there are filtered norms, for distance 1. */
                bound: components["schemas"]["Float"];
                /** @description The general bound of the closed form without its last zero, at its best rate. */
                boundClosedForm: components["schemas"]["Float"];
                /** @description The general bound of linear decay (n − j)/n, at its best rate. */
                boundLinear: components["schemas"]["Float"];
                /** @description Whether the minimum was reached. */
                converged: boolean;
                /** @description Sweeps over the norms: 1, as the minimum has a recursion. */
                iterations: number;
            };
            peak: {
                /** @description step/(steps − 1). */
                fraction: number;
                /** @description The first step with multiplier 1. */
                step: number;
            };
            points: {
                /** @description Filtered norms raised to 1e-6 of their median. */
                clamped: number;
                /** @description Points dropped because they are NaN or ±Infinity. */
                nonFinite: number;
                /** @description Points of the series: used + nonFinite + zero + trimmed. */
                received: number;
                /** @description Points left out at the ends. */
                trimmed: number;
                /** @description Points left before interpolation. */
                used: number;
                /** @description Points dropped because they are 0; preset reference keeps them. */
                zero: number;
            };
            /** @description Of a refinement from several runs: what each gave. `points` of the report counts them all together. */
            runs?: {
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
            }[];
            /** @description The learning rate that the theory gives at multiplier 1, for distance 1. */
            unitPeakRate: components["schemas"]["Float"];
            warnings: {
                /** @enum {string} */
                code: "clipped-norms" | "collapsed-norms" | "early-spike" | "few-points" | "short-run" | "coarse-stride" | "gaps" | "non-finite" | "zero" | "l2-for-adaptive";
                detail: string;
            }[];
        };
        /** @description Norms, or the run that has logged them, or several; and how to refine them. */
        RefinementRequest: {
            /**
             * @description closed-form is the theorem of the paper, for the best weights of the steps. numeric is the schedule with the least general bound of all schedules; its last multiplier is above 0.
             * @default closed-form
             * @enum {string}
             */
            method?: "closed-form" | "numeric";
            /**
             * @description Which series to refine, or which norm `values` are. Default: the series that there is; where there are both, l1 if the optimizer of the run is adaptive and l2 if not; for `values` l2.
             * @enum {string}
             */
            norm?: "l2" | "l1";
            /**
             * @description paper follows the text of the paper. reference reproduces the script of its authors: 2 points trimmed at each end, 10 000 positions, a filter of 1001 of them.
             * @default paper
             * @enum {string}
             */
            preset?: "paper" | "reference";
            /**
             * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
             * @example resnet50-seed1
             */
            runId?: string;
            /** @description Runs to refine together, from the median of their norms. */
            runIds?: string[];
            /** @description Length of the schedule in optimizer steps. Default: totalSteps of the run, else what the norms extend over. */
            steps?: number;
            /** @description Usable points to leave out at the ends. */
            trim?: {
                /** @description Points dropped at the end. Default 0, with preset reference 2. */
                end?: number;
                /** @description Points dropped at the start. Default 0, with preset reference 2. */
                start?: number;
            };
            /** @description Gradient norms of successive optimizer steps, raw and unsmoothed. */
            values?: components["schemas"]["Float"][];
            /**
             * @description Multipliers before the peak are at least this.
             * @default 0
             */
            warmupFloor?: number;
            /**
             * @description Weight of a step: inverse-square is ‖g‖⁻² (SGD on ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin on ℓ₁ norms). auto takes inverse-square for l2 and inverse for l1.
             * @default auto
             * @enum {string}
             */
            weighting?: "auto" | "inverse-square" | "inverse";
            /** @description Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off; not with preset reference. */
            window?: number;
        } & (unknown | unknown | unknown);
        /** @description A schedule to make by rule. */
        RuleSchedule: {
            name?: string | null;
            /** @description As the catalogue describes them; defaults for those that are absent. */
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
             * @description Length of the schedule in optimizer steps.
             * @example 90000
             */
            steps: number;
        };
        /** @description Where a rule comes from. */
        RuleSource: {
            algorithm?: string;
            arxiv?: string;
            authors: string;
            /** @description The implementation that is followed. */
            code?: string;
            title: string;
            venue?: string;
            year: number;
        };
        /** @description One training run. */
        Run: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            createdAt: string;
            /**
             * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
             * @example resnet50-seed1
             */
            id: string;
            /**
             * @description Names and values to find runs by.
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
            /** @description The gradient norms that are logged, one entry a norm. */
            series: components["schemas"]["SeriesSummary"][];
            /**
             * @description What the client counts when it counts its training. Steps of this API are optimizer steps whatever it says.
             * @enum {string}
             */
            stepUnit: "steps" | "batches" | "samples" | "tokens" | "epochs";
            totalSteps: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            updatedAt: string;
        };
        /** @description What is known of a run; all of it may be left out. */
        RunCreate: {
            /**
             * @description Names and values to find runs by.
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
             * @description What the client counts when it counts its training. Steps of this API are optimizer steps whatever it says.
             * @enum {string}
             */
            stepUnit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
            totalSteps?: number | null;
        };
        /** @description Part of the list of runs, newest first. */
        RunPage: {
            items: components["schemas"]["Run"][];
            nextCursor: string | null;
        };
        /** @description A merge patch of a run (RFC 7396): null clears a field. */
        RunPatch: {
            labels?: {
                [key: string]: string | null;
            } | null;
            name?: string | null;
            optimizer?: string | null;
            peakLearningRate?: number | null;
            scheduleId?: string | null;
            stepUnit?: ("steps" | "batches" | "samples" | "tokens" | "epochs") | null;
            totalSteps?: number | null;
        };
        /** @description The fields of a run to set; those left out keep their values. `id`, where given, equals that of the path. */
        RunPut: {
            /**
             * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
             * @example resnet50-seed1
             */
            id?: string;
            /**
             * @description Names and values to find runs by.
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
             * @description What the client counts when it counts its training. Steps of this API are optimizer steps whatever it says.
             * @enum {string}
             */
            stepUnit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
            totalSteps?: number | null;
        };
        /** @description A learning-rate schedule. Multipliers are read apart; they never change. */
        Schedule: {
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             */
            createdAt: string;
            /**
             * @description Names the multipliers; accepted in If-None-Match where they are read, in every format.
             * @example "b0Kq2l0WqUuT4o3mJmY9Gw"
             */
            etag: string;
            /**
             * @description The id of a schedule, made by the service (UUIDv7).
             * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
             */
            id: string;
            name: string | null;
            /** @description The options of the refinement or the horizon, or the parameters of the rule, defaults filled in. */
            parameters: {
                [key: string]: unknown;
            };
            peakLearningRate: number | null;
            report?: components["schemas"]["RefinementReport"] | components["schemas"]["HorizonReport"];
            /**
             * @description `refined`, `horizon`, or the name of the rule that made it.
             * @example refined
             */
            rule: string;
            /** @description Whether the run that it was made from is gone. */
            runDeleted: boolean;
            runId: string | null;
            /** @description How many multipliers it has, one an optimizer step. */
            steps: number;
        };
        /** @description How to refine the norms of the run, and what to call the schedule. */
        ScheduleCreate: {
            /**
             * @description closed-form is the theorem of the paper, for the best weights of the steps. numeric is the schedule with the least general bound of all schedules; its last multiplier is above 0.
             * @default closed-form
             * @enum {string}
             */
            method?: "closed-form" | "numeric";
            name?: string | null;
            /**
             * @description Which series to refine, or which norm `values` are. Default: the series that there is; where there are both, l1 if the optimizer of the run is adaptive and l2 if not; for `values` l2.
             * @enum {string}
             */
            norm?: "l2" | "l1";
            /**
             * @description paper follows the text of the paper. reference reproduces the script of its authors: 2 points trimmed at each end, 10 000 positions, a filter of 1001 of them.
             * @default paper
             * @enum {string}
             */
            preset?: "paper" | "reference";
            /** @description Length of the schedule in optimizer steps. Default: totalSteps of the run, else what the norms extend over. */
            steps?: number;
            /** @description Usable points to leave out at the ends. */
            trim?: {
                /** @description Points dropped at the end. Default 0, with preset reference 2. */
                end?: number;
                /** @description Points dropped at the start. Default 0, with preset reference 2. */
                start?: number;
            };
            /**
             * @description Multipliers before the peak are at least this.
             * @default 0
             */
            warmupFloor?: number;
            /**
             * @description Weight of a step: inverse-square is ‖g‖⁻² (SGD on ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin on ℓ₁ norms). auto takes inverse-square for l2 and inverse for l1.
             * @default auto
             * @enum {string}
             */
            weighting?: "auto" | "inverse-square" | "inverse";
            /** @description Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off; not with preset reference. */
            window?: number;
            /** @description Further runs, to refine from the median of the norms of all. */
            withRuns?: string[];
        };
        /** @description Part of the list of schedules, newest first. */
        SchedulePage: {
            items: components["schemas"]["Schedule"][];
            nextCursor: string | null;
        };
        /** @description A rule of the catalogue. A schedule of one step is [1] by any rule. */
        ScheduleRule: {
            /** @description The same rule in other libraries; `offByOne` says what differs. */
            elsewhere: {
                optax: string | null;
                pytorch: string | null;
                transformers: string | null;
            };
            /** @description The multiplier of step 0, in terms of the parameters and of n, the number of steps, n ≥ 2. */
            first: string;
            /** @description The multiplier of step n − 1. */
            last: string;
            /**
             * @description What its schedules are made from: `formula` by POST /v1/schedules, `gradient-norms` by POST /v1/runs/{runId}/schedules or /v1/refinements.
             * @enum {string}
             */
            madeFrom: "formula" | "gradient-norms";
            /** @example cosine */
            name: string;
            /** @description Which steps the ends of the formula fall on, and how that differs elsewhere. */
            offByOne: string;
            /** @description A JSON Schema; every parameter has a default. */
            parameters: {
                [key: string]: unknown;
            };
            source: components["schemas"]["RuleSource"];
            title: string;
        };
        /** @description Every rule. */
        ScheduleRuleList: {
            items: components["schemas"]["ScheduleRule"][];
            /** @description The list has one page. */
            nextCursor: null;
        };
        /** @description What a run has logged of one norm. */
        SeriesSummary: {
            firstStep: number | null;
            lastStep: number | null;
            /** @description How many current points are NaN or infinite. */
            nonFinite: number;
            /**
             * @description Which norm of the gradient.
             * @enum {string}
             */
            norm: "l2" | "l1" | "linf";
            /** @description How many points are current. */
            points: number;
        };
        /** @description What a step tells of itself; with d, dMax, dHat, s, lb, stepSize, weightSum, lrMax, effectiveLearningRate where the method has them. */
        StepDiagnostics: {
            /** @description ‖g‖₂ over all tensors. */
            gradientNorm: number;
            /** @description ‖x′ − x‖₂ over all tensors. */
            updateNorm: number;
        } & {
            [key: string]: components["schemas"]["Float"];
        };
        /** @description The multiplier of one step. */
        StepMultiplier: {
            /**
             * @description The step is past the end; the multiplier is the last one.
             * @enum {boolean}
             */
            clamped?: true;
            /** @description multiplier × peak, where the peak is known or given. */
            learningRate?: number;
            multiplier: number;
            step: number;
        };
        /** @description Points at uneven steps, or fewer than two. */
        UnevenGradientNorms: {
            /** @enum {string} */
            norm: "l2" | "l1" | "linf";
            steps: number[];
            values: components["schemas"]["Float"][];
        };
        /** @description What runs here. */
        Version: {
            /** @description The engines that it does without, and why. */
            absentEngines: {
                /** @enum {string} */
                name: "tensorflow" | "wasm" | "reference";
                reason: string;
            }[];
            /** @description PostgreSQL; its version is null while it is away. */
            database: {
                /** @enum {string} */
                kind: "embedded" | "external";
                version: string | null;
            };
            engine: components["schemas"]["Engine"];
            /** @description Every engine that this process can use. */
            engines: components["schemas"]["Engine"][];
            /**
             * @description Of the service.
             * @example 0.1.0
             */
            version: string;
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
            /** @description Where to go. */
            200: {
                headers: {
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
            /** @description It does. */
            200: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description Entity tags of what the client has; where one of them is that of the answer, it is a bare 304.
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
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The document is the one that If-None-Match names. */
            304: {
                headers: {
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
            /** @description They can. */
            200: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. They cannot, for now. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series would need more evenly spaced positions than the service computes at once. */
            409: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series would need more evenly spaced positions than the service computes at once. */
            409: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description `wait=<seconds>`, up to 60: work that ends in that time answers as if there were no operation (RFC 7240). Without it an operation answers at once.
                 * @example wait=10
                 */
                Prefer?: string;
            };
            path: {
                /**
                 * @description The id of an operation, made by the service (UUIDv7).
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
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The preference of `Prefer` that was heeded, as it was. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of an operation, made by the service (UUIDv7).
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The operation has ended already. */
            409: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description As in the catalogue.
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Optimizer"];
                };
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description As in the catalogue.
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description As in the catalogue.
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Tensors that belong together differ in names or shapes. A tensor has an entry that is NaN or infinite. The optimizer needs the loss of each step. The optimizer needs to know which sample a step is of. */
            422: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description As in the catalogue.
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Tensors that belong together differ in names or shapes. A tensor has an entry that is NaN or infinite. The optimizer needs the loss of each step. The optimizer needs to know which sample a step is of. */
            422: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description `wait=<seconds>`, up to 60: work that ends in that time answers as if there were no operation (RFC 7240). Without it an operation answers at once.
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
            /** @description Multipliers, and what was done. */
            200: {
                headers: {
                    /** @description The preference of `Prefer` that was heeded, as it was. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refinement"];
                };
            };
            /** @description It takes longer: it goes on as this operation. */
            202: {
                headers: {
                    /** @description The path of the operation. */
                    Location?: string;
                    /** @description The preference of `Prefer` that was heeded, as it was. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There are too few usable gradient norms to refine a schedule. The series would need more evenly spaced positions than the service computes at once. */
            409: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description What the name begins with. */
                name?: string;
                /**
                 * @description The schedule that they were trained with.
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                scheduleId?: string;
                /** @description The value that a label must have. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description Names the request, so that a retry with the same key gets the first answer again and stores nothing twice. */
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
                    /** @description The answer was given before, to the first request with this Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of what was made. */
                    Location?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being answered. */
            409: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key came before with another request. */
            422: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
            /** @description The run was there; this is how it is now. */
            200: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The path of what was made. */
                    Location?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
                 * @example resnet50-seed1
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run is gone. */
            204: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
            /** @description The run as it is now. */
            200: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description The series; unless given, the one that a refinement takes. */
                norm?: "l2" | "l1" | "linf";
                /** @description In pixels; 720 unless given. */
                width?: number;
                /** @description In pixels; 300 a plot unless given. */
                height?: number;
                /** @description Colours; `auto`, the default, follows the reader. */
                theme?: "auto" | "light" | "dark";
            };
            header?: {
                /**
                 * @description Entity tags of what the client has; where one of them is that of the answer, it is a bare 304.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description It is the one that If-None-Match names. */
            304: {
                headers: {
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The series would need more evenly spaced positions than the service computes at once. */
            409: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description The first step that is wanted. */
                fromStep?: number;
                /** @description One past the last step that is wanted. */
                toStep?: number;
                /** @description Everything that was ever stored, in order of arrival, with what is current marked. JSON alone. */
                history?: "all";
                /** @description Summaries of so many ranges of steps, for a chart. JSON alone. */
                buckets?: number;
            };
            header?: {
                /**
                 * @description Entity tags of what the client has; where one of them is that of the answer, it is a bare 304.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The step of the first value; of bare values alone. */
                    "Start-Step"?: number;
                    /** @description Steps from one value to the next; of bare values alone. */
                    Stride?: number;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
            /** @description The points are those that If-None-Match names. */
            304: {
                headers: {
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description The step of the first value, where the body has values alone. */
                startStep?: number;
                /** @description Steps from one value to the next; 1 unless given. */
                stride?: number;
                /** @description Training went back to a checkpoint: what is current at this step and later is superseded, then the points of the body are stored. */
                resumeFrom?: number;
                /** @description A step that is stored with another value: the later value stands, or nothing is stored (409). */
                onConflict?: "replace" | "reject";
                /** @description The column of a CSV, or the field of NDJSON, that holds the norms. */
                column?: string;
            };
            header?: {
                /** @description Names the request, so that a retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
            /** @description What became of the points. */
            200: {
                headers: {
                    /** @description The answer was given before, to the first request with this Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppendReceipt"];
                };
            };
            /** @description The request does not match its schema. The series has points already, so the request must say at which step its values start. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being answered. A step is stored with another value. */
            409: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key came before with another request. */
            422: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
            query?: never;
            header?: {
                /** @description Names the request, so that a retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
                /**
                 * @description `wait=<seconds>`, up to 60: work that ends in that time answers as if there were no operation (RFC 7240). Without it an operation answers at once.
                 * @example wait=10
                 */
                Prefer?: string;
            };
            path: {
                /**
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
            /** @description The schedule was there. */
            200: {
                headers: {
                    /** @description The answer was given before, to the first request with this Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The preference of `Prefer` that was heeded, as it was. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The answer was given before, to the first request with this Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of what was made. */
                    Location?: string;
                    /** @description The preference of `Prefer` that was heeded, as it was. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description It takes longer: it goes on as this operation. */
            202: {
                headers: {
                    /** @description The answer was given before, to the first request with this Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of the operation. */
                    Location?: string;
                    /** @description The preference of `Prefer` that was heeded, as it was. */
                    "Preference-Applied"?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being answered. There are too few usable gradient norms to refine a schedule. The series would need more evenly spaced positions than the service computes at once. */
            409: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key came before with another request. */
            422: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description As in the catalogue.
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /**
                 * @description The id of a run: chosen by the client, or made by the service (UUIDv7).
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
            query?: never;
            header?: {
                /** @description Names the request, so that a retry with the same key gets the first answer again and stores nothing twice. */
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
                    /** @description The answer was given before, to the first request with this Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of what was made. */
                    Location?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being answered. */
            409: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key came before with another request. */
            422: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a schedule, made by the service (UUIDv7).
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a schedule, made by the service (UUIDv7).
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule is gone. */
            204: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description In pixels; 720 unless given. */
                width?: number;
                /** @description In pixels; 300 a plot unless given. */
                height?: number;
                /** @description Colours; `auto`, the default, follows the reader. */
                theme?: "auto" | "light" | "dark";
            };
            header?: {
                /**
                 * @description Entity tags of what the client has; where one of them is that of the answer, it is a bare 304.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule, made by the service (UUIDv7).
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
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description It is the one that If-None-Match names. */
            304: {
                headers: {
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a schedule, made by the service (UUIDv7).
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description How the multipliers are held: the corners of straight pieces, or the value of every step. Unless given: whichever is shorter. */
                form?: "segments" | "dense";
                /** @description The largest error of a multiplier that will do; then there are few straight pieces, and a target of settings takes what is this near (0.01 unless given). 0: exact to 1e-6. */
                tolerance?: number;
                /** @description The learning rate at multiplier 1, in place of that of the schedule. */
                peakLearningRate?: number;
            };
            header?: {
                /**
                 * @description Entity tags of what the client has; where one of them is that of the answer, it is a bare 304.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule, made by the service (UUIDv7).
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
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
            /** @description It is the one that If-None-Match names. */
            304: {
                headers: {
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The target has no schedule that is near enough to this one. The multipliers are too many for a text that holds them all. */
            409: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                 * @description The id of a schedule, made by the service (UUIDv7).
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description The unit of what is given in steps, else optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. Parts of a step are dropped. */
                unit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
                /** @description Batches that a process takes before the optimizer steps. Default 1, but for batches. */
                gradientAccumulation?: number;
                /** @description Processes that step together. Default 1. */
                worldSize?: number;
                /** @description Samples in a batch of one process. */
                batchSize?: number;
                /** @description Tokens in a sample. */
                sequenceLength?: number;
                /** @description Samples in an epoch. */
                datasetSize?: number;
            };
            header?: {
                /** @description Names the request, so that a retry with the same key gets the first answer again and stores nothing twice. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule, made by the service (UUIDv7).
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
                    /** @description The answer was given before, to the first request with this Idempotency-Key. */
                    "Idempotent-Replayed"?: "true";
                    /** @description The path of what was made. */
                    Location?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being answered. */
            409: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is larger than the service takes. */
            413: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is in a format that this path does not read. */
            415: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description This Idempotency-Key came before with another request. */
            422: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description The first step that is wanted. */
                fromStep?: number;
                /** @description One past the last step that is wanted. */
                toStep?: number;
            };
            header?: {
                /**
                 * @description Entity tags of what the client has; where one of them is that of the answer, it is a bare 304.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule, made by the service (UUIDv7).
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
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The request headers that the answer depends on. */
                    Vary?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
            /** @description They are those that If-None-Match names. */
            304: {
                headers: {
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                /** @description The learning rate at multiplier 1, in place of that of the schedule. */
                peakLearningRate?: number;
                /** @description The unit of what is given in steps, else optimizer steps. batches (of one process) needs `gradientAccumulation`; samples `batchSize`; tokens `batchSize` and `sequenceLength`; epochs `batchSize` and `datasetSize`. Parts of a step are dropped. */
                unit?: "steps" | "batches" | "samples" | "tokens" | "epochs";
                /** @description Batches that a process takes before the optimizer steps. Default 1, but for batches. */
                gradientAccumulation?: number;
                /** @description Processes that step together. Default 1. */
                worldSize?: number;
                /** @description Samples in a batch of one process. */
                batchSize?: number;
                /** @description Tokens in a sample. */
                sequenceLength?: number;
                /** @description Samples in an epoch. */
                datasetSize?: number;
            };
            header?: {
                /**
                 * @description Entity tags of what the client has; where one of them is that of the answer, it is a bare 304.
                 * @example "v1795471286442181-json"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The id of a schedule, made by the service (UUIDv7).
                 * @example 0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81
                 */
                id: string;
                /** @description The optimizer step, from 0, a whole number; or a position in `unit`. */
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The multiplier. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepMultiplier"];
                };
            };
            /** @description It is the one that If-None-Match names. */
            304: {
                headers: {
                    /** @description A strong validator of this answer in this format and coding. */
                    ETag?: string;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not match its schema. */
            400: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The answer cannot be given in the format asked for. */
            406: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The head of the request is larger than the service takes. */
            431: {
                headers: {
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The service has more to do than it takes on at once. */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    /** @description The id of the request: its own X-Request-Id, or a new one. */
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
