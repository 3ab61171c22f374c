const secretName = /key|token|secret|password|passwd|auth|signature|credential|session/i
const removed = '[removed]'

/**
 * A URL as it may stand in a log: what looks like a secret is taken out, as people paste keys where they do not belong. Of a query that is
 * the value of each parameter with such a name; anywhere it is what looks like a key of ours, and who comes before an @.
 */
export function loggedUrl(url: string): string {
  const start = url.indexOf('?')
  const path = start < 0 ? url : url.slice(0, start)
  const query =
    start < 0
      ? ''
      : `?${url
          .slice(start + 1)
          .split('&')
          .map(withoutSecret)
          .join('&')}`
  return (path.replace(/^([a-z]+:\/\/)[^/@]*@/i, `$1${removed}@`) + query).replaceAll(/taper_[A-Za-z0-9_]{8,}/g, removed)
}

function withoutSecret(parameter: string): string {
  const equals = parameter.indexOf('=')
  if (equals < 0) return parameter
  const name = parameter.slice(0, equals)
  return secretName.test(decoded(name)) ? `${name}=${removed}` : parameter
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
