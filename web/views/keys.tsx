import { useState } from 'preact/hooks'
import { ask, call, pathOf } from '../api/client.ts'
import { asProblem, Problem } from '../api/problem.ts'
import type { ApiKey, NewApiKey, Whoami } from '../api/types.ts'
import { CopyButton } from '../components/copy-button.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { Table } from '../components/table.tsx'
import { ago } from '../format/number.ts'
import { signIn } from '../state/session.ts'
import { useAnswer } from '../state/use-answer.ts'

/** API keys: listed, made and revoked by who may. */
export function Keys() {
  const { answer: me } = useAnswer<Whoami>('v1/whoami')
  const { answer, problem, again } = useAnswer<{ items: ApiKey[] }>(pathOf(['v1', 'keys'], { limit: 500 }))
  const [made, show] = useState<NewApiKey | Problem | null>(null)
  const make = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const given = new FormData(form)
    const days = Number(given.get('days'))
    const expiresAt = days > 0 ? new Date(Date.now() + days * 86_400_000).toISOString() : null
    const body = { name: String(given.get('name')), project: String(given.get('project')), scope: String(given.get('scope')), expiresAt }
    try {
      const key = await ask<NewApiKey>('v1/keys', { method: 'POST', body })
      show(key)
      form.reset()
      // With the first admin key the list needs one: it would take what is shown once from sight.
      if (me?.key != null) again()
    } catch (error) {
      show(asProblem(error))
    }
  }
  const revoke = async ({ id, name }: ApiKey) => {
    if (!confirm(`Revoke the key "${name}"? Whoever uses it is refused from then on.`)) return
    await call(pathOf(['v1', 'keys', id]), { method: 'DELETE' }).catch((error: unknown) => show(asProblem(error)))
    again()
  }
  const refused = problem?.code === 'scope-required'
  return (
    <section class="stack">
      <h1>Keys</h1>
      {me && (
        <p>
          {me.key === null ? 'You need no key here.' : `Your key is ${me.key.name}, of scope ${me.scope}.`} What you store is in the project{' '}
          <code>{me.project}</code>.
        </p>
      )}
      {refused ? (
        <p class="note">Keys are made with a key of scope admin. Sign out, and sign in with one.</p>
      ) : (
        problem && <ProblemNote problem={problem} again={again} />
      )}
      {made instanceof Problem && <ProblemNote problem={made} />}
      {made !== null && !(made instanceof Problem) && (
        <div class="note good stack" role="status">
          <p>
            <strong>The key {made.name} is made.</strong> It is shown this once: copy it now.
          </p>
          <div class="row">
            <code class="secret tag">{made.key}</code>
            <CopyButton text={made.key} />
            {made.scope === 'admin' && (
              <button type="button" onClick={() => signIn(made.key)}>
                Sign in with it
              </button>
            )}
            <button
              type="button"
              class="plain"
              onClick={() => {
                show(null)
                again()
              }}
            >
              I have it
            </button>
          </div>
        </div>
      )}
      {answer && (
        <>
          <form class="card stack" onSubmit={make}>
            <h2>Make a key</h2>
            {answer.items.length === 0 && (
              <p class="hint">
                There is none yet, so no key is needed on this machine. Make one of scope admin first: from then on every call needs a key.
              </p>
            )}
            <div class="row end">
              <label>
                Name
                <input name="name" required maxLength={255} placeholder="trainer of team A" />
              </label>
              <label>
                Project
                <input name="project" required pattern="[A-Za-z0-9][A-Za-z0-9._\-]*" maxLength={64} value={me?.project ?? 'default'} />
              </label>
              <label>
                Scope
                <select name="scope">
                  <option value="read">read: reads and computes</option>
                  <option value="write" selected>
                    write: also stores and changes
                  </option>
                  <option value="admin">admin: also makes keys</option>
                </select>
              </label>
              <label>
                Ends after days
                <input name="days" type="number" min="1" placeholder="never" />
              </label>
              <button type="submit" class="primary">
                Make
              </button>
            </div>
          </form>
          {answer.items.length > 0 && (
            <div class="card">
              <Table
                label="Keys"
                rows={answer.items}
                keyOf={({ id }) => id}
                columns={[
                  { title: 'Name', cell: ({ name }) => name },
                  { title: 'Project', cell: ({ project }) => project },
                  { title: 'Scope', cell: ({ scope }) => scope },
                  { title: 'Made', cell: ({ createdAt }) => ago(createdAt) },
                  { title: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? ago(lastUsedAt) : 'never') },
                  { title: 'Ends', cell: ({ expiresAt }) => expiresAt?.slice(0, 10) ?? 'never' },
                  {
                    title: 'What to do',
                    isUnseen: true,
                    cell: (key) => (
                      <button type="button" onClick={() => revoke(key)}>
                        Revoke<span class="unseen"> {key.name}</span>
                      </button>
                    )
                  }
                ]}
              />
            </div>
          )}
        </>
      )}
    </section>
  )
}
