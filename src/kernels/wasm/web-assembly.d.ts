/** The part of the WebAssembly interface used here. Neither the ES2023 library nor Node's types declare it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: Record<string, unknown>
  }
  class Memory {
    constructor(limits: { initial: number; maximum: number; shared?: boolean })
    /** Of shared memory it is a SharedArrayBuffer, which the types of browsers do not tell either. */
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
}
