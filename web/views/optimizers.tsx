import { useEffect, useRef } from 'preact/hooks'
import { pathOf } from '../api/client.ts'
import type { Optimizer, OptimizerPage } from '../api/types.ts'
import { Prose } from '../components/code.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { Replay } from '../components/replay.tsx'
import { Table } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { addressOf } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'
import './optimizers.css'

/** The catalogue of methods, and one of them: its formulas, hyperparameters and a replay. */
export function Optimizers({ of: [name] }: { of: readonly string[] }) {
  const { answer, problem, again } = useAnswer<{ items: Optimizer[] }>('v1/optimizers')
  if (name !== undefined) return <OneOptimizer name={name} />
  return (
    <section class="stack">
      <h1>Optimizers</h1>
      <p>
        The methods that Taper can take the steps of. Most are tested against recorded runs of official code, which the API gives for each;
        those called experimental are made by their paper alone. Choose one to see its formulas, and what its step sizes do in a replay.
      </p>
      {problem ? <ProblemNote problem={problem} again={again} /> : answer === null && <Waiting />}
      {answer && (
        <div class="card">
          <Table
            label="Optimizers"
            rows={answer.items}
            keyOf={({ name }) => name}
            columns={[
              { title: 'Name', cell: ({ name }) => <a href={addressOf(['optimizers', name])}>{name}</a> },
              {
                title: 'What it is',
                cell: ({ title, experimental }) => (
                  <span>
                    {title} {experimental && <span class="tag">experimental</span>}
                  </span>
                )
              },
              { title: 'Source', cell: (one) => <Source of={one} /> }
            ]}
          />
        </div>
      )}
    </section>
  )
}

const Source = ({ of: { source } }: { of: Optimizer }) => (
  <span>
    {source.authors.split(',')[0]}
    {source.authors.includes(',') ? ' et al.' : ''}, {source.year}
    {source.arxiv && (
      <>
        {' '}
        <a href={`https://arxiv.org/abs/${source.arxiv}`} rel="noreferrer" target="_blank">
          arXiv:{source.arxiv}
        </a>
      </>
    )}
  </span>
)

interface Setting {
  readonly default?: unknown
  readonly description?: string
}

function OneOptimizer({ name }: { name: string }) {
  const { answer, problem, again } = useAnswer<OptimizerPage>(pathOf(['v1', 'optimizers', name]))
  const settings = Object.entries((answer?.hyperparameters as { properties?: Record<string, Setting> } | undefined)?.properties ?? {})
  return (
    <section class="stack">
      <p>
        <a href={addressOf(['optimizers'])}>All optimizers</a>
      </p>
      <h1>{answer?.title ?? name}</h1>
      {problem && <ProblemNote problem={problem} again={again} />}
      {answer && (
        <>
          <p>
            <Source of={answer} />: {answer.source.title}
          </p>
          {answer.update && (
            <section class="card stack" aria-labelledby="update">
              <h2 id="update">The update</h2>
              <Formulas of={answer.update} />
            </section>
          )}
          <Replay of={answer} />
          <div class="card stack">
            <h2>Hyperparameters</h2>
            <Table
              label="Hyperparameters"
              rows={settings}
              keyOf={([setting]) => setting}
              columns={[
                { title: 'Name', cell: ([setting]) => <code>{setting}</code> },
                { title: 'Default', cell: ([, { default: usual }]) => String(usual ?? 'none') },
                {
                  title: 'Meaning',
                  cell: ([, { description = '' }]) => (
                    <span>
                      <Prose text={description} />
                    </span>
                  )
                }
              ]}
            />
          </div>
        </>
      )}
    </section>
  )
}

/** Formulas as the browser sets them; words around them are those of the catalogue. */
function Formulas({ of: { text, mathml } }: { of: NonNullable<OptimizerPage['update']> }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const math = new DOMParser().parseFromString(mathml, 'text/html').body.firstElementChild
    place.current?.replaceChildren(...(math === null ? [] : [math]))
  }, [mathml])
  const parts = text.split('\n\n')
  return (
    <>
      {parts.map((part) =>
        part.startsWith('    ') ? (
          <section key={part} class="scroll formulas" tabIndex={0} aria-label="Formulas" ref={place} />
        ) : (
          <p key={part}>
            <Prose text={part} />
          </p>
        )
      )}
    </>
  )
}
