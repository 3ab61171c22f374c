import { useState } from 'preact/hooks'
import type { LogReport } from '../api/types.ts'
import { whole } from '../format/number.ts'
import { pageWords } from '../format/page-words.ts'
import { Prose } from './code.tsx'
import { ColumnChoice, type Columns } from './column-choice.tsx'
import { Table } from './table.tsx'

/** What was read from which column, and how to choose otherwise. */
export function WhatWasRead({ report, columns, choose }: { report: LogReport; columns: Columns; choose: (columns: Columns) => void }) {
  const [changing, change] = useState(false)
  const run = report.receipt.runs.find(({ runId }) => runId === report.runId) ?? report.receipt.runs[0]
  if (run === undefined) return null
  const step = run.series.find((one) => one.step !== null)?.step ?? null
  const read = Object.fromEntries(run.series.map(({ name, source }) => [name, source]))
  const all = [...run.series.map(({ source, points }) => ({ source, points })), ...run.ignored]
  const seen = all.map(({ source, points }) => ({ name: source, note: `${whole(points)} numbers` }))
  return (
    <div class="card stack">
      <div class="row between">
        <h2>What was read</h2>
        <button type="button" class="plain no-print" aria-expanded={changing} onClick={() => change(!changing)}>
          Choose other columns
        </button>
      </div>
      <Table
        label="What was read from which column"
        rows={run.series}
        keyOf={({ name }) => name}
        columns={[
          { title: 'Series', cell: ({ name }) => name },
          { title: 'From column', cell: ({ source }) => <code>{source}</code> },
          { title: 'Points', isNumber: true, cell: ({ points }) => whole(points) },
          {
            title: 'Steps',
            cell: ({ firstStep, lastStep, dropped, superseded }) =>
              [
                `${whole(firstStep)} – ${whole(lastStep)}`,
                ...(dropped > 0 ? [`${whole(dropped)} dropped`] : []),
                ...(superseded > 0 ? [`${whole(superseded)} superseded`] : [])
              ].join(', ')
          }
        ]}
      />
      <p>
        It is read as {report.receipt.format}. {step === null ? 'It has no column of steps: points are counted.' : 'Steps are from '}
        {step !== null && (
          <>
            <code>{step}</code>.
          </>
        )}
        {report.used && (
          <>
            {' '}
            <Prose text={report.used} />
          </>
        )}
      </p>
      {run.warnings.map((warning) => (
        <p class="note" key={warning}>
          {pageWords(warning)}
        </p>
      ))}
      {changing && <ColumnChoice seen={seen} now={{ ...read, ...(step !== null && { step }), ...columns }} choose={choose} />}
    </div>
  )
}
