import { readFileSync } from 'node:fs'
import { DockerfileParser } from 'dockerfile-ast'

export interface Instruction {
  /** In capitals, e.g. COPY. */
  keyword: string
  /** What stands after the keyword and its flags, continued lines joined. */
  content: string
  /** The same in words. */
  words: string[]
  flags: Record<string, string>
  /** As in the file, 1-based. */
  line: number
}

/** What FROM begins. `base` is an image, or the name of an earlier stage. */
export interface Stage {
  name: string
  base: string
  instructions: Instruction[]
}

interface Flagged {
  getFlags?(): { getName(): string; getValue(): string | null }[]
}

/** The stages of a Dockerfile, in order. */
export function readDockerfile(file: string): Stage[] {
  const stages: Stage[] = []
  for (const parsed of DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions()) {
    const flags = (parsed as Flagged).getFlags?.() ?? []
    const instruction: Instruction = {
      keyword: parsed.getKeyword(),
      content: parsed.getArgumentsContent() ?? '',
      words: parsed.getArguments().map((word) => word.getValue()),
      flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
      line: parsed.getRange().start.line + 1
    }
    if (instruction.keyword === 'FROM') {
      const [base = '', , name = String(stages.length)] = instruction.words
      stages.push({ name, base, instructions: [] })
    } else {
      const stage = stages.at(-1)
      if (stage === undefined) throw new Error(`${file}:${instruction.line}: ${instruction.keyword} before FROM`)
      stage.instructions.push(instruction)
    }
  }
  return stages
}

/** The JSON list of CMD, ENTRYPOINT and the like; the other form, a line for a shell, would keep signals from the service. */
export function execForm({ keyword, content, line }: Instruction): string[] {
  const text = content.replace(/^CMD\s+/, '')
  if (!text.startsWith('[')) throw new Error(`Dockerfile:${line}: ${keyword} is not a JSON list, so the service would get no signals`)
  return JSON.parse(text) as string[]
}

/** The pairs of ENV, quotes removed. */
export const pairs = ({ words }: Instruction): [string, string][] =>
  words.map((word) => {
    const at = word.indexOf('=')
    return [word.slice(0, at), word.slice(at + 1).replace(/^"(.*)"$/, '$1')]
  })
