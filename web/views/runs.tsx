import { ask, pathOf } from '../api/client.ts'
import type { Run } from '../api/types.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { overlaidMax, RunOverlay } from '../components/run-overlay.tsx'
import { Sparkline } from '../components/sparkline.tsx'
import { Waiting } from '../components/waiting.tsx'
import { ago, short, whole } from '../format/number.ts'
import { addressOf, rangeOf, setQuery, useRoute, zoomTo } from '../state/route.ts'
import { useAnswer, useWork } from '../state/use-answer.ts'
import { useRuns } from '../state/use-runs.ts'
import './runs.css'

const pageLength = 50
const drawn = ['l1', 'l2', 'linf', 'loss']

/** All runs, newest first: search, small pictures, and several drawn over each other. */
export function Runs() {
  const { query } = useRoute()
  const text = query.get('search') ?? ''
  const count = Math.max(pageLength, Number(query.get('show')) || 0)
  const chosen = query.getAll('with').slice(0, overlaidMax)
  const { runs, growing, problem, pending, hasMore, searched } = useRuns(text, count)
  if (runs === null)
    return (
      <section class="stack">
        <h1>Runs</h1>
        {problem ? <ProblemNote problem={problem} /> : <Waiting />}
      </section>
    )
  if (runs.length === 0 && text === '') return <NoRuns />
  const choose = (id: string) => setQuery({ with: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] })
  return (
    <section class="stack" aria-busy={pending}>
      <div class="row between end">
        <h1>Runs</h1>
        <label>
          <span class="unseen">Search names, ids, optimizers and labels</span>
          <input
            type="search"
            value={text}
            placeholder="Search: name, id, label=value …"
            onInput={({ currentTarget }) => setQuery({ search: currentTarget.value, show: null })}
          />
        </label>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {chosen.length > 0 && <Overlay runs={runs} chosen={chosen} />}
      {runs.length === 0 ? (
        <p>
          None of {whole(searched ?? 0)} runs has “{text}” in its name, id, optimizer or labels.
        </p>
      ) : (
        <List {...{ runs, growing, chosen, choose }} />
      )}
      {hasMore && (
        <p class="row no-print">
          <button type="button" onClick={() => setQuery({ show: count + pageLength })}>
            Show more
          </button>
          <span class="hint">
            {searched === null ? `The newest ${whole(runs.length)} are shown.` : `${whole(searched)} runs were searched.`}
          </span>
        </p>
      )}
    </section>
  )
}

interface ListProps {
  readonly runs: readonly Run[]
  readonly growing: ReadonlySet<string>
  readonly chosen: readonly string[]
  readonly choose: (id: string) => void
}

