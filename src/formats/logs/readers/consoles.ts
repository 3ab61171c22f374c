/**
 * How one trainer prints its steps. `record` finds the beginning of a record and may name `step`, `total`, `epoch`; the fields after it, up
 * to the next record, are read as `name: value` or `name=value`, in whatever way they are separated.
 */
export interface ConsoleDialect {
  readonly title: string
  readonly record: RegExp
  /** Lines that go on with a record, for trainers that print a field a line. */
  readonly continues?: RegExp
  /** Whether a name stands before its value with a blank alone, as in `loss 3.21`. */
  readonly hasBlankPairs?: true
}

/** Each trainer by its own source; see docs/logs.md for an example line of each. The first that fits most lines is taken. */
export const consoles: readonly ConsoleDialect[] = [
  { title: 'NeMo', record: /\bTraining epoch (?<epoch>\d+), iteration (?<iter>\d+)\/\d+\s*\|/g },
  { title: 'Megatron-LM', record: /\biteration\s+(?<step>\d+)\s*\/\s*(?<total>\d+)\s*\|(?=.*\|)/g },
  { title: 'Transformers', record: /\{(?='[\w/.-]+':\s)/g },
  { title: 'nanochat', record: /\bstep\s+(?<step>\d+)\s*\/\s*(?<total>\d+)\s*\([^)]*\)\s*\|/g },
  { title: 'modded-nanogpt', record: /\bstep:(?<step>\d+)\/(?<total>\d+)\s+(?=[a-z_]+:)/g },
  { title: 'MaxText', record: /\bcompleted step:\s*(?<step>\d+),/g },
  { title: 'verl', record: /\bstep:(?<step>\d+)\s+-\s+(?=[\w/@.-]+:)/g },
  { title: 'torchtitan', record: /\bstep:\s*(?<step>[\d,]+)\s+(?=loss:\s)/g },
  { title: 'llm.c', record: /\bstep\s+(?<step>\d+)\/(?<total>\d+)\s*\|\s*(?=loss )/g, hasBlankPairs: true },
  { title: 'nanoGPT', record: /^iter (?<step>\d+): (?=loss )/gm, hasBlankPairs: true },
  { title: 'OLMo', record: /\[step=(?<step>[\d,]+)\/(?<total>[\d,]+)[^\]]*\]/g, continues: /^.*?\s{2,}(?=\S[^=]*=\s*\S+\s*$)/ },
  { title: 'Composer', record: /\[batch=(?<step>[\d,]+)\/(?<total>[\d,]+)\]:?/g, continues: /^\s*(?:Train|Eval)\s+(?=\S+:\s)/ },
  { title: 'mmengine', record: /\bEpoch\(train\)\s+\[(?<epoch>\d+)\]\[\s*(?<iter>\d+)\/\s*(?<perEpoch>\d+)\]/g },
  { title: 'mmengine', record: /\bIter\(train\)\s+\[\s*(?<step>\d+)\/\s*(?<total>\d+)\]/g },
  { title: 'timm', record: /\bTrain:\s+(?<epoch>\d+)\s+\[\s*(?<iter>\d+)\/\s*(?<perEpoch>\d+)[^\]]*\]/g },
  { title: 'DeepSpeed', record: /\bstep=(?<step>\d+),\s+(?=skipped=)/g },
  { title: 'fairseq', record: /\bepoch\s+(?<epoch>\d+):\s+(?<iter>\d+)\s*\/\s*(?<perEpoch>\d+)\s+(?=\w+=)/g },
  { title: 'Lightning', record: /\bEpoch\s+(?<epoch>\d+):\s+\d+%\|[^|]*\|\s*(?<iter>\d+)\/(?<perEpoch>\d+)\s+\[(?=.*=)/g },
  { title: 'a progress bar', record: /\d+%\|[^|]*\|\s*(?<step>\d+)\/(?<total>\d+)\s+\[[^\],]*,\s*[^\],]*,\s*(?=[\w ]+=)/g },
  {
    title: 'lines of names and numbers',
    record: /\b(?:global_?step|step|iter(?:ation)?|it)s?\s*[:=#]?\s*(?<step>\d+)(?:\s*\/\s*(?<total>\d+))?\b[\s:,|;-]*(?=[A-Za-z])/gi
  }
]
