/** Where a method comes from. `algorithm` names the box or section; `code` is the implementation that is followed, where there is one. */
export interface Source {
  readonly authors: string
  readonly title: string
  readonly year: number
  readonly arxiv?: string
  readonly venue?: string
  readonly algorithm?: string
  readonly code?: string
}
