import { useEffect, useRef, useState } from 'preact/hooks'
import { asProblem, type Problem } from '../api/problem.ts'
import './name-dialog.css'
import { ProblemNote } from './problem-note.tsx'

interface NameDialogProps {
  /** What is to be done, e.g. `Store cosine`. */
  readonly title: string
  readonly name: string
  /** Does it. What it fails with is told in the dialog, which then stays. */
  store(name: string): Promise<void>
  close(): void
}

/** Asks for the name of a schedule. The browser keeps the focus in it, and gives it back to what opened it. */
export function NameDialog({ title, name, store, close }: NameDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [problem, fail] = useState<Problem | null>(null)
  const [pending, wait] = useState(false)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    shown?.querySelector('input')?.select()
    // Where it is closed by its parent the focus goes back all the same.
    return () => shown?.close()
  }, [])
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    wait(true)
    try {
      await store(String(new FormData(event.currentTarget as HTMLFormElement).get('name')).trim())
    } catch (error) {
      fail(asProblem(error))
      wait(false)
    }
  }
  return (
    <dialog ref={dialog} class="name-dialog" aria-labelledby="name-dialog" onClose={close}>
      <form class="stack" onSubmit={submit}>
        <h2 id="name-dialog">{title}</h2>
        <label>
          Name
          <input name="name" required maxLength={255} defaultValue={name} autocomplete="off" spellcheck={false} />
        </label>
        {problem && <ProblemNote problem={problem} />}
        <div class="row">
          <button type="submit" class="primary" disabled={pending}>
            {pending ? 'Storing …' : 'Store'}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  )
}
