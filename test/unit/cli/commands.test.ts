import { type Argument, Command } from 'commander'
import { expect, it } from 'vitest'
import { commands } from '../../../src/cli/commands.ts'

const shown = (argument: Argument): string =>
  argument.required ? `<${argument.name()}${argument.variadic ? '...' : ''}>` : `[${argument.name()}]`

it('The list of commands says of each what it takes, as the command itself does', async () => {
  for (const { name, takes, load } of commands) {
    const command = await load(new Command('taper'))
    const itself = [
      ...(command.options.length > 0 ? ['[options]'] : []),
      ...command.registeredArguments.map(shown),
      ...(command.commands.length > 0 ? ['<command>'] : [])
    ]
    expect([command.name(), takes]).toEqual([name, itself.join(' ')])
  }
})
