/**
 * What comes before the bytes of one float64 tensor of shape `[length]` in a safetensors file: the length of the header, the header as
 * JSON, padded with spaces so that the tensor starts at a multiple of 8.
 * @param metadata texts under `__metadata__`
 * @see https://huggingface.co/docs/safetensors, Format
 */
export function safetensorsHead(name: string, length: number, metadata: Readonly<Record<string, string>>): Uint8Array {
  const header = { __metadata__: metadata, [name]: { dtype: 'F64', shape: [length], data_offsets: [0, 8 * length] } }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const padded = Math.ceil(text.length / 8) * 8
  const head = new Uint8Array(8 + padded).fill(0x20)
  new DataView(head.buffer).setBigUint64(0, BigInt(padded), true)
  head.set(text, 8)
  return head
}
