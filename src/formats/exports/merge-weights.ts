import type { TextTarget } from './export-target.ts'
import { pythonHead } from './python.ts'

export const mergeWeights: TextTarget = {
  name: 'merge-weights',
  title: 'Merge weights: which checkpoints of a run at a held rate imitate the decay, with which weights',
  usage: 'Save it beside your checkpoints and call `merge(load)`, where `load(step)` gives a state dict.',
  mediaType: 'text/x-python',
  example: 'CHECKPOINTS = {16000: 0.125, 17000: 0.25, …}  # step: weight\n\n\ndef merge(load):\n    …\n',
  fileName: 'taper_merge.py',
  forms: [],
  asks: ['checkpoints'],
  needs: 'multipliers',
  write({ schedule, multipliers, settings, duals }) {
    const merged = duals.mergeWeights(multipliers, settings.checkpoints!)
    const [first, last] = [merged[0]!.step, merged.at(-1)!.step]
    const held = multipliers[Math.max(0, first - 1)]!
    const usage = [
      `Weights of ${merged.length} checkpoints whose sum imitates the schedule from step ${first} on. The run follows the schedule for ${first} steps,`,
      `then holds the multiplier ${held} to step ${last}${last < schedule.steps ? `; what the schedule does after step ${last} is left out` : ''}.`,
      'A gradient is in every later checkpoint, so with w_k the mean of the schedule between two of them, as a share of what was held,',
      '    c_0 = 1 - w_1, c_j = w_j - w_(j+1), c_K = w_K',
      'Source: WSM, arXiv:2507.17634. Exact for plain SGD with gradients that do not depend on the weights and a schedule that is level between',
      'checkpoints; else near, and the better the more checkpoints. Moments of Adam are not merged: it is an end, not a place to train on',
      'from. Statistics of batch normalisation must be measured again.',
      '',
      'state = merge(lambda step: torch.load(f"checkpoint-{step}.pt", map_location="cpu"))',
      'model.load_state_dict(state)'
    ]
    const rows = merged.map(({ step, weight }) => `    ${step}: ${weight},`)
    return `${pythonHead({ ...schedule, resumesAt: null }, null, usage, [])}
CHECKPOINTS = {  # optimizer steps done: weight; they sum to 1
${rows.join('\n')}
}


def merge(load):
    """The weighted sum of the checkpoints, name by name.

    load(step) gives a state dict of tensors of PyTorch or arrays of NumPy. Two are in memory at a time, besides the sum. Sums are float64; what
    is no floating point number is that of the last checkpoint.
    """
    total, last = {}, {}
    for step, weight in CHECKPOINTS.items():
        last = load(step)
        for name, value in last.items():
            if is_float(value):
                wide = value.double() if hasattr(value, "double") else value.astype("float64")
                total[name] = weight * wide if name not in total else total[name] + weight * wide
    return {
        name: value if name not in total else total[name].to(value.dtype) if hasattr(value, "double") else total[name].astype(value.dtype)
        for name, value in last.items()
    }


def is_float(value):
    return value.is_floating_point() if hasattr(value, "is_floating_point") else getattr(value, "dtype", None) is not None and value.dtype.kind == "f"
`
  }
}
