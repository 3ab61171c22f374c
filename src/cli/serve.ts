import { Command } from 'commander'

/** `taper serve`: the service, with its configuration in the environment. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('Run the service. It reads HOST, PORT, DATABASE_URL, TAPER_DATA_DIR, LOG_LEVEL and others from the environment.')
    .action(async () => {
      const { serve } = await import('../server.ts')
      await serve(process.env)
    })
