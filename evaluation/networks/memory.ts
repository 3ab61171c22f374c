/**
 * The memory that the compiled loop reads and writes, 64 MiB. It is given out once and never taken back: what is needed again and again is kept
 * by whoever needs it.
 */
export const memory = new WebAssembly.Memory({ initial: 1024, maximum: 1024 })

let used = 0

/** Zeros. @throws Error where the memory is full */
export function allocate(length: number): Float64Array {
  const bytes = 16 * Math.ceil((8 * length) / 16)
  if (used + bytes > memory.buffer.byteLength) throw new Error(`The memory for networks is full: ${used} bytes are in use.`)
  const numbers = new Float64Array(memory.buffer, used, length)
  used += bytes
  return numbers
}

/** Memory that grows to what is asked of it, and is used again. */
export function reusable(): (length: number) => Float64Array {
  let numbers = allocate(0)
  return (length) => {
    if (numbers.length < length) numbers = allocate(length)
    return numbers
  }
}
