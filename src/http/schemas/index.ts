import { InvalidPart, ProblemDetails } from './problem-details.ts'
import { Engine, Entrance, Liveness, ProblemDescription, ProblemList, Readiness, Version } from './process.ts'
import { Run, RunCreate, RunPage, RunPatch, RunPut, SeriesSummary } from './run.ts'

/** Every schema that has a name in the contract. */
export const schemas = [
  InvalidPart,
  ProblemDetails,
  Liveness,
  Readiness,
  Engine,
  Version,
  Entrance,
  ProblemDescription,
  ProblemList,
  SeriesSummary,
  Run,
  RunPage,
  RunCreate,
  RunPut,
  RunPatch
]
