import { useEffect, useState } from 'preact/hooks'
import { give, giveText, refuse } from '../state/dropped.ts'
import { filesOfDrop } from '../state/dropped-files.ts'
import { goTo } from '../state/route.ts'
import './drop-anywhere.css'

const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Takes a log that is dropped or pasted anywhere on the page, and shows what it is. */
export function DropAnywhere() {
  const [over, show] = useState(false)
  useEffect(() => {
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true
    // A link or a text would take the place of the page, or be lost.
    let isOwn = false
    const isTaken = (event: DragEvent) => !isOwn && event.dataTransfer !== null && (holdsFiles(event) || !isField(event.target))
    const onStart = () => (isOwn = true)
    const onEnd = () => (isOwn = false)
    const onOver = (event: DragEvent) => {
      if (!isTaken(event)) return
      event.preventDefault()
      show(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && show(false)
    const onDrop = async (event: DragEvent) => {
      show(false)
      if (!isTaken(event)) return
      event.preventDefault()
      const data = event.dataTransfer as DataTransfer
      const text = data.getData('text/plain')
      if (!holdsFiles(event)) {
        if (text.trim().includes('\n')) giveText('dropped', text)
        else refuse('That was a link or a few words. Save the log as a file and drop this, or paste its lines.')
      } else {
        const found = await filesOfDrop(data.items).catch(() => null)
        if (found === null) refuse('There was no file in it that can be read.')
        else give(found.name, found.files)
      }
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
    addEventListener('dragstart', onStart)
    addEventListener('dragend', onEnd)
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('dragstart', onStart)
      removeEventListener('dragend', onEnd)
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
