import { request } from '../support/connection.ts'

/** Slots of the size of the parameters that a state has, and hyperparameters that make it so. */
export const methods: { name: string; slots: string[]; scalars: object }[] = [
  { name: 'sgd', slots: [], scalars: {} },
  { name: 'adamw', slots: ['m', 'v'], scalars: { k: { w: 1 } } },
  { name: 'prodigy', slots: ['m', 'v', 's', 'x0'], scalars: { k: 1, d: 1e-6, dMax: 1e-6, numerator: 0 } }
]

/** A step of so many entries, as bytes to send. */
export function stepRequest(entries: number, { name, slots, scalars }: (typeof methods)[number]): Buffer {
  const names = ['parameters/w', 'gradients/w', ...slots.map((slot) => `state/${slot}/w`)]
  const tensors = names.map((name, i) => [name, { dtype: 'F32', shape: [entries], data_offsets: [4 * i * entries, 4 * (i + 1) * entries] }])
  const state = slots.length === 0 ? {} : { state: { scalars } }
  const text = JSON.stringify({ __metadata__: { request: JSON.stringify(state) }, ...Object.fromEntries(tensors) })
  const head = Buffer.alloc(8 + Math.ceil(Buffer.byteLength(text) / 8) * 8, ' ')
  head.writeBigUInt64LE(BigInt(head.length - 8))
  head.write(text, 8)
  const values = Float32Array.from({ length: entries }, (_, i) => 0.5 + 0.001 * Math.sin(i))
  const headers = { 'content-type': 'application/vnd.safetensors', accept: 'application/vnd.safetensors' }
  return request('POST', `/v1/optimizers/${name}/step`, headers, Buffer.concat([head, ...names.map(() => new Uint8Array(values.buffer))]))
}
