import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { adamc } from './adamc.ts'
import { adamw } from './adamw.ts'
import { dAdaptAdagrad } from './d-adapt-adagrad.ts'
import { dAdaptAdam } from './d-adapt-adam.ts'
import { dAdaptAdan } from './d-adapt-adan.ts'
import { dAdaptDa } from './d-adapt-da.ts'
import { dAdaptDaResetting } from './d-adapt-da-resetting.ts'
import { dAdaptGd } from './d-adapt-gd.ts'
import { dAdaptGdResetting } from './d-adapt-gd-resetting.ts'
import { dAdaptLion } from './d-adapt-lion.ts'
import { dAdaptSgd } from './d-adapt-sgd.ts'
import { gpaAdamw } from './gpa-adamw.ts'
import { gradagrad } from './gradagrad.ts'
import { lion } from './lion.ts'
import { madgrad } from './madgrad.ts'
import { mechanic } from './mechanic.ts'
import { mirrorMadgrad } from './mirror-madgrad.ts'
import { modernizedDualAveraging } from './modernized-dual-averaging.ts'
import { momo } from './momo.ts'
import { momoAdam } from './momo-adam.ts'
import { motaps } from './motaps.ts'
import { muon } from './muon.ts'
import type { Optimizer } from './parts/optimizer.ts'
import { prodigy } from './prodigy.ts'
import { prodigyDa } from './prodigy-da.ts'
import { prodigyGd } from './prodigy-gd.ts'
import { rmsprop } from './rmsprop.ts'
import { scheduleFreeAdamw } from './schedule-free-adamw.ts'
import { scheduleFreePlus } from './schedule-free-plus.ts'
import { scheduleFreeSgd } from './schedule-free-sgd.ts'
import { sgd } from './sgd.ts'
import { stochasticPolyak } from './stochastic-polyak.ts'
import { stochasticPrimalAveraging } from './stochastic-primal-averaging.ts'
import { taps } from './taps.ts'

/** Optimizers that need no base, by family. */
const bases: readonly Optimizer[] = [
  sgd,
  adam,
  adamw,
  adamc,
  adagrad,
  rmsprop,
  lion,
  muon,

  dAdaptSgd,
  dAdaptAdam,
  dAdaptAdagrad,
  dAdaptLion,
  dAdaptAdan,
  dAdaptGd,
  dAdaptDa,
  dAdaptGdResetting,
  dAdaptDaResetting,

  prodigy,
  prodigyGd,
  prodigyDa,

  momo,
  momoAdam,
  stochasticPolyak,
  taps,
  motaps,

  madgrad,
  mirrorMadgrad,
  modernizedDualAveraging,
  stochasticPrimalAveraging,
  gradagrad,

  scheduleFreeSgd,
  scheduleFreeAdamw,
  scheduleFreePlus,
  gpaAdamw
]

/** Every optimizer. The routes, the catalogue, the contract tests and the benchmarks read this list. */
export const optimizers: readonly Optimizer[] = [...bases, mechanic(bases)]
