import type { Command } from 'commander'

/** A command as the list of all shows it. Its options and what it does are in its own file, which is loaded when it is asked for. */
export interface ListedCommand {
  readonly name: string
  /** What comes after the name. */
  readonly takes: string
  readonly description: string
  readonly load: (program: Command) => Promise<Command>
}

/** Every command, in the order of the help. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'serve',
    takes: '',
    description: 'Run the service. It reads HOST, PORT, DATABASE_URL, TAPER_DATA_DIR, LOG_LEVEL and others from the environment.',
    load: async () => (await import('./serve.ts')).serveCommand()
  },
  {
    name: 'backup',
    takes: '<file>',
    description: 'Write everything that a service has stored into one file, while it runs or not.',
    load: async () => (await import('./backup.ts')).backupCommand()
  },
  {
    name: 'restore',
    takes: '<file>',
    description: 'Store what a backup has in an empty database, embedded or not, of any version of PostgreSQL.',
    load: async () => (await import('./restore.ts')).restoreCommand()
  },
  {
    name: 'migrate',
    takes: '[options]',
    description: 'Bring the tables of the database up to date, or check whether they are.',
    load: async () => (await import('./migrate.ts')).migrateCommand()
  },
  {
    name: 'keys',
    takes: '<command>',
    description: 'Make, list and revoke the API keys of a service.',
    load: async () => (await import('./keys.ts')).keysCommand()
  },
  {
    name: 'whoami',
    takes: '[options]',
    description: 'Show what the key of TAPER_API_KEY may do: its project, scope and limits.',
    load: async () => (await import('./whoami.ts')).whoamiCommand()
  },
  {
    name: 'refine',
    takes: '[options] <log>',
    description: 'Refine the gradient norms in a log into a learning-rate schedule: one multiplier per optimizer step.',
    load: async () => (await import('./refine.ts')).refineCommand()
  },
  {
    name: 'forecast',
    takes: '[options] <logs...>',
    description: 'Forecast the final loss of a run and of other schedules, from the losses and learning rates in logs.',
    load: async () => (await import('./forecast.ts')).forecastCommand()
  },
  {
    name: 'audit',
    takes: '[options] <log>',
    description: 'Compare the learning rates in a log with the schedule that was meant, and say what to mend in the trainer.',
    load: async () => (await import('./audit.ts')).auditCommand()
  },
  {
    name: 'peaks',
    takes: '[options] <runs...>',
    description: 'Find the best peak learning rate from runs with different ones, and the next to try.',
    load: async () => (await import('./peaks.ts')).peaksCommand()
  },
  {
    name: 'probe',
    takes: '[options] <log>',
    description: 'Read the peak learning rate for Adam and AdamW from a short run of Prodigy or D-Adaptation.',
    load: async () => (await import('./probe.ts')).probeCommand()
  },
  {
    name: 'compare',
    takes: '[options] <log>',
    description: 'Rank schedules on the gradient norms in a log, by the general bound, each at its best peak learning rate.',
    load: async () => (await import('./compare.ts')).compareCommand()
  },
  {
    name: 'plot',
    takes: '[options] <log>',
    description: 'Draw the gradient norms in a log and the schedule refined from them: on the terminal, or as SVG or PNG.',
    load: async () => (await import('./plot.ts')).plotCommand()
  },
  {
    name: 'report',
    takes: '[options] <log>',
    description: 'Write all that Taper makes of a log or run into one HTML file, to keep and to send.',
    load: async () => (await import('./report.ts')).reportCommand()
  },
  {
    name: 'runs',
    takes: '[options] [run]',
    description: 'List the runs of a service, newest first, or show one.',
    load: async () => (await import('./runs.ts')).runsCommand()
  },
  {
    name: 'log',
    takes: '[options] <run> [file]',
    description: 'Store the gradient norms in a log as those of a run. Creates the run if it does not exist. Safe to repeat.',
    load: async () => (await import('./log.ts')).logCommand()
  },
  {
    name: 'import',
    takes: '[options] <path...>',
    description: 'Store logs as they lie on the disk, with all their series, as runs of a service. Safe to repeat.',
    load: async () => (await import('./import.ts')).importCommand()
  },
  {
    name: 'schedule',
    takes: '[options] [schedule]',
    description: 'Show a schedule of a service: a chart on a terminal, else its multipliers. Without an id, list schedules, newest first.',
    load: async () => (await import('./schedule.ts')).scheduleCommand()
  },
  {
    name: 'extend',
    takes: '[options] <schedule>',
    description: 'Make a schedule of a service longer or shorter, or go on after its end, while past steps stay as they are.',
    load: async () => (await import('./extend.ts')).extendCommand()
  },
  {
    name: 'export',
    takes: '[options] <schedule> [target]',
    description:
      'Write a schedule of a service as code or settings for a framework, as a batch ramp, or as weights to merge checkpoints with.',
    load: async () => (await import('./export.ts')).exportCommand()
  },
  {
    name: 'lr',
    takes: '[options] <schedule> <step>',
    description: 'Write the learning rate of a step of a schedule, for scripts.',
    load: async () => (await import('./lr.ts')).lrCommand()
  },
  {
    name: 'rules',
    takes: '[options] [name]',
    description: 'List schedule rules, show one, or write its multipliers.',
    load: async () => (await import('./rules.ts')).rulesCommand()
  },
  {
    name: 'optimizers',
    takes: '[options] [name]',
    description: 'List optimizers, or show one: source, hyperparameters and state.',
    load: async () => (await import('./optimizers.ts')).optimizersCommand()
  },
  {
    name: 'replay',
    takes: '[options] <file>',
    description: 'Take the steps of an optimizer over the gradients in a file, a request as for POST /v1/optimizers/{name}/replay.',
    load: async () => (await import('./replay.ts')).replayCommand()
  },
  {
    name: 'pipe',
    takes: '[options]',
    description: 'Answer refinements, comparisons and forecasts over standard input and output, for programs in other languages.',
    load: async () => (await import('./pipe.ts')).pipeCommand()
  },
  {
    name: 'completion',
    takes: '<shell>',
    description: 'Write a script that completes commands and options in your shell.',
    load: async (program) => (await import('./completion.ts')).completionCommand(program)
  }
]
