import { type Dropped, titleOf } from './dropped.ts'

/** One more than the service takes, which says so. */
const filesMax = 2001

/** The files of a drop, those in folders with their paths. */
export async function filesOfDrop(items: DataTransferItemList): Promise<Dropped | null> {
  // Entries must be taken before the first wait: the list is empty after.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: { path: string; file: File }[] = []
  for (const entry of entries) await collect(entry, files)
  const [first] = entries
  return first === undefined || files.length === 0 ? null : { name: titleOf(first.name, entries.length), files }
}

async function collect(entry: FileSystemEntry, files: { path: string; file: File }[]): Promise<void> {
  if (files.length >= filesMax) return
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    files.push({ path: entry.fullPath.replace(/^\//, ''), file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const inner of some) await collect(inner, files)
  }
}
