/** A kind of file that is no log that can be read, and what to do with it. */
interface ForeignFormat {
  readonly title: string
  readonly fix: string
  readonly recognises: (bytes: Buffer) => boolean
}

const magic =
  (...bytes: readonly number[]) =>
  (head: Buffer) =>
    bytes.every((byte, i) => head[i] === byte)
const unpack = 'Unpack it, and name the log in it; or pack the log by gzip, Zstandard or zip.'
const asTable = 'Save the norms with their steps as CSV, JSON lines or .npz.'

const foreign: readonly ForeignFormat[] = [
  { title: 'an archive of bzip2', fix: unpack, recognises: magic(0x42, 0x5a, 0x68) },
  { title: 'an archive of xz', fix: unpack, recognises: magic(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00) },
  { title: 'an archive of 7-Zip', fix: unpack, recognises: magic(0x37, 0x7a, 0xbc, 0xaf) },
  { title: 'an archive of LZ4', fix: unpack, recognises: magic(0x04, 0x22, 0x4d, 0x18) },
  {
    title: 'a tar archive',
    fix: 'Unpack it, and name the log or the folder.',
    recognises: (head) => head.toString('latin1', 257, 262) === 'ustar'
  },
  { title: 'a file packed twice by gzip', fix: unpack, recognises: magic(0x1f, 0x8b) },
  { title: 'an HDF5 file', fix: asTable, recognises: magic(0x89, 0x48, 0x44, 0x46) },
  {
    title: 'an Arrow or Feather file',
    fix: 'Save it as Parquet or CSV.',
    recognises: (head) => head.toString('latin1', 0, 6) === 'ARROW1'
  },
  { title: "a pickle of Python's", fix: asTable, recognises: (head) => head[0] === 0x80 && (head[1] ?? 0) >= 2 && (head[1] ?? 0) <= 5 },
  { title: 'a MATLAB file', fix: asTable, recognises: (head) => head.toString('latin1', 0, 6) === 'MATLAB' },
  { title: 'a PDF', fix: asTable, recognises: (head) => head.toString('latin1', 0, 5) === '%PDF-' },
  { title: 'a picture', fix: asTable, recognises: (head) => magic(0x89, 0x50, 0x4e, 0x47)(head) || magic(0xff, 0xd8, 0xff)(head) }
]

/** What a file is by its first bytes, where that is known and it is no log. */
export const foreignFormatOf = (bytes: Uint8Array): Pick<ForeignFormat, 'title' | 'fix'> | undefined => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512))
  return foreign.find(({ recognises }) => recognises(head))
}

/** What an archive is by the names of its files, where it is more than an archive. */
export function programOfArchive(names: readonly string[]): Pick<ForeignFormat, 'title' | 'fix'> | undefined {
  if (names.some((name) => name.startsWith('xl/'))) return { title: 'a workbook of Excel', fix: 'Save its sheet as CSV.' }
  if (names.some((name) => /(?:^|\/)data\.pkl$/.test(name))) return { title: 'a file of torch.save', fix: asTable }
  return undefined
}
