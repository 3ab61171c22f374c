import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { pathOf } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import type { LogReport } from '../api/types.ts'
import { upload } from '../api/upload.ts'
import { Advice } from '../components/advice.tsx'
import { ColumnChoice, type Columns, columnsOf } from '../components/column-choice.tsx'
import { LogCharts } from '../components/log-charts.tsx'
import { LogChooser } from '../components/log-chooser.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { RunChoice } from '../components/run-choice.tsx'
import { SaveReport } from '../components/save-report.tsx'
import { StoreLog } from '../components/store-log.tsx'
import { Table } from '../components/table.tsx'
import { TargetCode } from '../components/target-code.tsx'
import { WhatWasRead } from '../components/what-was-read.tsx'
import { WithoutSchedule } from '../components/without-schedule.tsx'
import { pageWords } from '../format/page-words.ts'
import { bodyOf, bytesOf, type Dropped, dropped, droppedReport } from '../state/dropped.ts'
import { addressOf, setQuery, useRoute } from '../state/route.ts'
import { useStore } from '../state/store.ts'

/** A log that a person gave the page: what it is, and what can be made of it. Nothing is stored until asked. */
export function Log() {
  const log = useStore(dropped)
  // What was chosen or pasted takes the place of what the focus was on.
  const before = useRef(log)
  useEffect(() => {
    if (before.current !== log) document.getElementById('main')?.focus()
    before.current = log
  }, [log])
  return log === null ? <LogChooser /> : <ReadLog key={`${log.name} ${bytesOf(log)}`} log={log} />
}

/** How a log is to be read and refined, as the query of the call. */
export function readingQuery(columns: Columns, run: string | null, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(more)
  for (const [role, column] of Object.entries(columns)) {
    if (role !== 'step') query.append('map', `${role}=${column}`)
    else if (column !== '') query.set('step', column)
  }
  if (run !== null) query.set('run', run)
  return String(query)
}

interface State {
  readonly report: LogReport | null
  readonly problem: Problem | null
  /** What the log left open, which a person may still answer where an answer was refused. */
  readonly asked: Problem | null
  /** How much of it is sent, from 0 to 1; null where it is. */
  readonly sent: number | null
}

