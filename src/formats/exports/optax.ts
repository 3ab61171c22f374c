import { arrayMultiplier } from './array-python.ts'
import { curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { pythonHead } from './python.ts'

export const optax: TextTarget = {
  name: 'optax',
  title: 'optax: a schedule function for JAX',
  usage: 'Save it beside your code and pass `schedule()` as the learning rate: `optax.adamw(schedule(3e-4))`.',
  mediaType: 'text/x-python',
  example: 'def schedule(peak_learning_rate=PEAK_LEARNING_RATE):\n    return lambda count: peak_learning_rate * multiplier(count)\n',
  fileName: 'taper_schedule.py',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const curve = curveOf(material)
    const usage = ['optimizer = optax.adamw(schedule(PEAK_LEARNING_RATE))']
    const imports = [...(curve.form === 'dense' ? ['import base64', ''] : []), 'import jax.numpy as jnp', 'import numpy as np']
    const code = arrayMultiplier(curve, {
      clip: 'jnp.clip',
      take: 'jnp.take',
      searchsorted: 'jnp.searchsorted',
      array: 'jnp.asarray',
      wholeStep: 'jnp.asarray(step).astype("int32")',
      toFloat32: (value) => `(${value}).astype("float32")`
    })
    return `${pythonHead(material.schedule, curve, usage, imports)}${code}

def schedule(peak_learning_rate=PEAK_LEARNING_RATE):
    """An optax.Schedule: from the count of optimizer steps to the learning rate."""
    return lambda count: peak_learning_rate * multiplier(count)
`
  }
}
