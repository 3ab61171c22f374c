/** The known name that a misspelt one most likely stands for: the fewest edits, at most a third of its letters; undefined where none is near. */
export function closestName(misspelt: string, known: readonly string[]): string | undefined {
  if (misspelt.length > 64) return undefined
  const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  let closest: string | undefined
  let fewest = Math.max(1, Math.floor(misspelt.length / 3)) + 1
  for (const name of known) {
    const distance = edits(letters(misspelt), letters(name))
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
