/** Papers that more than one method comes from. */
export const dAdaptation = {
  authors: 'Defazio, Mishchenko',
  title: 'Learning-Rate-Free Learning by D-Adaptation',
  year: 2023,
  arxiv: '2301.07733'
}
export const prodigyPaper = {
  authors: 'Mishchenko, Defazio',
  title: 'Prodigy: An Expeditiously Adaptive Parameter-Free Learner',
  year: 2023,
  arxiv: '2306.06101'
}
export const momoPaper = {
  authors: 'Schaipp, Ohana, Eickenberg, Defazio, Gower',
  title: 'MoMo: Momentum Models for Adaptive Learning Rates',
  year: 2023,
  arxiv: '2305.07583'
}
export const movingTarget = {
  authors: 'Gower, Defazio, Rabbat',
  title: 'Stochastic Polyak Stepsize with a Moving Target',
  year: 2021,
  arxiv: '2106.11851'
}
export const madgradPaper = {
  authors: 'Defazio, Jelassi',
  title: 'Adaptivity without Compromise: A Momentumized, Adaptive, Dual Averaged Gradient Method for Stochastic Optimization',
  year: 2022,
  venue: 'JMLR 23',
  arxiv: '2101.11075'
}
export const roadLessScheduled = {
  authors: 'Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky',
  title: 'The Road Less Scheduled',
  year: 2024,
  arxiv: '2405.15682'
}
