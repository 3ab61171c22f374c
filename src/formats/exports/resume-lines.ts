import type { ExportedSchedule } from './export-target.ts'

/**
 * How training goes on from a checkpoint by this schedule, as lines of a file's usage; none for a schedule that begins anew.
 * @param lines for a step
 */
export const resumeLines = ({ resumesAt }: ExportedSchedule, lines: (step: number) => readonly string[]): string[] =>
  resumesAt === null
    ? []
    : ['', `To go on from the checkpoint that was written when ${resumesAt} optimizer steps were done:`, ...lines(resumesAt)]
