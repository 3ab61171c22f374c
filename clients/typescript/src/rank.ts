import { environment } from './api.ts'

/** Set by torchrun, for processes that train together. */
const together = ['TAPER_RANK', 'RANK']

/** Set by srun, Open MPI and MPICH. Processes that they start may as well train apart, as those of a sweep do. */
const launchers = ['SLURM_PROCID', 'OMPI_COMM_WORLD_RANK', 'PMI_RANK']

/** The rank of this process among those that train together; 0 if no launcher set one. `TAPER_RANK` says it for sure. */
export function processRank(warn: (message: string) => void = () => {}): number {
  for (const name of [...together, ...launchers]) {
    const rank = Number(environment(name) ?? Number.NaN)
    if (!Number.isInteger(rank)) continue
    if (rank > 0 && launchers.includes(name))
      warn(
        `${name} is ${rank}: this process counts as one of several that train together, of which rank 0 alone logs, so it logs nothing. ` +
          'If it trains alone, as one of a sweep, set TAPER_RANK=0 or pass rank: 0.'
      )
    return rank
  }
  return 0
}
