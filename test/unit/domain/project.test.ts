import { expect, it } from 'vitest'
import { defaultProject, isProject } from '../../../src/domain/project.ts'

it('a project has a name of 1 to 64 letters, digits, dots, underscores and hyphens', () => {
  for (const name of [defaultProject, 'a', '7', 'Vision.2026_b-c', 'x'.repeat(64)]) expect(isProject(name)).toBe(true)
})

it('a name that is none would be taken for something else: for all projects, a path, or another name', () => {
  for (const name of ['', '*', '.a', '-a', '_a', 'a/b', 'a b', 'ä', 'a\n', 'x'.repeat(65)]) expect(isProject(name)).toBe(false)
})
