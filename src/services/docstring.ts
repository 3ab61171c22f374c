import { existsSync, readFileSync } from 'node:fs'

/**
 * What is written above the declaration of a method in its file, without the line of its source; null where comments were taken out.
 * @param room the folder of the registry
 * @param name of the method: that of its file, in kebab case, and of what it exports, in camel case
 */
export function docstringOf(room: 'optimizers' | 'schedules', name: string): string | null {
  const files = ['ts', 'js'].map((extension) => new URL(`../${room}/${name}.${extension}`, import.meta.url))
  const file = files.find((candidate) => existsSync(candidate))
  const text = file === undefined ? '' : readFileSync(file, 'utf8')
  const exported = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const before = text.slice(0, Math.max(0, text.search(new RegExp(`^export const ${exported}\\b`, 'm'))))
  if (before.lastIndexOf('/**') < 0) return null
  const docstring = before.slice(before.lastIndexOf('/**') + 3, before.lastIndexOf('*/'))
  const lines = docstring.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
  return lines
    .filter((line) => !line.startsWith('@'))
    .join('\n')
    .trim()
}
