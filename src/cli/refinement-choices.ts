import { RefinementOptions } from '../refinement/options.ts'

interface Words {
  readonly anyOf?: readonly { readonly const?: unknown }[]
  readonly enum?: readonly unknown[]
}

/** The words that an option of a refinement can be, from its schema. */
export function refinementChoices(option: 'norm' | 'preset' | 'weighting' | 'method' | 'scaleBy' | 'loss'): string[] {
  const { anyOf, enum: words } = RefinementOptions.properties[option] as Words
  return (words ?? anyOf?.map(({ const: word }) => word) ?? []).map(String)
}
