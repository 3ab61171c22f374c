/** What TAPER_TENSORFLOW asks for. `auto`: the build for GPUs where there is one of NVIDIA, else the one for CPUs. */
export const tensorflowChoices = ['auto', 'cpu', 'gpu', 'skip'] as const
export type TensorflowChoice = (typeof tensorflowChoices)[number]

export function tensorflowChoice(value = process.env.TAPER_TENSORFLOW): TensorflowChoice {
  if (value === undefined || value === '') return 'auto'
  const choice = tensorflowChoices.find((known) => known === value)
  if (choice === undefined) throw new Error(`TAPER_TENSORFLOW is ${JSON.stringify(value)}; it may be ${tensorflowChoices.join(', ')}.`)
  return choice
}
