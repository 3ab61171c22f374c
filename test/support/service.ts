import { fileURLToPath } from 'node:url'
import { type ServiceProcess, startServiceProcess } from '../../scripts/service-process.ts'

export type Service = ServiceProcess

const launcher = fileURLToPath(new URL('../../bin/taper.js', import.meta.url))

/**
 * A service in a process of its own, as `npx taper serve` starts it, on a free port of loopback.
 * @param env added to this process's own, e.g. DATABASE_URL or TAPER_DATA_DIR
 */
export const startService = (env: Record<string, string>): Promise<Service> =>
  startServiceProcess({
    command: [process.execPath, launcher, 'serve'],
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', TAPER_ADMIN_KEY: '', TAPER_API_KEY: '', TAPER_OPEN: '', ...env }
  })
