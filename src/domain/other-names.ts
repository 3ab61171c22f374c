/**
 * What other libraries call the fields of requests and the parameters of methods: PyTorch, optax, Transformers and the official
 * packages. A name stands for one list of ours, or for any of several; a list of more than one is meant together. Names that differ in
 * case and underscores alone (`d_coef`) need no row.
 */
const otherNames: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // Of optimizers
  lr: [['learningRate'], ['peakLearningRate']],
  stepSize: [['learningRate']],
  betas: [
    ['beta1', 'beta2', 'beta3'],
    ['beta1', 'beta2']
  ],
  b1: [['beta1']],
  b2: [['beta2']],
  b3: [['beta3']],
  adamBeta1: [['beta1']],
  adamBeta2: [['beta2']],
  beta: [['beta1'], ['momentum']],
  mom: [['momentum'], ['beta']],
  momentum: [['beta1'], ['beta']],
  beta1: [['momentum'], ['beta']],
  eps: [['epsilon']],
  adamEpsilon: [['epsilon']],
  epsRoot: [['epsilon']],
  wd: [['weightDecay']],
  l2: [['weightDecay']],
  decay: [['weightDecay']],
  decouple: [['decoupleDecay']],
  decoupledWeightDecay: [['decouple'], ['decoupleDecay']],
  decoupleDecay: [['decouple']],
  useBiasCorrection: [['biasCorrection']],
  biasCorrection: [['useBiasCorrection']],
  estimLr0: [['d0']],
  estimLrCoef: [['dCoef']],
  fstar: [['lb']],
  lowerBound: [['lb']],
  fLowerBound: [['lb']],
  maxLr: [['spsMax'], ['peakLearningRate']],
  n: [['samples']],
  numSamples: [['samples']],
  // Of schedules
  etaMin: [['final']],
  minLr: [['final']],
  minLrRate: [['final']],
  minLrRatio: [['final']],
  lrEnd: [['final']],
  endValue: [['final']],
  endFactor: [['final']],
  finalDivFactor: [['final']],
  alpha: [['final'], ['learningRate']],
  divFactor: [['start']],
  startFactor: [['start']],
  initValue: [['start']],
  pctStart: [['warmup']],
  warmupRatio: [['warmup'], ['length']],
  warmupSteps: [['warmup'], ['length']],
  numWarmupSteps: [['warmupSteps'], ['warmup'], ['length']],
  decayRatio: [['cooldown']],
  numDecaySteps: [['cooldown']],
  annealStrategy: [['shape']],
  decayType: [['shape']],
  interpolateType: [['shape']],
  boundaries: [['milestones']],
  stepMilestones: [['milestones']],
  gamma: [['factor']],
  decayRate: [['factor']],
  numCycles: [['cycles']],
  tMult: [['growth']],
  lrPower: [['power']],
  // Of requests
  peakLr: [['peakLearningRate']],
  peakValue: [['peakLearningRate']],
  baseLr: [['peakLearningRate']],
  maxSteps: [['steps'], ['totalSteps']],
  numTrainingSteps: [['steps'], ['totalSteps']],
  totalIters: [['steps'], ['totalSteps']],
  decaySteps: [['steps']],
  transitionSteps: [['steps']],
  tMax: [['steps']],
  params: [['parameters']],
  grads: [['gradients']],
  hparams: [['hyperparameters']]
}

/** Letters and digits alone, in lower case: `d_coef`, `d-coef` and `dCoef` are one name. */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const byLetters: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries(otherNames).map(([name, ours]) => [lettersOf(name), ours])
)

/** The known names that a name of another library stands for; none where it is not in the table, or what it stands for is not known. */
export function namesFor(other: string, known: readonly string[]): readonly string[] {
  const choices = byLetters.get(lettersOf(other)) ?? []
  return choices.find((names) => names.every((name) => known.includes(name))) ?? []
}
