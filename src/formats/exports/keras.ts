import { arrayMultiplier } from './array-python.ts'
import { curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { pythonHead } from './python.ts'

export const keras: TextTarget = {
  name: 'keras',
  title: 'Keras 3: LearningRateSchedule, for any backend',
  usage: 'Save it beside your code and pass `TaperSchedule()` as the learning rate: `keras.optimizers.AdamW(TaperSchedule(3e-4))`.',
  mediaType: 'text/x-python',
  example: '    def __call__(self, step):\n        return self.peak_learning_rate * multiplier(step)\n…\n',
  fileName: 'taper_schedule.py',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const curve = curveOf(material)
    const usage = ['optimizer = keras.optimizers.AdamW(learning_rate=TaperSchedule(PEAK_LEARNING_RATE))']
    const imports = [...(curve.form === 'dense' ? ['import base64', ''] : []), 'import keras', 'import numpy as np']
    const code = arrayMultiplier(curve, {
      clip: 'keras.ops.clip',
      take: 'keras.ops.take',
      searchsorted: 'keras.ops.searchsorted',
      array: 'keras.ops.convert_to_tensor',
      wholeStep: 'keras.ops.cast(step, "int32")',
      toFloat32: (value) => `keras.ops.cast(${value}, "float32")`
    })
    // A saved model finds its class by this name, so each schedule needs its own.
    const registered = JSON.stringify(`Schedule-${material.schedule.id}`)
    return `${pythonHead(material.schedule, curve, usage, imports)}${code}

@keras.saving.register_keras_serializable(package="taper", name=${registered})
class TaperSchedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak_learning_rate=PEAK_LEARNING_RATE):
        super().__init__()
        self.peak_learning_rate = peak_learning_rate

    def __call__(self, step):
        return self.peak_learning_rate * multiplier(step)

    def get_config(self):
        return {"peak_learning_rate": self.peak_learning_rate}
`
  }
}
