import type { ComponentChildren } from 'preact'
import type { LogReport } from '../api/types.ts'
import { addressOf } from '../state/route.ts'
import { Prose } from './code.tsx'

/** What a log tells that no schedule can be refined from: why, what its losses and rates forecast, and the report. */
export function WithoutSchedule({ report, save }: { report: LogReport; save: ComponentChildren }) {
  const { refinement, forecast, numbers } = report
  return (
    <div class="card stack">
      <h2>What it tells</h2>
      {'missing' in refinement && (
        <p class="note warn">
          There is no schedule: {refinement.missing} If a column holds the norm of the gradient, name it above; else log it in the next run.
        </p>
      )}
      <p>{'missing' in forecast ? `No loss is forecast: ${forecast.missing}` : <Prose text={forecast.summary} />}</p>
      <div class="row no-print">
        {numbers.curve && (
          <a class="button primary" href={addressOf(['compare'], { log: true })}>
            Compare schedules by predicted loss
          </a>
        )}
        {save}
      </div>
    </div>
  )
}
