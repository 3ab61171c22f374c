import { useEffect, useRef } from 'preact/hooks'
import { pathOf } from '../api/client.ts'
import type { Optimizer, OptimizerPage } from '../api/types.ts'
import { ProblemNote } from '../components/problem-note.tsx'
import { Replay } from '../components/replay.tsx'
import { addressOf } from '../state/route.ts'
import { useAnswer } from '../state/use-answer.ts'

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
      {problem && <ProblemNote problem={problem} again={again} />}
      {answer && (
        <section class="scroll card" tabIndex={0} aria-label="Optimizers">
          <table>
            <thead>
              <tr>
                <th>Name</th>
                <th>What it is</th>
                <th>Source</th>
              </tr>
            </thead>
            <tbody>
              {answer.items.map((one) => (
                <tr key={one.name}>
                  <th scope="row">
                    <a href={addressOf(['optimizers', one.name])}>{one.name}</a>
                  </th>
                  <td>
                    {one.title} {one.experimental && <span class="tag">experimental</span>}
                  </td>
                  <td>
                    <Source of={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

const Source = ({ of: { source } }: { of: Optimizer }) => (
  <>
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
  </>
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
          <section class="scroll card" tabIndex={0} aria-label="Hyperparameters">
            <table>
              <thead>
                <tr>
                  <th>Hyperparameter</th>
                  <th>Default</th>
                  <th>Meaning</th>
                </tr>
              </thead>
              <tbody>
                {settings.map(([setting, { default: usual, description }]) => (
                  <tr key={setting}>
                    <th scope="row">
                      <code>{setting}</code>
                    </th>
                    <td>{JSON.stringify(usual)}</td>
                    <td>{description}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
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
          <p key={part}>{part}</p>
        )
      )}
    </>
  )
}