function ReadLog({ log }: { log: Dropped }) {
  const { query } = useRoute()
  const [columns, choose] = useState<Columns>({})
  const [run, chooseRun] = useState<string | null>(null)
  const preset = query.get('preset') ?? 'robust'
  const steps = query.get('steps') ?? ''
  const { body, filename } = useMemo(() => bodyOf(log), [log])
  const reading = readingQuery(columns, run, {
    ...(filename && { filename }),
    ...(preset !== 'robust' && { preset }),
    ...(steps && { steps })
  })
  const [{ report, problem, asked, sent }, show] = useState<State>({ report: null, problem: null, asked: null, sent: 0 })
  const [tries, again] = useState(0)
  useEffect(() => {
    const left = new AbortController()
    const ask = async (parts: 'brief' | 'all') => {
      const path = `${pathOf(['v1', 'reports'])}?${reading}&parts=${parts}`
      const onProgress = (part: number) => parts === 'brief' && show((last) => ({ ...last, sent: part }))
      const answer = JSON.parse(await upload(path, body, { signal: left.signal, onProgress })) as LogReport
      droppedReport.set(answer)
      show({ report: answer, problem: null, asked: null, sent: null })
    }
    ask('brief')
      .then(() => ask('all'))
      .catch((error: unknown) => {
        if (left.signal.aborted) return
        const met = asProblem(error)
        show((last) => ({ ...last, problem: met, asked: met.code === 'ambiguous-log' ? met : last.asked, sent: null }))
      })
    return () => left.abort()
  }, [reading, body, tries])

  const save = ({ runId }: LogReport) => (
    <SaveReport name={runId} make={() => upload(`${pathOf(['v1', 'reports'])}?${reading}`, body, { accept: 'text/html' })} />
  )
  return (
    <section class="stack">
      <div class="row between">
        <h1>{log.name}</h1>
        <div class="row no-print">
          <button type="button" onClick={() => dropped.set(null)}>
            Another log
          </button>
        </div>
      </div>
      <p class="hint">Looked at, and not stored.</p>
      {sent !== null && (
        <p role="status">
          <progress value={sent} max="1" aria-label="Sent" /> {sent < 1 ? `Sending ${(bytesOf(log) / 1e6).toFixed(1)} MB …` : 'Reading …'}{' '}
          <button type="button" onClick={() => dropped.set(null)}>
            Cancel
          </button>
        </p>
      )}
      {problem && problem !== asked && <ProblemNote problem={problem} {...(mayPass(problem) && { again: () => again(tries + 1) })} />}
      {asked && <Refused problem={asked} columns={columns} choose={choose} chooseRun={chooseRun} />}
      {report && asked === null && (
        <>
          <WhatWasRead report={report} columns={columns} choose={choose} />
          <RunChoice report={report} choose={chooseRun} />
          {'missing' in report.refinement ? (
            <WithoutSchedule report={report} save={save(report)} />
          ) : (
            <div class="card stack">
              <div class="row between">
                <h2>What to train with</h2>
                <div class="row end no-print">
                  <label>
                    Preset
                    <select value={preset} onChange={({ currentTarget }) => setQuery({ preset: currentTarget.value })}>
                      <option value="robust">robust: norms and losses</option>
                      <option value="paper">paper: norms alone</option>
                      <option value="reference">reference: the authors' script</option>
                    </select>
                  </label>
                  <label>
                    Steps
                    <input
                      type="number"
                      min="1"
                      value={steps}
                      placeholder={String(report.refinement.steps)}
                      onChange={({ currentTarget }) => setQuery({ steps: currentTarget.value })}
                    />
                  </label>
                </div>
              </div>
              <Advice report={report.refinement.report} />
              <div class="row no-print">
                <a class="button primary" href={addressOf(['compare'], { log: true })}>
                  Compare with others, and shape it
                </a>
                {save(report)}
              </div>
            </div>
          )}
          <LogCharts report={report} />
          {'targets' in report.exports && (
            <div class="card stack">
              <h2>Lines for the trainer</h2>
              <TargetCode exports={report.exports} />
            </div>
          )}
          <StoreLog body={body} reading={reading} report={report} />
        </>
      )}
    </section>
  )
}

/** The same may be answered otherwise later. */
const mayPass = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500

/** Why a log could not be read; where names do not tell which column is what, the columns to choose from. */
function Refused(props: { problem: Problem; columns: Columns; choose: (columns: Columns) => void; chooseRun: (run: string) => void }) {
  const { problem, columns, choose, chooseRun } = props
  const seen = columnsOf(problem)
  const runs = problem.errors.flatMap(({ pointer, detail }) => (pointer === 'query/run' ? (/"(?:[^"\\]|\\.)*"/.exec(detail) ?? []) : []))
  if (seen.length === 0 && runs.length === 0) return <ProblemNote problem={problem} />
  if (runs.length === 0 && !seen.some(({ note }) => note.includes('numbers'))) {
    return (
      <p class="note bad" role="alert">
        No column of it holds numbers: it is no log of a training, or of a kind that is not known.
      </p>
    )
  }
  return (
    <div class="card stack">
      <h2>Which column is what?</h2>
      <p>{pageWords(problem.message)}</p>
      {seen.length > 0 && (
        <Table
          label="Columns of the log"
          rows={seen}
          keyOf={({ name }) => name}
          columns={[
            { title: 'Column', cell: ({ name }) => <code>{name}</code> },
            { title: 'In it', cell: ({ note }) => note }
          ]}
        />
      )}
      {seen.length > 0 && <ColumnChoice seen={seen} now={columns} choose={choose} />}
      <div class="row">
        {runs.map((quoted) => (
          <button key={quoted} type="button" onClick={() => chooseRun(JSON.parse(quoted) as string)}>
            {JSON.parse(quoted) as string}
          </button>
        ))}
      </div>
    </div>
  )
}
