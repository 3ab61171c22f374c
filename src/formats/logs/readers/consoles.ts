/**
 * How one trainer prints its steps. `record` finds the beginning of a record and may name `step`, `total`, `epoch`; `iter` and `perEpoch` count
 * within an epoch. The fields after it, up to the next record, are read as `name: value` or `name=value`, in whatever way they are separated.
 * Every repetition that could begin at many places of a line has a bound, so that a line of a megabyte takes no longer than its length.
 */
export interface ConsoleDialect {
  readonly title: string
  readonly record: RegExp
  /** Lines that go on with a record, for trainers that print a field a line. */
  readonly continues?: RegExp
  /** What ends each record: a collector of logs that breaks long lines breaks them before it. */
  readonly ends?: '|'
  /** Whether names stand before their values with blanks alone, as in `loss 3.21`: all of them, or those that are called like series. */
  readonly blankPairs?: 'all' | 'series'
  /** The number of the first epoch, where its steps can be counted through. */
  readonly firstEpoch?: 0 | 1
  /** Fields may stand before the step. */
  readonly hasFieldsBefore?: true
  /** What names mean that are no words. */
  readonly names?: Readonly<Record<string, string>>
}

/** Steps as people write them: 10, 10,000 and, where they are rounded, 10K. */
const steps = String.raw`(?<step>\d{1,3}(?:,\d{3})+(?!\d)|(?:\d+(?:\.\d+)?[kKmM]|\d+)(?![\w.]\d))`

