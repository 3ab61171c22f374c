import { environment } from './api.ts'

/** Set by torchrun, srun, Open MPI and MPICH. */
const variables = ['RANK', 'SLURM_PROCID', 'OMPI_COMM_WORLD_RANK', 'PMI_RANK']

/** The rank of this process among those that train together; 0 if no launcher set one. */
export function processRank(): number {
  for (const name of variables) {
    const rank = Number(environment(name) ?? Number.NaN)
    if (Number.isInteger(rank)) return rank
  }
  return 0
}
