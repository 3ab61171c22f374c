/** A body that is there as a whole. */
export async function* inOnePiece(whole: Uint8Array): AsyncGenerator<Uint8Array> {
  yield whole
}
