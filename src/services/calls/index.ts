import type { Call } from './call.ts'
import { compareCall } from './compare-call.ts'
import { forecastCall } from './forecast-call.ts'
import { refineCall } from './refine-call.ts'

/** Every call that `taper pipe` answers. */
export const calls: readonly Call[] = [refineCall, compareCall, forecastCall]
