import type binaryen from 'binaryen'

let loaded: typeof binaryen | undefined

/** Loads the compiler, once in a thread. It is 15 MB of code, so whoever needs kernels asks for it, and a start does not. */
export async function loadCompiler(): Promise<void> {
  loaded ??= (await import('binaryen')).default
}

/** @throws Error where it has not been loaded */
export function compiler(): typeof binaryen {
  if (loaded === undefined) throw new Error('The compiler of kernels is not loaded: await `prepare` of the engine first.')
  return loaded
}
