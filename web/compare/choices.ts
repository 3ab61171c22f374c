import type { Named } from './ask.ts'
import type { Request, Subject } from './subject.ts'

/** A schedule of the comparison, as it stands in the address: `cosine`, `wsd~{"cooldown":0.3}`, `@<id of a stored one>`. */
export interface Choice extends Named {
  /** How it is called in the table. */
  readonly title: string
  /** Its place in the address; null for those that are always there. */
  readonly text: string | null
}

/** What refined schedules are weighed against, unless a person says otherwise. */
export const usualTexts = ['warmup', 'cosine']

export function choiceOf(text: string, titles: Readonly<Record<string, string>>): Choice {
  if (text.startsWith('@')) {
    const scheduleId = text.slice(1)
    return { key: text, title: titles[text] ?? `stored ${scheduleId.slice(0, 8)}`, text, request: { scheduleId } }
  }
  const [rule = '', given] = text.split(/~(.*)/s)
  const parameters = given === undefined ? undefined : parsed(given)
  const title = rule === 'warmup' && parameters === undefined ? '5 % warm-up + linear' : rule
  return { key: text, title, text, request: { rule, ...(parameters && { parameters }) } }
}

/** What somebody put into an address is not always JSON. */
function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

export const textOf = ({ rule = '', parameters = {} }: Request): string =>
  Object.keys(parameters).length === 0 ? rule : `${rule}~${JSON.stringify(parameters)}`

/** Refinements first, then what the address names. */
export const choicesOf = (subject: Subject, texts: readonly string[], titles: Readonly<Record<string, string>>): Choice[] => [
  ...subject.refined.map(([title, request]) => ({ key: title, title, text: null, request })),
  ...texts.map((text) => choiceOf(text, titles))
]
