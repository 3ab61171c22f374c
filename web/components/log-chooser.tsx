import { useRef, useState } from 'preact/hooks'
import { demoLog } from '../demo-log.ts'
import { giveChosen, giveText, noLog } from '../state/dropped.ts'
import { useStore } from '../state/store.ts'

/** Where a person gives the page a log: dropped, chosen, pasted, or made up to try. */
export function LogChooser() {
  const file = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [text, type] = useState('')
  const refused = useStore(noLog)
  return (
    <section class="empty stack">
      <h1>Look at a log</h1>
      {refused && (
        <p class="note bad" role="alert">
          {refused}
        </p>
      )}
      <p>
        Drop the log of a training anywhere on this page. Taper finds gradient norms, losses and learning rates by their names, shows them
        with the schedule for the next run, and gives the lines for your trainer. Nothing is stored until you ask for it.
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={() => file.current?.click()}>
          Choose a file
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
        <button type="button" onClick={() => giveText('demo.csv', demoLog())}>
          Try it with a made-up log
        </button>
        <input
          ref={file}
          type="file"
          multiple
          hidden
          aria-label="Files of a log"
          onChange={({ currentTarget }) => giveChosen(currentTarget.files)}
        />
        <input
          ref={(input) => {
            folder.current = input
            input?.setAttribute('webkitdirectory', '')
          }}
          type="file"
          hidden
          aria-label="Folder of a log"
          onChange={({ currentTarget }) => giveChosen(currentTarget.files)}
        />
      </div>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          giveText('pasted', text)
        }}
      >
        <label>
          Or paste what the trainer printed
          <textarea
            rows={6}
            value={text}
            spellcheck={false}
            placeholder={'step,grad_norm,loss,learning_rate\n0,4.1,3.9,0.0003\n…'}
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
        </label>
        <div class="row">
          <button type="submit" disabled={text.trim() === ''}>
            Look at it
          </button>
        </div>
      </form>
      <p class="hint">
        Tables, JSON, JSON lines, what trainers print, <code>trainer_state.json</code>, event files of TensorBoard, files of W&amp;B, MLflow
        and trackio, Parquet and NumPy, packed or not, and the folders that hold them.
      </p>
    </section>
  )
}
