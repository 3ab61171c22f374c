import { Argument, Command } from 'commander'

const shells = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof shells)[number]

/** `taper completion`: what a shell needs to complete commands and options; made from the commands themselves. */
export const completionCommand = (program: Command): Command =>
  new Command('completion')
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .addHelpText('after', '\nExamples:\n  source <(taper completion bash)\n  taper completion fish > ~/.config/fish/completions/taper.fish')
    .action((shell: Shell) => {
      process.stdout.write(completion(program, shell))
    })

/** The script for a shell: every command of the program, its options and their choices. */
export function completion(program: Command, shell: Shell): string {
  const commands = program.commands.map((command) => ({
    name: command.name(),
    summary: (command.description().split(/[.:]/, 1)[0] as string).replaceAll("'", ''),
    subcommands: command.commands.map((one) => one.name()),
    options: [
      ...command.options,
      ...command.commands.flatMap(({ options }) => options),
      ...program
        .createHelp()
        .visibleOptions(command)
        .filter(({ long }) => long === '--help')
    ]
      // Those of several subcommands once.
      .filter(({ long }, i, all) => all.findIndex((other) => other.long === long) === i)
      .map((option) => ({
        long: option.long ?? '',
        summary: option.description.replaceAll("'", ''),
        choices: option.argChoices ?? []
      }))
  }))
  return shell === 'fish' ? fish(commands) : `${shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}${bash(commands)}`
}

interface Described {
  name: string
  summary: string
  subcommands: readonly string[]
  options: { long: string; summary: string; choices: readonly string[] }[]
}

const bash = (commands: readonly Described[]): string => `_taper() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} choices=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${commands
  .flatMap(({ name, subcommands, options }) => [
    ...(subcommands.length > 0 ? [`    '${name} ${name}') choices='${subcommands.join(' ')}' ;;`] : []),
    ...options
      .filter(({ choices }) => choices.length > 0)
      .map(({ long, choices }) => `    '${name} ${long}') choices='${choices.join(' ')}' ;;`)
  ])
  .join('\n')}
  esac
  if [ -z "$choices" ] && [ "\${word#-}" != "$word" ]; then
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `      ${name}) choices='${options.map(({ long }) => long).join(' ')}' ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$choices" -- "$word"))
}
complete -o default -F _taper taper
`

const fish = (commands: readonly Described[]): string =>
  commands
    .map(
      ({ name, summary, subcommands, options }) =>
        `complete -c taper -n __fish_use_subcommand -a ${name} -d '${summary}'\n${
          subcommands.length > 0 ? `complete -c taper -n '__fish_seen_subcommand_from ${name}' -xa '${subcommands.join(' ')}'\n` : ''
        }${options
          .map(
            ({ long, summary, choices }) =>
              `complete -c taper -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)} -d '${summary}'${choices.length > 0 ? ` -xa '${choices.join(' ')}'` : ''}\n`
          )
          .join('')}`
    )
    .join('')
