import { Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { commands, type ListedCommand } from './commands.ts'
import { exitCodes, explainFailure } from './failures.ts'

const program = new Command('taper')
  .description('From logged gradient norms to a learning-rate schedule for the next run.')
  .version(version, '-V, --version', 'Print the version.')
  .helpOption('-h, --help', 'Show this help.')
  .helpCommand('help [command]', 'Show the help of a command.')
  .showHelpAfterError('(see taper --help, or taper help <command>)')
  .exitOverride()

/** As it stands in the list of all; what it does is not loaded. */
const listed = ({ name, description }: ListedCommand): Command => new Command(name).description(description)
const [first, second] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const asked = first === 'help' ? second : first
const takes = new Map(commands.map((command) => [command.name, command.takes]))
program.configureHelp({ subcommandTerm: (command) => `${command.name()} ${takes.get(command.name()) ?? command.usage()}`.trimEnd() })
for (const command of commands) {
  // What completes the options of all commands has to know them.
  const isAsked = command.name === asked || asked === 'completion'
  const made = isAsked ? (await command.load(program)).description(command.description) : listed(command)
  program.addCommand(made.copyInheritedSettings(program))
  for (const command of made.commands) command.copyInheritedSettings(made)
}

// The reader of a pipe has seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

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
