import { useState } from 'preact/hooks'
import type { Problem } from '../api/problem.ts'

/** What a person says of a log: the column of a series, or that of the steps; an empty text leaves the series out. */
export type Columns = Readonly<Record<string, string>>

const roles: readonly (readonly [string, string])[] = [
  ['l2', 'ℓ₂ norm of the gradient'],
  ['l1', 'ℓ₁ norm of the gradient'],
  ['loss', 'Training loss'],
  ['learning-rate', 'Learning rate'],
  ['step', 'Optimizer step']
]

/** A column that the service has seen, and what it says of it. */
export interface SeenColumn {
  readonly name: string
  readonly note: string
}

/** The columns that a refusal lists: each begins with its name in quotes. */
export const columnsOf = ({ errors }: Problem): SeenColumn[] =>
  errors.flatMap(({ pointer, detail }) => {
    const quoted = /^"(?:[^"\\]|\\.)*"/.exec(detail)?.[0]
    return pointer !== 'query/map' || quoted === undefined
      ? []
      : [{ name: JSON.parse(quoted) as string, note: detail.slice(quoted.length).replace(/^:?\s*/, '') }]
  })

/** Which column is what. */
export function ColumnChoice({ seen, now, choose }: { seen: readonly SeenColumn[]; now: Columns; choose: (columns: Columns) => void }) {
  const [chosen, set] = useState<Columns>(now)
  const submit = (event: Event) => {
    event.preventDefault()
    choose(Object.fromEntries(Object.entries(chosen).filter(([role, column]) => column !== '' || (now[role] ?? '') !== '')))
  }
  return (
    <form class="stack" onSubmit={submit}>
      <datalist id="columns">
        {seen.map(({ name, note }) => (
          <option key={name} value={name}>
            {note}
          </option>
        ))}
      </datalist>
      <div class="row end">
        {roles.map(([role, title]) => (
          <label key={role}>
            {title}
            <input
              name={role}
              list="columns"
              value={chosen[role] ?? ''}
              placeholder="none"
              autocomplete="off"
              spellcheck={false}
              onInput={({ currentTarget }) => set({ ...chosen, [role]: currentTarget.value })}
            />
          </label>
        ))}
        <button type="submit" class="primary">
          Read it so
        </button>
      </div>
      <p class="hint">
        A pattern such as <code>grad_norm/*</code> combines the norms of all parts of the model.
      </p>
    </form>
  )
}
