import type { Tree, Workspace } from '../../kernels/engine.ts'

/**
 * Runs an update once for each group of tensors that have seen the same number of gradients, as PyTorch's own optimizers count: a
 * tensor whose gradient is absent keeps its count, and so its bias correction.
 * @param update   gets k, the number of gradients before this one, and the group's part of each tree; gives trees of that part.
 * @returns        the trees of all groups together, and the counts after the step.
 */
export function byCount<N extends string, O extends string>(
  workspace: Workspace,
  counts: ReadonlyMap<string, number>,
  trees: Readonly<Record<N, Tree>> & { readonly g: Tree },
  update: (k: number, trees: Readonly<Record<N, Tree>>) => Readonly<Record<O, Tree>>
): { counts: ReadonlyMap<string, number>; trees: Readonly<Record<O, Tree>> } {
  const { names } = trees.g
  const countOf = (name: string) => counts.get(name) ?? 0
  const groups = new Set(names.map(countOf))
  if (groups.size === 0) groups.add(0)
  const results = [...groups].map((k) => {
    const group = names.filter((name) => countOf(name) === k)
    return update(
      k,
      mapValues(trees, (tree) => workspace.pick(tree, group))
    )
  })
  return {
    counts: new Map([...counts, ...names.map((name) => [name, countOf(name) + 1] as const)]),
    trees: results.reduce((all, some) => mapValues(all, (tree, name) => workspace.merge(tree, some[name])))
  }
}

const mapValues = <N extends string, A, B>(record: Readonly<Record<N, A>>, map: (value: A, name: N) => B): Record<N, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value as A, name as N)])) as Record<N, B>
