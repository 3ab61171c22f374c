/** One thing that a fresh checkout lacks. `isDone` is quick and looks at the disk; `run` may be repeated. */
export interface SetupStep {
  /** What it does, as the progress line says it. */
  name: string
  /** Whether nothing is left to do. Fails where the step can never be done on this machine. */
  isDone(): boolean
  run(): void
}
