import type { Training } from './sgd.ts'

/** One problem: how hard the data are made, the network and the training. README.md says how it was chosen. */
export interface Setting extends Training {
  /** The share of training labels that are replaced by random digits. */
  labelNoise: number
}

export const defaultSetting: Setting = { labelNoise: 0.1, hidden: 32, steps: 1000, batch: 16, momentum: 0.9 }

/** The same names as command-line options, for `parseArgs` of node:util. */
export const settingOptions = {
  'label-noise': { type: 'string', default: String(defaultSetting.labelNoise) },
  hidden: { type: 'string', default: String(defaultSetting.hidden) },
  steps: { type: 'string', default: String(defaultSetting.steps) },
  batch: { type: 'string', default: String(defaultSetting.batch) },
  momentum: { type: 'string', default: String(defaultSetting.momentum) }
} as const

export const numberOf = (name: string, text: string, allowed: (value: number) => boolean, range: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !allowed(value)) throw new Error(`--${name} must be ${range}, not ${JSON.stringify(text)}`)
  return value
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1

/** Reads what `parseArgs` made of `settingOptions`. */
export const settingFrom = (values: { [name in keyof typeof settingOptions]: string }): Setting => ({
  labelNoise: numberOf('label-noise', values['label-noise'], (v) => v >= 0 && v < 1, 'at least 0 and less than 1'),
  hidden: numberOf('hidden', values.hidden, isCount, 'a whole number from 1'),
  steps: numberOf('steps', values.steps, (v) => isCount(v) && v >= 2, 'a whole number from 2'),
  batch: numberOf('batch', values.batch, (v) => isCount(v) && v <= 1297, 'a whole number from 1 to 1297, the images there are'),
  momentum: numberOf('momentum', values.momentum, (v) => v >= 0 && v < 1, 'at least 0 and less than 1')
})

/** The setting as command-line arguments, for a process started with it. */
export const settingArguments = (setting: Setting): string[] => [
  `--label-noise=${setting.labelNoise}`,
  `--hidden=${setting.hidden}`,
  `--steps=${setting.steps}`,
  `--batch=${setting.batch}`,
  `--momentum=${setting.momentum}`
]
