/** The build takes style sheets that a component imports into one. */
declare module '*.css'
/** The build puts it beside the page, and gives its path. */
declare module '*.json' {
  const path: string
  export default path
}
