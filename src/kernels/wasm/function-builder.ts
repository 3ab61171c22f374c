import type binaryen from 'binaryen'

/** A WebAssembly function while it is written: its statements so far, and the locals that hold their results. */
export interface FunctionBuilder {
  readonly module: binaryen.Module
  /** A new local that holds the value of an expression; its index. */
  readonly keep: (value: binaryen.ExpressionRef, type: binaryen.Type) => number
  readonly get: (local: number) => binaryen.ExpressionRef
  readonly set: (local: number, value: binaryen.ExpressionRef) => void
  readonly add: (statement: binaryen.ExpressionRef) => void
  /** What `write` adds, as one block instead. */
  readonly block: (write: () => void) => binaryen.ExpressionRef
  /** Ends the function. */
  readonly end: (name: string) => void
}

/** Starts a function with parameters of these types, which are its first locals, and no result. */
export function createFunctionBuilder(
  wasm: typeof binaryen,
  module: binaryen.Module,
  parameters: readonly binaryen.Type[]
): FunctionBuilder {
  const types = [...parameters]
  let statements: binaryen.ExpressionRef[] = []
  const get = (local: number) => module.local.get(local, types[local]!)
  const set = (local: number, value: binaryen.ExpressionRef) => {
    statements.push(module.local.set(local, value))
  }
  return {
    module,
    get,
    set,
    keep: (value, type) => {
      const local = types.push(type) - 1
      set(local, value)
      return local
    },
    add: (statement) => {
      statements.push(statement)
    },
    block: (write) => {
      const outer = statements
      statements = []
      write()
      const block = module.block(null, statements)
      statements = outer
      return block
    },
    end: (name) => {
      const variables = types.slice(parameters.length)
      module.addFunction(name, wasm.createType([...parameters]), wasm.none, variables, module.block(null, statements))
    }
  }
}
