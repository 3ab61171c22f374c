import { useState } from 'preact/hooks'

/** Copies a text. Where the browser does not let it (a page over plain HTTP), the text is selected, to be copied by hand. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [said, say] = useState('')
  const copy = async () => {
    const done = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => true,
      () => copyOldWay(text)
    )
    say(done ? 'Copied' : 'Select the text and copy it')
    setTimeout(() => say(''), 2500)
  }
  return (
    <button type="button" class="no-print" onClick={copy}>
      {label}
      <span role="status">{said && `: ${said}`}</span>
    </button>
  )
}

function copyOldWay(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