/** Each trainer by its own source; see docs/logs.md for an example line of each. The first that fits most lines is taken. */
export const consoles: readonly ConsoleDialect[] = [
  { title: 'NeMo', record: /\bTraining epoch (?<epoch>\d+), iteration (?<iter>\d+)\/\d+\s{0,16}\|/g },
  { title: 'Megatron-LM', record: /\biteration\s{1,16}(?<step>\d+)\s{0,16}\/\s{0,16}(?<total>\d+)\s{0,16}\|/g, ends: '|' },
  { title: 'Transformers', record: /\{(?='[\w/.-]{1,128}':\s)/g },
  { title: 'nanochat', record: /\bstep\s{1,16}(?<step>\d+)\s{0,16}\/\s{0,16}(?<total>\d+)\s{0,16}\([^)]{0,64}\)\s{0,16}\|/g },
  { title: 'modded-nanogpt', record: /\bstep:(?<step>\d+)\/(?<total>\d+)\s{1,16}(?=[a-z_]{1,64}:)/g },
  { title: 'MaxText', record: /\bcompleted step:\s*(?<step>\d+),/g },
  { title: 'verl', record: /\bstep:(?<step>\d+)\s{1,16}-\s{1,16}(?=[\w/@.-]{1,128}:)/g },
  { title: 'torchtitan', record: /\bstep:\s{0,16}(?<step>\d[\d,]{0,16}\d|\d)\s{1,16}(?=loss:\s)(?=.{0,400}memory:)/g },
  { title: 'llm.c', record: /\bstep\s+(?<step>\d+)\/(?<total>\d+)\s*\|\s*(?=loss )/g, blankPairs: 'all' },
  {
    title: 'llm.c (main.log)',
    record: /^s:(?<step>\d+) (?=(?:trl|tel|eval):)/gm,
    names: { trl: 'train loss', tel: 'val loss', eval: 'hellaswag' }
  },
  { title: 'nanoGPT', record: /^iter (?<step>\d+): (?=loss )/gm, blankPairs: 'all' },
  {
    title: 'OLMo',
    record: /\[step=(?<step>[\d,]+)\/(?<total>[\d,]+)[^\]]{0,200}\]/g,
    continues: /^.*?\s{2,40}(?=\S[^=]{0,200}=\s{0,16}\S{1,64}\s*$)/
  },
  { title: 'Composer', record: /\[batch=(?<step>[\d,]+)\/(?<total>[\d,]+)\]:?/g, continues: /^\s*(?:Train|Eval)\s+(?=\S+:\s)/ },
  {
    title: 'mmengine',
    record: /\bEpoch\(train\)\s+\[(?<epoch>\d+)\]\[\s*(?<iter>\d+)\/\s*(?<perEpoch>\d+)\]/g,
    firstEpoch: 1
  },
  { title: 'mmcv', record: /\bEpoch \[(?<epoch>\d+)\]\[\s{0,8}(?<iter>\d+)\/(?<perEpoch>\d+)\]\s/g, firstEpoch: 1 },
  { title: 'mmcv', record: /\bIter \[\s{0,8}(?<step>\d+)\/(?<total>\d+)\]\s/g },
  { title: 'mmengine', record: /\bIter\(train\)\s+\[\s*(?<step>\d+)\/\s*(?<total>\d+)\]/g },
  {
    title: 'timm',
    record: /\bTrain:\s{1,16}(?<epoch>\d+)\s{1,16}\[\s{0,16}(?<iter>\d+)\/\s{0,16}(?<perEpoch>\d+)[^\]]{0,100}\]/g,
    firstEpoch: 0
  },
  {
    title: 'Swin Transformer',
    record: /\bTrain:\s{1,16}\[(?<epoch>\d+)\/\d+\]\[(?<iter>\d+)\/(?<perEpoch>\d+)\]/g,
    blankPairs: 'series',
    firstEpoch: 0
  },
  {
    title: 'the MetricLogger of torchvision',
    record: /\bEpoch:\s{1,16}\[(?<epoch>\d+)\]\s{0,16}\[\s{0,16}(?<iter>\d+)\/\s{0,16}(?<perEpoch>\d+)\]/g,
    blankPairs: 'series',
    firstEpoch: 0
  },
  { title: 'ESPnet', record: /\b(?<epoch>\d+)epoch:train:\d+-(?<iter>\d+)batch:/g },
  { title: "CLU's LoggingWriter", record: /\blogging_writer\.py:\d+\] \[(?<step>\d+)\] (?=[\w/]{1,128}=)/g },
  { title: 'DeepSpeed', record: /\bstep=(?<step>\d+),\s+(?=skipped=)/g },
  { title: 'fairseq', record: /\bepoch\s{1,16}(?<epoch>\d+):\s{1,16}(?<iter>\d+)\s{0,16}\/\s{0,16}(?<perEpoch>\d+)\s{1,16}(?=\w{1,64}=)/g },
  { title: 'fairseq', record: /\|\sepoch\s(?<epoch>\d+)\s\|(?=\sloss\s)/g, blankPairs: 'all' },
  {
    title: 'Marian',
    record: /\bEp\. (?<epoch>\d+) : Up\. (?<step>[\d,]+) :/g,
    blankPairs: 'all',
    names: { 'L.r.': 'learning rate' }
  },
  {
    title: 'Keras',
    record:
      /\b(?<iter>\d+)\/\d+\s{1,8}(?:\[=+\]|━{1,64})?\s{0,8}(?:-\s)?(?:\d[\d.]{0,16}(?:s|ms|us)(?:\s-)?\s){1,2}(?:\d[\d.]{0,16}(?:s|ms|us)\/(?:step|epoch|sample)\s)?-\s(?=\w)/g
  },
  {
    title: 'Lightning',
    record: /\bEpoch\s{1,16}(?<epoch>\d+):\s{1,16}\d{1,3}%\|[^|]{0,400}\|\s{0,16}(?<iter>\d+)\/(?<perEpoch>\d+)\s{1,16}\[(?=[^=]{0,400}=)/g,
    firstEpoch: 0
  },
  {
    title: 'Lightning',
    record:
      /\bEpoch\s{1,16}(?<epoch>\d+)\/\S{1,16}\s{1,16}[━╸╺─ ]{1,200}\s{1,16}(?<iter>\d+)\/(?<perEpoch>\d+)\s[^a-z]{1,80}(?:it\/s|s\/it)\s{1,16}(?=\w)/g,
    firstEpoch: 0
  },
  {
    title: 'a progress bar',
    record:
      /\d{1,3}%\|[^|]{0,400}\|\s{0,16}(?<step>\d+)\/(?<total>\d+)\s{1,16}\[[^\],]{0,64},\s{0,16}[^\],]{0,64},\s{0,16}(?=[\w/ ]{1,128}=)/g
  },
  {
    title: 'a progress bar',
    record: /\b(?<step>\d+)it\s\[[^\],]{0,64},\s{0,16}[^\],]{0,64},\s{0,16}(?=[\w/ ]{1,128}=)/g
  },
  {
    title: 'a field a line',
    record: /^(?:- )?\s{0,16}(?:global_?)?(?:step|iteration)\s{0,16}[:=]\s{0,16}(?<step>\d+)(?:\/(?<total>\d+))?\s{0,16}$/gim,
    continues: /^\s{0,16}(?=[A-Za-z][\w ./-]{0,64}[:=]\s{0,16}[+-]?[\d.naifNAIF][^:=]{0,32}$)/
  },
  {
    title: 'lines of names and numbers',
    record: new RegExp(
      String.raw`(?:\bepochs?\s{0,4}[:=#]?\s{0,4}\[?(?<epoch>\d+)(?:\s{0,4}\/\s{0,4}\d+)?\]?[\s,|:;-]{1,16})?` +
        String.raw`\b(?<by>global_?step|step|iter(?:ation)?|it|(?:num_)?update|batch(?=\s{0,4}[:=#]?\s{0,4}\[?\s{0,4}\d+\s{0,4}\/))s?` +
        String.raw`\s{0,16}[:=#]?\s{0,16}[[#]?\s{0,8}${steps}(?:\s{0,16}\/\s{0,16}(?<total>\d+)[kKmM]?)?(?!\w)\]?[\s:,|;)\]-]{0,32}(?=[A-Za-z|‖{'"]|$)`,
      'gi'
    ),
    blankPairs: 'series',
    hasFieldsBefore: true
  }
]
