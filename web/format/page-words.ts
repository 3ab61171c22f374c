/** A parameter of a request, which a person on the page does not send. */
const parameter = /`(?:map|step|input|columns?|run|runId|lossColumn)`/

/** A text of the service without the sentences that say how to ask it otherwise: the page has its own ways, beside the text. */
export function pageWords(text: string): string {
  const told = text.split(/(?<=\.) (?=[A-Z])/).filter((sentence) => !parameter.test(sentence))
  return (told.length === 0 ? text : told.join(' ')).replaceAll('`', '')
}
