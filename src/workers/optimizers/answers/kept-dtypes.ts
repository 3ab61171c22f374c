import type { NamedTensors } from '../../../formats/tensors/named-tensors.ts'

/** Tensors as computed, each in the number type that the tensor of its name came in. */
export const keptDtypes = (computed: NamedTensors, given: NamedTensors): NamedTensors =>
  new Map(
    [...computed].map(([name, { shape, values }]) => {
      const came = given.get(name)!.values
      if (came instanceof Float32Array === values instanceof Float32Array) return [name, { shape, values }]
      return [name, { shape, values: came instanceof Float32Array ? Float32Array.from(values) : Float64Array.from(values) }]
    })
  )
