/** How large noise from outside is at x, the fraction of training that is done: a multiple of the noise that batches bring at the optimum. */
export const profiles = {
  constant: () => 4,
  rising: (x: number) => 8 ** x,
  falling: (x: number) => 8 ** (1 - x),
  bump: (x: number) => (x >= 0.4 && x < 0.6 ? 8 : 1)
}

export type Profile = keyof typeof profiles
