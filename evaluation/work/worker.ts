/** Does what its parent asks for, one job after the other, and answers each with its result. */

import { carryOut, type Job } from '../tuning/job.ts'

process.on('message', (job: Job) => {
  process.send?.(carryOut(job))
})
