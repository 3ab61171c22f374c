import { homedir } from 'node:os'
import { join } from 'node:path'
import { environment } from './api.ts'

/**
 * The folder for what the client keeps on disk: the spool of unsent norms, and copies of schedules.
 * @param folder default: `TAPER_HOME`, else the system's folder for application state
 */
export function homeFolder(folder?: string): string {
  const chosen = folder ?? environment('TAPER_HOME')
  if (chosen !== undefined) return chosen
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'taper')
  if (process.platform === 'win32') return join(environment('LOCALAPPDATA') ?? join(homedir(), 'AppData', 'Local'), 'taper')
  return join(environment('XDG_STATE_HOME') ?? join(homedir(), '.local', 'state'), 'taper')
}
