import { existsSync } from 'node:fs'

/**
 * Whether the service that starts next would compute with TensorFlow: it is named, its set-up is asked for, or there is an NVIDIA GPU, on
 * which `auto` takes it. On a CPU `auto` never does.
 */
export const serviceTakesTensorflow = ({ TAPER_ENGINE, TAPER_TENSORFLOW, TAPER_LIBTENSORFLOW } = process.env): boolean =>
  TAPER_ENGINE === 'tensorflow' || Boolean(TAPER_TENSORFLOW) || Boolean(TAPER_LIBTENSORFLOW) || existsSync('/dev/nvidiactl')
