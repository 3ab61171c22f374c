/** Tensors by name, each an array whose type is that of its numbers; a plain list of sizes is its shape. */
export type Flat = Record<string, { shape: readonly number[]; values: Float32Array | Float64Array }>

/** A safetensors file, written with no regard to what the service has of its own: tensors in the order given. */
export function encodeSafetensors(tensors: Flat, metadata: Record<string, string> = {}): Buffer {
  const header: Record<string, unknown> = { __metadata__: metadata }
  let end = 0
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    header[name] = {
      dtype: values instanceof Float32Array ? 'F32' : 'F64',
      shape,
      data_offsets: [end, (end += values.byteLength)]
    }
  }
  return rawSafetensors(
    JSON.stringify(header),
    Buffer.concat(Object.values(tensors).map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)))
  )
}

/** A file of any header and bytes, right or wrong. */
export function rawSafetensors(header: string | Buffer, data: Buffer = Buffer.alloc(0)): Buffer {
  const text = Buffer.from(header as string)
  const prefix = Buffer.alloc(8)
  prefix.writeBigUInt64LE(BigInt(text.length))
  return Buffer.concat([prefix, text, data])
}

export function decodeSafetensors(bytes: Buffer): { tensors: Flat; metadata: Record<string, string>; order: string[] } {
  const length = Number(bytes.readBigUInt64LE(0))
  const { __metadata__: metadata, ...entries } = JSON.parse(bytes.subarray(8, 8 + length).toString('utf8'))
  const data = Uint8Array.from(bytes.subarray(8 + length))
  const tensors = Object.fromEntries(
    Object.entries(entries as Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>).map(([name, entry]) => {
      const { buffer } = data.slice(...entry.data_offsets)
      return [name, { shape: entry.shape, values: entry.dtype === 'F32' ? new Float32Array(buffer) : new Float64Array(buffer) }]
    })
  )
  return { tensors, metadata, order: Object.keys(entries) }
}
