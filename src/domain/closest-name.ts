import { lettersOf, namesFor } from './other-names.ts'

/**
 * The known names that an unknown one most likely stands for: the same letters in another case, else what another library calls so, else
 * the closest by edits. Several are meant together (`betas`); none where nothing is near.
 */
export function likelyNames(unknown: string, known: readonly string[]): readonly string[] {
  if (unknown.length > longestName) return []
  const same = known.find((name) => lettersOf(name) === lettersOf(unknown))
  if (same !== undefined) return [same]
  const translated = namesFor(unknown, known)
  if (translated.length > 0) return translated
  const closest = closestName(unknown, known)
  return closest === undefined ? [] : [closest]
}

/** "Did you mean …?", or undefined where nothing is near. */
export function didYouMean(unknown: string, known: readonly string[]): string | undefined {
  const names = likelyNames(unknown, known)
  return names.length === 0 ? undefined : `Did you mean ${listed(names.map((name) => JSON.stringify(name)))}?`
}

const listed = (items: readonly string[]): string => new Intl.ListFormat('en').format(items)

/** What to write instead of a name that is unknown in a place where some are known. */
export const fixOfName = (unknown: string, known: readonly string[]): string =>
  didYouMean(unknown, known) ??
  (known.length === 0 ? 'Leave it out; none are allowed here.' : `Leave it out, or use one of: ${known.join(', ')}.`)

/** Longer names are not looked at: edits take time in the product of the lengths. */
const longestName = 64

/** The known name with the fewest edits from a misspelt one, at most a third of its letters; undefined where none is near. */
export function closestName(misspelt: string, known: readonly string[]): string | undefined {
  if (misspelt.length > longestName) return undefined
  let closest: string | undefined
  let fewest = Math.max(1, Math.floor(misspelt.length / 3)) + 1
  for (const name of known) {
    const distance = edits(lettersOf(misspelt), lettersOf(name))
    if (distance < fewest) {
      fewest = distance
      closest = name
    }
  }
  return closest
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours from one word to another.
 * @see Damerau, A Technique for Computer Detection and Correction of Spelling Errors, 1964
 */
function edits(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const substitution = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swap = swapped ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(substitution, swap, row[j]! + 1, next[j - 1]! + 1))
    }
    before = row
    row = next
  }
  return row[to.length]!
}
