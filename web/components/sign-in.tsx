import { useState } from 'preact/hooks'
import { asProblem, type Problem, problemOf } from '../api/problem.ts'
import { apiKey, signIn } from '../state/session.ts'
import { ProblemNote } from './problem-note.tsx'

/** Asks for an API key, tries it, and goes on where the page was. */
export function SignIn({ reason }: { reason: string }) {
  const [problem, show] = useState<Problem | null>(null)
  const [pending, wait] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const key = String(new FormData(event.currentTarget as HTMLFormElement).get('key')).trim()
    wait(true)
    try {
      const answer = await fetch('v1/whoami', { headers: { authorization: `Bearer ${key}` } })
      if (answer.ok) signIn(key)
      else show(await problemOf(answer))
    } catch (error) {
      show(asProblem(error))
    }
    wait(false)
  }
  return (
    <form class="sign-in card" onSubmit={submit}>
      <h1>Sign in</h1>
      <p>
        {apiKey.get() === null
          ? 'This service needs an API key. Whoever runs it makes one: '
          : `The key is no longer taken: ${reason} Whoever runs the service makes one: `}
        <code>taper keys create</code>
      </p>
      <label>
        API key
        <input name="key" type="password" autocomplete="current-password" required placeholder="taper_…" spellcheck={false} />
      </label>
      <p class="hint">The key is kept for this tab alone, and forgotten when it is closed.</p>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="primary" disabled={pending}>
        Sign in
      </button>
    </form>
  )
}
