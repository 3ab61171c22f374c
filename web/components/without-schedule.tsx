import type { ComponentChildren } from 'preact'
import type { LogReport } from '../api/types.ts'
import { short } from '../format/number.ts'
import { Prose } from './code.tsx'
import { Table } from './table.tsx'

/** What a log tells that no schedule can be refined from: why, what its losses and rates forecast, and the report. */
export function WithoutSchedule({ report, save }: { report: LogReport; save: ComponentChildren }) {
  const { refinement, comparison, forecast } = report
  const rows = 'rows' in comparison ? comparison.rows.filter((row) => row.forecast !== null) : []
  return (
    <div class="card stack">
      <h2>What it tells</h2>
      {'missing' in refinement && (
        <p class="note warn">
          There is no schedule: {refinement.missing} If a column holds the norm of the gradient, name it above; else log it in the next run.
        </p>
      )}
      {'missing' in forecast ? (
        <p>No loss is forecast: {forecast.missing}</p>
      ) : (
        <>
          <p>
            <Prose text={forecast.summary} />
          </p>
          <Table
            label="Predicted losses"
            rows={rows}
            keyOf={({ name }) => name}
            columns={[
              { title: 'Schedule', cell: ({ name }) => name },
              {
                title: `Predicted loss, all at peak ${short(forecast.peakLearningRate)}`,
                isNumber: true,
                cell: ({ forecast: one }) => (
                  <span>
                    {short(one?.loss)} {one?.isBest && <span class="tag">equal</span>}
                  </span>
                )
              },
              { title: '90 % interval', isNumber: true, cell: ({ forecast: one }) => `${short(one?.low)} – ${short(one?.high)}` }
            ]}
          />
        </>
      )}
      <div class="row no-print">{save}</div>
    </div>
  )
}
