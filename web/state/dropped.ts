import type { LogReport } from '../api/types.ts'
import { createStore } from './store.ts'

/** A log that a person gave the page: it is in this tab alone until it is stored. */
export interface Dropped {
  /** As a person calls it: the file, or the folder. */
  readonly name: string
  readonly files: readonly { readonly path: string; readonly file: File }[]
}

export const dropped = createStore<Dropped | null>(null)
/** What the service makes of it, for other views. */
export const droppedReport = createStore<LogReport | null>(null)

export function give(name: string, files: Dropped['files']): void {
  droppedReport.set(null)
  dropped.set({ name, files })
}

export const giveText = (name: string, text: string): void => give(name, [{ path: name, file: new File([text], name) }])

/** What is sent: one file as it is, or several as a form with their paths. */
export function bodyOf({ files }: Dropped): { body: Blob | FormData; filename?: string } {
  const [only] = files
  if (files.length === 1 && only !== undefined) return { body: only.file, filename: only.path.split('/').at(-1) ?? only.path }
  const form = new FormData()
  for (const { path, file } of files) form.append('files', file, path)
  return { body: form }
}

export const bytesOf = ({ files }: Dropped): number => files.reduce((sum, { file }) => sum + file.size, 0)

/** Gives files that were chosen in a dialog. Those of a folder have paths from it on. */
export function giveChosen(list: FileList | null): boolean {
  const files = [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  const [first] = files
  if (first === undefined) return false
  give(files.length === 1 ? first.path : (first.path.split('/')[0] ?? first.path), files)
  return true
}
