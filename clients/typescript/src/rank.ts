import { environment } from './api.ts'

/** What launchers tell a process of its place among those that train together. */
const variables = ['RANK', 'SLURM_PROCID', 'OMPI_COMM_WORLD_RANK', 'PMI_RANK']

/** The rank of this process; 0, the one that reports, where nothing says otherwise. */
export function rankOf(): number {
  for (const name of variables) {
    const rank = Number(environment(name) ?? Number.NaN)
    if (Number.isInteger(rank)) return rank
  }
  return 0
}
