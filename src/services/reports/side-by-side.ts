/** The works of a longer log would hold more memory at once than there may be: each would fit by itself. */
const pointsMax = 2 ** 20

type Results<Works extends readonly (() => Promise<unknown>)[]> = { [Work in keyof Works]: Awaited<ReturnType<Works[Work]>> }

/**
 * Works that do not wait for each other: at once, or for long logs one after the other. All have ended when it does.
 * @throws what the first that failed threw
 */
export async function sideBySide<Works extends readonly (() => Promise<unknown>)[]>(
  points: number,
  ...works: Works
): Promise<Results<Works>> {
  if (points > pointsMax) {
    const results: unknown[] = []
    for (const work of works) results.push(await work())
    return results as Results<Works>
  }
  const ended = await Promise.allSettled(works.map((work) => work()))
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  }) as Results<Works>
}
