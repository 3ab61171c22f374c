import type binaryen from 'binaryen'

/** A WebAssembly function under construction: its statements so far, and the locals that hold their results. */
export interface FunctionBuilder {
  readonly module: binaryen.Module
  /** Stores the value of an expression in a new local. @returns its index */
  readonly keep: (value: binaryen.ExpressionRef, type: binaryen.Type) => number
  readonly get: (local: number) => binaryen.ExpressionRef
  readonly set: (local: number, value: binaryen.ExpressionRef) => void
  readonly add: (statement: binaryen.ExpressionRef) => void
  /** Collects the statements that `write` adds into one block. */
  readonly block: (write: () => void) => binaryen.ExpressionRef
  /** Ends the function. */
  readonly end: (name: string) => void
}

/** Starts a function without result. Its parameters are its first locals. */
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
