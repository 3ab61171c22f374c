import type { Source } from './source.ts'

/** Papers that more than one method or rule comes from. */
export const dAdaptation = {
  authors: 'Defazio, Mishchenko',
  title: 'Learning-Rate-Free Learning by D-Adaptation',
  year: 2023,
  arxiv: '2301.07733'
} as const satisfies Source
export const prodigyPaper = {
  authors: 'Mishchenko, Defazio',
  title: 'Prodigy: An Expeditiously Adaptive Parameter-Free Learner',
  year: 2023,
  arxiv: '2306.06101'
} as const satisfies Source
export const momoPaper = {
  authors: 'Schaipp, Ohana, Eickenberg, Defazio, Gower',
  title: 'MoMo: Momentum Models for Adaptive Learning Rates',
  year: 2023,
  arxiv: '2305.07583'
} as const satisfies Source
export const movingTarget = {
  authors: 'Gower, Defazio, Rabbat',
  title: 'Stochastic Polyak Stepsize with a Moving Target',
  year: 2021,
  arxiv: '2106.11851'
} as const satisfies Source
export const madgradPaper = {
  authors: 'Defazio, Jelassi',
  title: 'Adaptivity without Compromise: A Momentumized, Adaptive, Dual Averaged Gradient Method for Stochastic Optimization',
  year: 2022,
  venue: 'JMLR 23',
  arxiv: '2101.11075'
} as const satisfies Source
export const roadLessScheduled = {
  authors: 'Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky',
  title: 'The Road Less Scheduled',
  year: 2024,
  arxiv: '2405.15682'
} as const satisfies Source
export const linearDecayPaper = {
  authors: 'Defazio, Cutkosky, Mehta, Mishchenko',
  title: 'Optimal Linear Decay Learning Rate Schedules and Further Refinements',
  year: 2023,
  arxiv: '2310.07831'
} as const satisfies Source
export const sgdr = {
  authors: 'Loshchilov, Hutter',
  title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
  year: 2016,
  arxiv: '1608.03983'
} as const satisfies Source
