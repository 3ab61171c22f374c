import { Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { compareCommand } from './compare.ts'
import { completionCommand } from './completion.ts'
import { exitCodes, explainFailure } from './failures.ts'
import { logCommand } from './log.ts'
import { lrCommand } from './lr.ts'
import { optimizersCommand } from './optimizers.ts'
import { plotCommand } from './plot.ts'
import { refineCommand } from './refine.ts'
import { replayCommand } from './replay.ts'
import { rulesCommand } from './rules.ts'
import { runsCommand } from './runs.ts'
import { scheduleCommand } from './schedule.ts'
import { serveCommand } from './serve.ts'

const program = new Command('taper')
  .description('From logged gradient norms to a better learning-rate schedule.')
  .version(version, '-V, --version', 'Print the version.')
  .helpOption('-h, --help', 'Show this help.')
  .helpCommand('help [command]', 'Show the help of a command.')
  .showHelpAfterError('(taper --help, or taper help <command>, shows what there is)')
  .exitOverride()
const commands = [
  serveCommand(),
  refineCommand(),
  compareCommand(),
  plotCommand(),
  runsCommand(),
  logCommand(),
  scheduleCommand(),
  lrCommand(),
  rulesCommand(),
  optimizersCommand(),
  replayCommand(),
  completionCommand(program)
]
for (const command of commands) program.addCommand(command.copyInheritedSettings(program))

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage
  else {
    const { message, exitCode } = explainFailure(error)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}
