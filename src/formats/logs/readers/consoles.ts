/**
 * How one trainer prints its steps. `record` finds the beginning of a record and may name `step`, `total`, `epoch`; the fields after it, up
 * to the next record, are read as `name: value` or `name=value`, in whatever way they are separated. Every repetition that could begin at many
 * places of a line has a bound, so that a line of a megabyte takes no longer than its length.
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
  { title: 'NeMo', record: /\bTraining epoch (?<epoch>\d+), iteration (?<iter>\d+)\/\d+\s{0,16}\|/g },
  { title: 'Megatron-LM', record: /\biteration\s{1,16}(?<step>\d+)\s{0,16}\/\s{0,16}(?<total>\d+)\s{0,16}\|(?=[^|]{0,400}\|)/g },
  { title: 'Transformers', record: /\{(?='[\w/.-]{1,128}':\s)/g },
  { title: 'nanochat', record: /\bstep\s{1,16}(?<step>\d+)\s{0,16}\/\s{0,16}(?<total>\d+)\s{0,16}\([^)]{0,64}\)\s{0,16}\|/g },
  { title: 'modded-nanogpt', record: /\bstep:(?<step>\d+)\/(?<total>\d+)\s{1,16}(?=[a-z_]{1,64}:)/g },
  { title: 'MaxText', record: /\bcompleted step:\s*(?<step>\d+),/g },
  { title: 'verl', record: /\bstep:(?<step>\d+)\s{1,16}-\s{1,16}(?=[\w/@.-]{1,128}:)/g },
  { title: 'torchtitan', record: /\bstep:\s*(?<step>[\d,]+)\s+(?=loss:\s)/g },
  { title: 'llm.c', record: /\bstep\s+(?<step>\d+)\/(?<total>\d+)\s*\|\s*(?=loss )/g, hasBlankPairs: true },
  { title: 'nanoGPT', record: /^iter (?<step>\d+): (?=loss )/gm, hasBlankPairs: true },
  {
    title: 'OLMo',
    record: /\[step=(?<step>[\d,]+)\/(?<total>[\d,]+)[^\]]{0,200}\]/g,
    continues: /^.*?\s{2,40}(?=\S[^=]{0,200}=\s{0,16}\S{1,64}\s*$)/
  },
  { title: 'Composer', record: /\[batch=(?<step>[\d,]+)\/(?<total>[\d,]+)\]:?/g, continues: /^\s*(?:Train|Eval)\s+(?=\S+:\s)/ },
  { title: 'mmengine', record: /\bEpoch\(train\)\s+\[(?<epoch>\d+)\]\[\s*(?<iter>\d+)\/\s*(?<perEpoch>\d+)\]/g },
  { title: 'mmengine', record: /\bIter\(train\)\s+\[\s*(?<step>\d+)\/\s*(?<total>\d+)\]/g },
  { title: 'timm', record: /\bTrain:\s{1,16}(?<epoch>\d+)\s{1,16}\[\s{0,16}(?<iter>\d+)\/\s{0,16}(?<perEpoch>\d+)[^\]]{0,100}\]/g },
  { title: 'DeepSpeed', record: /\bstep=(?<step>\d+),\s+(?=skipped=)/g },
  { title: 'fairseq', record: /\bepoch\s{1,16}(?<epoch>\d+):\s{1,16}(?<iter>\d+)\s{0,16}\/\s{0,16}(?<perEpoch>\d+)\s{1,16}(?=\w{1,64}=)/g },
  {
    title: 'Lightning',
    record: /\bEpoch\s{1,16}(?<epoch>\d+):\s{1,16}\d{1,3}%\|[^|]{0,400}\|\s{0,16}(?<iter>\d+)\/(?<perEpoch>\d+)\s{1,16}\[(?=[^=]{0,400}=)/g
  },
  {
    title: 'a progress bar',
    record:
      /\d{1,3}%\|[^|]{0,400}\|\s{0,16}(?<step>\d+)\/(?<total>\d+)\s{1,16}\[[^\],]{0,64},\s{0,16}[^\],]{0,64},\s{0,16}(?=[\w ]{1,64}=)/g
  },
  {
    title: 'lines of names and numbers',
    record:
      /\b(?:global_?step|step|iter(?:ation)?|it)s?\s{0,16}[:=#]?\s{0,16}(?<step>\d+)(?:\s{0,16}\/\s{0,16}(?<total>\d+))?\b[\s:,|;-]{0,32}(?=[A-Za-z])/gi
  }
]
