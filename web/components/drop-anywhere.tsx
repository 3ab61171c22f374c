import { useEffect, useState } from 'preact/hooks'
import { give, giveText } from '../state/dropped.ts'
import { filesOfDrop } from '../state/dropped-files.ts'
import { goTo } from '../state/route.ts'
import './drop-anywhere.css'

const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Takes a log that is dropped or pasted anywhere on the page, and shows what it is. */
export function DropAnywhere() {
  const [over, show] = useState(false)
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      show(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && show(false)
    const onDrop = async (event: DragEvent) => {
      if (!holdsFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      show(false)
      const found = await filesOfDrop(event.dataTransfer.items)
      if (found === null) return
      give(found.name, found.files)
      goTo(['log'])
    }
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target)) return
      const [file] = event.clipboardData?.files ?? []
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file !== undefined) give(file.name, [{ path: file.name, file }])
      // A word or two are no log.
      else if (text.trim().includes('\n')) giveText('pasted', text)
      else return
      event.preventDefault()
      goTo(['log'])
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
      removeEventListener('paste', onPaste)
    }
  }, [])
  return over ? (
    <div class="drop-here" aria-hidden="true">
      Drop the log: it is looked at, not stored
    </div>
  ) : null
}
