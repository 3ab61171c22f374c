import { Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { exitCodes, explainFailure } from './failures.ts'
import { optimizersCommand } from './optimizers.ts'
import { refineCommand } from './refine.ts'
import { replayCommand } from './replay.ts'
import { rulesCommand } from './rules.ts'
import { serveCommand } from './serve.ts'

const program = new Command('taper')
  .description('From logged gradient norms to a better learning-rate schedule.')
  .version(version, '-V, --version', 'Print the version.')
  .helpOption('-h, --help', 'Show this help.')
  .helpCommand('help [command]', 'Show the help of a command.')
  .showHelpAfterError('(taper --help, or taper help <command>, shows what there is)')
  .exitOverride()
for (const command of [refineCommand(), replayCommand(), optimizersCommand(), rulesCommand(), serveCommand()])
  program.addCommand(command.copyInheritedSettings(program))

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
