import { useEffect, useMemo } from 'preact/hooks'
import { isAdaptive } from '../../src/domain/run.ts'
import { call, pathOf } from '../api/client.ts'
import type { Problem } from '../api/problem.ts'
import type { RefinementPreview, Run } from '../api/types.ts'
import { AuditNote } from '../components/audit-note.tsx'
import type { ChartLine, Range } from '../components/chart/lines.ts'
import { ConnectionLine } from '../components/connection-line.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { optionsOf } from '../components/refine-options.tsx'
import { RefinementCard } from '../components/refinement-card.tsx'
import { RunFacts } from '../components/run-facts.tsx'
import { SaveReport } from '../components/save-report.tsx'
import { SchedulesOfRun } from '../components/schedules-of-run.tsx'
import { SeriesChart } from '../components/series-chart.tsx'
import { Waiting } from '../components/waiting.tsx'
import { seriesTitles } from '../format/series-titles.ts'
import { addressOf, rangeOf, setQuery, useRoute, zoomTo } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'
import { type LiveRun, useLiveRun } from '../state/use-live-run.ts'
import { useMeantRates } from '../state/use-meant-rates.ts'
import { usePreview } from '../state/use-preview.ts'
import { useSeries } from '../state/use-series.ts'
import { historyMax, useSuperseded } from '../state/use-superseded.ts'
import './run.css'

/** One run: what it logged on one axis of steps, and what can be made of it. */
export function RunView({ of: [id = ''] }: { of: readonly string[] }) {
  const live = useLiveRun(id)
  const { answer: run, problem, again } = useAnswer<Run>(pathOf(['v1', 'runs', id]))
  // Its own fields may change, and series begin. What is heard first is what it is already.
  const names = Object.keys(live.series)
  const isBehind =
    run !== null &&
    ((live.updatedAt ?? '') > run.updatedAt || names.some((name) => !run.series.some((one) => one.name === name && one.points > 0)))
  useEffect(() => {
    if (isBehind) again()
  }, [isBehind, live.updatedAt, names.length])
  if (run === null) {
    return (
      <section class="stack">
        <h1>{id}</h1>
        {problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />}
      </section>
    )
  }
  return <RunCharts run={run} live={live} />
}

const norms = ['l2', 'l1', 'linf']

function RunCharts({ run, live }: { run: Run; live: LiveRun }) {
  const { query } = useRoute()
  const range = rangeOf(query)
  const log = query.getAll('log')
  const series = Object.keys(seriesTitles)
    .map((name) => ({ points: 0, lastStep: null, ...(live.series[name] ?? run.series.find((one) => one.name === name)), name }))
    .filter(({ points }) => points > 0)
  const firstStep = Math.min(...run.series.map(({ firstStep }) => firstStep ?? 0))
  const lastStep = Math.max(0, ...series.map(({ lastStep }) => lastStep ?? 0))
  const extent: Range = useMemo(() => [firstStep, lastStep], [firstStep, lastStep])
  const options = optionsOf(query)
  const refinable = series.find(({ name }) => name === 'l1' || name === 'l2')
  // While points stream in, a refinement is made anew when there are some percent more.
  const state = refinable === undefined ? null : String(Math.floor(Math.log(refinable.points) / Math.log(1.05)))
  const preview = usePreview(run.id, options, state)
  const [filteredNorms, filteredLosses] = useMemo(
    () => [filteredLine(preview.answer, 'norms', refinable !== undefined), filteredLine(preview.answer, 'losses', refinable !== undefined)],
    [preview.answer, refinable !== undefined]
  )
  // As the service chooses: ℓ₁ for adaptive optimizers, where there are both.
  const both = series.filter(({ name }) => name === 'l1' || name === 'l2')
  const chosenNorm = options.norm ?? (both.length === 2 ? (isAdaptive(run.optimizer) ? 'l1' : 'l2') : both[0]?.name)
  const meant = useMeantRates(run.scheduleId, run.peakLearningRate)
  const next = useMemo((): ChartLine[] => {
    const { peakLearningRate: peak } = run
    const drawn = preview.answer?.multipliers
    const refined: ChartLine[] =
      drawn === undefined || peak === null
        ? []
        : [
            {
              label: 'refined, of the next run',
              colour: '--series-2',
              steps: drawn.steps,
              values: drawn.values.map((value) => peak * value),
              width: 1.4
            }
          ]
    return meant === null ? refined : [meant, ...refined]
  }, [preview.answer, meant, run.peakLearningRate])
  const overs: Readonly<Record<string, readonly ChartLine[]>> = {
    ...(chosenNorm && { [chosenNorm]: filteredNorms }),
    loss: filteredLosses,
    'learning-rate': next
  }
  const withOld = query.get('superseded') !== null
  const rates = series.find(({ name }) => name === 'learning-rate')
  return (
    <section class="stack run">
      <div class="row between">
        <h1>{run.name ?? run.id}</h1>
        <ConnectionLine state={live.connection} />
      </div>
      {series.length > 0 && (
        <div class="row no-print">
          <a class="button" href={addressOf(['compare'], { run: run.id })}>
            Compare schedules on it
          </a>
          <SaveReport
            name={run.id}
            make={async () => (await call(pathOf(['v1', 'runs', run.id, 'report']), { headers: { accept: 'text/html' } })).text()}
          />
        </div>
      )}
      <div class="row between end">
        <RunFacts run={run} />
        {series.length > 0 && (
          <label class="no-print">
            <input type="checkbox" checked={withOld} onChange={() => setQuery({ superseded: !withOld })} />
            Points that were taken back
          </label>
        )}
      </div>
      <h2 class="unseen">What was logged</h2>
      {series.length === 0 && <NothingLogged id={run.id} />}
      {series.map(({ name, points }) => (
        <LoggedSeries
          key={name}
          runId={run.id}
          name={name}
          points={points}
          superseded={live.series[name]?.superseded}
          listen={live.listen}
          range={range}
          extent={extent}
          isLog={log.includes(name) !== norms.includes(name)}
          onLog={() => setQuery({ log: log.includes(name) ? log.filter((one) => one !== name) : [...log, name] })}
          over={overs[name]}
          withOld={withOld}
        />
      ))}
      {refinable && (
        <RefinementCard runId={run.id} options={options} preview={preview.answer} problem={preview.problem} pending={preview.pending} />
      )}
      {series.length > 0 && refinable === undefined && (
        <p class="note">
          No gradient norms are logged, so there is no schedule to refine from this run. Log ‖g‖₂ (series <code>l2</code>), or for Adam and
          its kin ‖g‖₁ (<code>l1</code>), beside the loss.
        </p>
      )}
      <SchedulesOfRun runId={run.id} changes={live.schedules} />
      {rates && (
        <section class="card stack">
          <h2>What was used</h2>
          <AuditNote runId={run.id} points={rates.points} />
        </section>
      )}
    </section>
  )
}

