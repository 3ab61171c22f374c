import { isOutdated, trouble } from '../api/reach.ts'
import { useStore } from '../state/store.ts'
import './connection-line.css'

/** What keeps the whole page from going on, and what becomes of it. */
export function TroubleNote() {
  const problem = useStore(trouble)
  const old = useStore(isOutdated)
  return (
    <div class="trouble no-print" role="status">
      {problem && (
        <p class="note warn">
          <strong>{problem.title}.</strong> {problem.message} {problem.status > 0 && 'It is asked again by itself.'}
        </p>
      )}
      {old && (
        <p class="note warn row">
          <span>The service has another version of this page by now.</span>
          <button type="button" onClick={() => location.reload()}>
            Load the page anew
          </button>
        </p>
      )}
    </div>
  )
}
