/** The part of the WebAssembly interface used here. Neither the ES2023 library nor Node's types declare it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: Record<string, unknown>
  }
  interface Memory {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  interface SharedMemory {
    readonly buffer: SharedArrayBuffer
    grow(pages: number): number
  }
  const Memory: {
    new (limits: { initial: number; maximum: number; shared: true }): SharedMemory
    new (limits: { initial: number; maximum: number }): Memory
  }
}