/** What the median filter of the refinement leaves; a line without points until that is known, and none where nothing is filtered. */
function filteredLine(preview: RefinementPreview | null, name: 'norms' | 'losses', isRefined: boolean): readonly ChartLine[] {
  const drawn = preview === null ? { steps: [], values: [] } : preview[name]
  return isRefined && drawn ? [{ label: 'filtered', colour: '--series-2', ...drawn, width: 2 }] : nothingOver
}

interface LoggedProps {
  readonly runId: string
  readonly name: string
  readonly points: number
  /** Changes where something was taken back. */
  readonly superseded: number | undefined
  readonly listen: LiveRun['listen']
  readonly range: Range | null
  readonly extent: Range
  readonly isLog: boolean
  readonly onLog: () => void
  readonly over: readonly ChartLine[] | undefined
  /** Points that were taken back are drawn too. */
  readonly withOld: boolean
}

const nothingOver: readonly ChartLine[] = []

function LoggedSeries({ runId, name, points, superseded, listen, range, extent, isLog, onLog, over = nothingOver, withOld }: LoggedProps) {
  const { view, problem, place } = useSeries(runId, name, range, listen)
  const old = useSuperseded(runId, name, withOld && points <= historyMax ? String(superseded) : null)
  const all = useMemo(() => (old.line === null ? over : [old.line, ...over]), [old.line, over])
  return (
    <div class="card series" ref={place}>
      {(problem ?? old.problem) && <ProblemNote problem={(problem ?? old.problem) as Problem} />}
      {view && (
        <SeriesChart
          name={name}
          view={view}
          over={all}
          marks={old.marks}
          log={isLog}
          range={range}
          extent={extent}
          onRange={zoomTo}
          sync={runId}
        >
          <button type="button" class="plain" aria-pressed={isLog} onClick={onLog}>
            Log<span class="unseen"> scale of {seriesTitles[name]}</span>
          </button>
        </SeriesChart>
      )}
    </div>
  )
}

function NothingLogged({ id }: { id: string }) {
  const origin = location.origin
  return (
    <div class="empty">
      <h2>Nothing is logged yet</h2>
      <p>Send gradient norms, and losses beside them: they appear here as they arrive.</p>
      <pre>{`curl ${origin}/v1/runs/${id}/gradient-norms -H 'content-type: text/csv' --data-binary @norms.csv`}</pre>
      <p class="hint">
        <a href={addressOf(['log'])}>Or drop a log</a>
      </p>
    </div>
  )
}
