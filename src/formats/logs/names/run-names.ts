/** A column of a chart that several runs share, as Weights & Biases exports it: `<run> - <metric>`. */
export interface NameParts {
  /** Null: the file does not name the run. */
  readonly run: string | null
  readonly metric: string
}

/** Takes the run off the name of a column. A run's name may hold the separator itself; a metric's does not. */
export function partsOf(column: string): NameParts {
  const at = column.lastIndexOf(' - ')
  return at <= 0 ? { run: null, metric: column } : { run: column.slice(0, at), metric: column.slice(at + 3) }
}
