import type { LogReport } from '../api/types.ts'
import { createStore } from './store.ts'

/** A log that a person gave the page: it is in this tab alone until it is stored. */
export interface Dropped {
  /** As a person calls it: the file, or the folder. */
  readonly name: string
  readonly files: readonly { readonly path: string; readonly file: File }[]
}

export const dropped = createStore<Dropped | null>(null)
/** Why what was given is none, in a sentence. */
export const noLog = createStore<string | null>(null)
/** What the service makes of it, for other views. */
export const droppedReport = createStore<LogReport | null>(null)

export function give(name: string, files: Dropped['files']): void {
  droppedReport.set(null)
  noLog.set(null)
  dropped.set({ name, files })
}

/** Shows where a log is given, and why this is none. */
export function refuse(why: string): void {
  dropped.set(null)
  noLog.set(why)
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
  const folder = first.path.split('/')[0] ?? first.path
  give(files.length === 1 || folder !== first.path ? folder : titleOf(first.path, files.length), files)
  return true
}

/** Of several things that were given together. */
export const titleOf = (first: string, count: number): string => (count === 1 ? first : `${first} and ${count - 1} more`)
