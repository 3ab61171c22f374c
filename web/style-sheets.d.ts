/** The build takes style sheets that a component imports into one. */
declare module '*.css'