function List({ runs, growing, chosen, choose }: ListProps) {
  return (
    <div class="card scroll">
      <table class="runs">
        <thead>
          <tr>
            <th>
              <span class="unseen">Draw over each other</span>
            </th>
            <th>Run</th>
            <th>Norms or loss</th>
            <th>Progress</th>
            <th class="wide">Optimizer</th>
            <th class="wide number">Peak rate</th>
            <th class="wide">Created</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row
              key={run.id}
              run={run}
              isGrowing={growing.has(run.id)}
              isChosen={chosen.includes(run.id)}
              isFull={chosen.length >= overlaidMax}
              choose={choose}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  run,
  isGrowing,
  isChosen,
  isFull,
  choose
}: {
  run: Run
  isGrowing: boolean
  isChosen: boolean
  isFull: boolean
  choose: (id: string) => void
}) {
  const { id, name, series, totalSteps, labels } = run
  const pictured = series.find((one) => drawn.includes(one.name) && one.points > 1)
  const done = Math.max(0, ...series.map(({ lastStep }) => (lastStep ?? -1) + 1))
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Draw ${name ?? id}`}
          checked={isChosen}
          disabled={isFull && !isChosen}
          onChange={() => choose(id)}
        />
      </td>
      <td class="name">
        <a href={addressOf(['runs', id])}>{name ?? id}</a>
        {name !== null && <span class="hint"> {id}</span>}
        {Object.entries(labels).map(([key, value]) => (
          <button key={key} type="button" class="tag" onClick={() => setQuery({ search: `${key}=${value}`.split(/\s/)[0] })}>
            {key}={value}
          </button>
        ))}
      </td>
      <td>{pictured && <Sparkline runId={id} name={pictured.name} points={pictured.points} />}</td>
      <td>
        <span class={isGrowing ? 'state growing' : 'state'}>{stateOf(done, totalSteps, isGrowing)}</span>
        {totalSteps !== null && done > 0 && done < totalSteps && <progress max={totalSteps} value={done} aria-label="Steps logged" />}
      </td>
      <td class="wide">{run.optimizer}</td>
      <td class="wide number">{run.peakLearningRate === null ? '' : short(run.peakLearningRate)}</td>
      <td class="wide">
        <time dateTime={run.createdAt} title={run.createdAt}>
          {ago(run.createdAt)}
        </time>
      </td>
    </tr>
  )
}

function stateOf(done: number, totalSteps: number | null, isGrowing: boolean): string {
  if (done === 0) return 'nothing logged'
  const steps =
    totalSteps === null
      ? `${whole(done)} ${done === 1 ? 'step' : 'steps'}`
      : done >= totalSteps
        ? `all ${whole(totalSteps)} steps`
        : `${whole(done)} of ${whole(totalSteps)}`
  return isGrowing ? `training, ${steps}` : steps
}

/** Norms and losses of the chosen runs. */
function Overlay({ runs, chosen }: { runs: readonly Run[]; chosen: readonly string[] }) {
  const { query } = useRoute()
  const range = rangeOf(query)
  // A link may name runs that are not among those that are listed.
  const unlisted = chosen.filter((id) => !runs.some((run) => run.id === id))
  const { answer } = useWork((signal) => Promise.all(unlisted.map((id) => runOrId(id, signal))), [unlisted.join('\n')])
  const all = [...runs, ...(answer ?? []).filter((one) => typeof one !== 'string')]
  const known = chosen.flatMap((id) => all.find((run) => run.id === id) ?? [])
  const missing = (answer ?? []).filter((one) => typeof one === 'string' && unlisted.includes(one))
  const names = drawn.filter((name) => known.some(({ series }) => series.some((one) => one.name === name && one.points > 0)))
  return (
    <div class="stack">
      <div class="row between">
        <h2>{whole(chosen.length)} drawn over each other</h2>
        <button type="button" class="plain" onClick={() => setQuery({ with: null, from: null, to: null })}>
          None
        </button>
      </div>
      {missing.length > 0 && <p class="hint">Not to be had, and so not drawn: {missing.join(', ')}.</p>}
      <div class="overlays">
        {names.map((name) => (
          <RunOverlay key={name} runs={known} name={name} range={range} onRange={zoomTo} log={name !== 'loss'} />
        ))}
      </div>
    </div>
  )
}

const runOrId = (id: string, signal: AbortSignal): Promise<Run | string> => ask<Run>(pathOf(['v1', 'runs', id]), { signal }).catch(() => id)

/** What a newcomer sees. */
function NoRuns() {
  const { answer } = useAnswer<{ start: string[] }>('.')
  return (
    <section class="empty stack">
      <h1>No run yet</h1>
      <p>
        Log the gradient norms of a training, and Taper makes the learning-rate schedule for the next one.{' '}
        <a href={addressOf(['log'])}>Drop a log</a> that you have, or send norms as they come:
      </p>
      {answer && <pre tabIndex={0}>{answer.start.join('\n')}</pre>}
      <p class="hint">
        In Python: <code>taper.watch(model, optimizer, "my-run")</code>. They appear here by themselves.
      </p>
    </section>
  )
}
