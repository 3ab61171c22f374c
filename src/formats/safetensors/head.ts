import { type Dtype, dtypeBytes } from './float-bytes.ts'

/** A tensor that is to be written; its numbers follow the head. */
export interface Listed {
  readonly name: string
  readonly dtype: Dtype
  readonly shape: readonly number[]
}

/**
 * What comes before the numbers of a safetensors file: the length of the header, and the header as JSON, padded with spaces so that
 * the numbers start at a multiple of 8. They follow in the order of the list, without gaps; F64 before F32 keeps all of them aligned.
 * @param metadata texts under `__metadata__`
 * @see https://huggingface.co/docs/safetensors, Format
 */
export function safetensorsHead(tensors: readonly Listed[], metadata: Readonly<Record<string, string>>): Uint8Array {
  let text = `{"__metadata__":${JSON.stringify(metadata)}`
  let end = 0
  for (const { name, dtype, shape } of tensors) {
    const start = end
    end += dtypeBytes[dtype] * shape.reduce((product, size) => product * size, 1)
    text += `,${JSON.stringify(name)}:{"dtype":"${dtype}","shape":[${shape}],"data_offsets":[${start},${end}]}`
  }
  const bytes = new TextEncoder().encode(`${text}}`)
  const padded = Math.ceil(bytes.length / 8) * 8
  const head = new Uint8Array(8 + padded).fill(0x20)
  new DataView(head.buffer).setBigUint64(0, BigInt(padded), true)
  head.set(bytes, 8)
  return head
}
