const words = 'validation|validate|validating|valid|val|evaluation|evaluate|evaluating|eval|test|testing|dev|heldout'
const isWord = new RegExp(`^(?:${words})$`, 'i')
const before = new RegExp(String.raw`(?:^|[^\w.])(?:${words})[\s:>|\])-]{0,16}$`, 'i')
const after = new RegExp(String.raw`^[\s:,|;\[(-]{0,16}(?:${words})\s{0,8}[:|\])>-]`, 'i')

/** Fields in which records say whether they are of the training or of an evaluation. */
export const splitNames: ReadonlySet<string> = new Set(['split', 'phase', 'mode', 'stage', 'subset'])

/** Whether a word says that a record is of an evaluation. */
export const isEvaluation = (word: string): boolean => isWord.test(word.trim())

/** Whether a step that is printed stands behind such a word, as in `validate step: 10`. */
export const isEvaluationBefore = (text: string): boolean => before.test(text.slice(-64))

/** Whether such a word stands alone between a step and its fields, as in `step 10 | eval | loss=2.1`. */
export const isEvaluationAfter = (text: string): boolean => after.test(text.slice(0, 64))
