import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  readonly title: string
  /** The title is for those alone who do not see the table: what is in the cells says it. */
  readonly isUnseen?: boolean
  readonly isNumber?: boolean
  cell(row: Row): ComponentChildren
}

interface TableProps<Row> {
  /** What the rows are. */
  readonly label: string
  /** The first is what a row is called by. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): string
  /** The row that the address names. */
  readonly current?: string | undefined
}

/** A table that scrolls by itself where it is wider than the page, and whose rows are cards on a phone. */
export const Table = <Row,>({ label, columns, rows, keyOf, current }: TableProps<Row>) => (
  <section class="scroll" tabIndex={0} aria-label={label}>
    <table class="stacked">
      <thead>
        <tr>
          {columns.map(({ title, isUnseen, isNumber }) => (
            <th key={title} scope="col" class={isNumber ? 'number' : undefined}>
              {isUnseen ? <span class="unseen">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} aria-current={current === keyOf(row) ? 'true' : undefined}>
            {columns.map(({ title, isUnseen, isNumber, cell }, i) =>
              i === 0 ? (
                <th key={title} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} class={isNumber ? 'number' : undefined} data-label={isUnseen ? undefined : title}>
                  {cell(row)}
                </td>
              )
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
