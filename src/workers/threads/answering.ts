import { Problem } from '../../domain/problems.ts'
import { Garbage } from './garbage.ts'
import { asOverloaded } from './out-of-memory.ts'
import { type PlainProblem, plainProblem } from './plain-problem.ts'

/** What a thread answers a task with: the result, or the problem that it met. */
export type Answer<Result extends object> = Result | { readonly problem: PlainProblem }

/** What a caller can do something about in a failure, memory that ran out included; undefined where it is a fault of the program. */
export function problemIn(error: unknown): PlainProblem | undefined {
  const problem = asOverloaded(error)
  return problem instanceof Problem ? plainProblem(problem) : undefined
}

const garbage = new Garbage()

/**
 * What a thread runs for each task: a problem that the computation throws is an answer, anything else a failure of the thread's.
 * @param bytesOf the memory of a task, arrays that came with it included: the thread gives it back when it is done
 */
export const answering =
  <Task, Result extends object>(compute: (task: Task) => Result | Promise<Result>, bytesOf: (task: Task) => number) =>
  async (task: Task): Promise<Answer<Result>> => {
    try {
      return await compute(task)
    } catch (error) {
      const problem = problemIn(error)
      if (problem === undefined) throw error
      return { problem }
    } finally {
      garbage.add(bytesOf(task))
    }
  }
