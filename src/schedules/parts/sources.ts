/** Papers that more than one rule comes from. */
export const linearDecayPaper = {
  authors: 'Defazio, Cutkosky, Mehta, Mishchenko',
  title: 'Optimal Linear Decay Learning Rate Schedules and Further Refinements',
  year: 2023,
  arxiv: '2310.07831'
}
export const sgdr = {
  authors: 'Loshchilov, Hutter',
  title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
  year: 2016,
  arxiv: '1608.03983'
}
