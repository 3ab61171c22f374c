import { Command } from 'commander'

/** `taper serve`: the service, with its configuration in the environment. */
export const serveCommand = (): Command =>
  new Command('serve').action(async () => {
    const { serve } = await import('../server.ts')
    await serve(process.env)
  })
