import type { Problem } from '../api/problem.ts'

/** What to do about problems that the service's own words do not tell a person on this page. */
const remedies: Readonly<Record<string, string>> = {
  'scope-required': 'Sign out and sign in with a key of that scope, or ask whoever runs the service for one.',
  'misdirected-request': 'Open the page under a name that the service is known by, or add this one to TAPER_HOSTS.',
  'cross-origin': 'Open the page at the address of the service itself.',
  'run-not-found': 'It may have been deleted, or the link be cut off. Runs, above, lists those that there are.',
  overloaded: 'Wait a few seconds and try again.',
  'too-many-requests': 'Wait a minute and try again.'
}

/** What went wrong, where, and what to do. */
export function ProblemNote({ problem, again }: { problem: Problem; again?: () => void }) {
  const remedy = remedies[problem.code]
  // What is wrong of the whole is said once.
  const errors = problem.errors
    .map((one) => (one.detail === problem.message ? { ...one, detail: '' } : one))
    .filter(({ detail, fix }) => detail || fix)
  return (
    <div class="note bad" role="alert">
      {/* What does not match a schema is told by the rest. */}
      {problem.code !== 'invalid-request' && <strong>{problem.title.replace(/\.$/, '')}.</strong>} {problem.message}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ pointer, detail, fix }) => (
            <li key={pointer}>
              {pointer !== '' && <code>{pointer}</code>} {detail} {fix}
            </li>
          ))}
        </ul>
      )}
      {remedy && <p>{remedy}</p>}
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  )
}
