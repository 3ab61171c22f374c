/** Signs that LaTeX has commands for. */
const commands: Readonly<Record<string, string>> = {
  '←': '\\leftarrow',
  '·': '\\cdot',
  '−': '-',
  '≥': '\\ge',
  '≤': '\\le',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '‖': '\\|',
  Σ: '\\sum',
  Δ: '\\Delta',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  η: '\\eta',
  λ: '\\lambda',
  μ: '\\mu',
  ν: '\\nu',
  π: '\\pi',
  ρ: '\\rho',
  τ: '\\tau',
  '′': "'"
}
const raised: Readonly<Record<string, string>> = { '²': '2', '³': '3', '⁷': '7', '⁻': '-', '⁺': '+', ᵗ: 't', ʳ: 'r', ᵀ: '\\top', '*': '*' }
const lowered: Readonly<Record<string, string>> = { '₀': '0', '₁': '1', '₂': '2', '₃': '3', '₊': '+', '₋': '-', ᵢ: 'i', ⱼ: 'j' }
const accents: Readonly<Record<string, string>> = { '\u0302': '\\hat', '\u0304': '\\bar' }
const roots: Readonly<Record<string, string>> = { '√': '\\sqrt', '∛': '\\sqrt[3]' }
const functions: Readonly<Record<string, string>> = { max: '\\max', min: '\\min', sign: '\\operatorname{sign}' }
/** Short words of sentences; other pairs of letters are products. */
const shortWords = new Set(['as', 'at', 'by', 'if', 'in', 'is', 'no', 'of', 'or', 'so', 'to', 'wd', 'I', 'II'])

type Piece = { readonly kind: 'math' | 'text' | 'gap'; readonly value: string }

/**
 * A formula as docstrings write it, in Unicode, as LaTeX for a line of math: `x ← x − γλx` is `x \leftarrow x - \gamma\lambda x`. Words
 * become `\text`, names of parameters `\mathrm`.
 * @param line  one line, with comments in words or not
 * @param names the parameters that are not words
 */
export function formulaLatex(line: string, names: readonly string[] = []): string {
  return joined(new Reader(line.normalize('NFD').trim(), new Set(names)).pieces())
}

/** Several lines, one below the other. */
export const formulasLatex = (lines: readonly string[], names: readonly string[] = []): string =>
  `\\begin{aligned}\n${lines.map((line) => `& ${formulaLatex(line, names)}`).join(' \\\\\n')}\n\\end{aligned}`

class Reader {
  readonly #text: string
  readonly #names: ReadonlySet<string>
  #at = 0

  constructor(text: string, names: ReadonlySet<string>) {
    this.#text = text
    this.#names = names
  }

  /** Up to a closing bracket that was opened outside, or to the end. */
  pieces(isInner = false): Piece[] {
    const pieces: Piece[] = []
    while (this.#at < this.#text.length && !(isInner && this.#text[this.#at] === ')')) pieces.push(this.#piece())
    return pieces
  }

  #piece(): Piece {
    const gap = this.#match(/ +/y)
    if (gap !== undefined) return { kind: 'gap', value: gap.length > 1 ? '\\quad ' : ' ' }
    const word = this.#match(/[A-Za-z][A-Za-z0-9'-]*/y)
    if (word !== undefined) return this.#word(word)
    return { kind: 'math', value: this.#atom() }
  }

  #word(word: string): Piece {
    const accented = this.#text[this.#at]! in accents
    if (word in functions && this.#text[this.#at] === '(') return { kind: 'math', value: functions[word]! + this.#marks() }
    if (this.#names.has(word) && word.length > 1) return { kind: 'math', value: `\\mathrm{${word}}${this.#marks()}` }
    if (!accented && this.#isText(word)) return { kind: 'text', value: word }
    if (word.length > 2 && !accented) return { kind: 'math', value: `\\mathrm{${word}}${this.#marks()}` }
    return { kind: 'math', value: [...word.slice(0, -1), this.#marked(word.at(-1)!)].join(' ') }
  }

  /** Whether a word is one of a sentence: not a product of two letters, and not what an operator stands beside. */
  #isText(word: string): boolean {
    if (word.length === 1) return word === 'a' && /^ [a-z']{3}/.test(this.#text.slice(this.#at)) && this.#before(word) !== undefined
    if (word.length === 2) return shortWords.has(word)
    return !/^\s*[/·=^←*]/.test(this.#text.slice(this.#at)) && !/[/·^+−]\s*$/.test(this.#text.slice(0, this.#at - word.length))
  }

  #before(word: string): string | undefined {
    return /[A-Za-z']{2,} $/.exec(this.#text.slice(0, this.#at - word.length))?.[0]
  }

  /** One sign with what is raised, lowered and put over it. */
  #atom(): string {
    const sign = this.#text[this.#at++]!
    if (sign in roots) return `${roots[sign]}{${this.#operand()}}`
    if (sign === '(') return this.#bracketed()
    if (sign === '^') return `^{${this.#operand()}}`
    return this.#marked(sign)
  }

  #bracketed(): string {
    const inner = joined(this.pieces(true))
    this.#at += 1
    return `(${inner})${this.#marks()}`
  }

  /** What a root is of, or a power: what is in brackets, or a function of it, or one letter or number. */
  #operand(): string {
    if (this.#text[this.#at] === '(') {
      this.#at += 1
      const inner = joined(this.pieces(true))
      this.#at += 1
      return inner
    }
    const word = this.#match(/[A-Za-z][A-Za-z0-9]*/y)
    if (word === undefined) return this.#atom()
    if (word in functions) return functions[word]! + this.#atom()
    if (this.#names.has(word) || word.length > 2) return `\\mathrm{${word}}`
    this.#at -= word.length - 1
    return this.#marked(word[0]!)
  }

  #marked(sign: string): string {
    const base = commands[sign] ?? sign
    const accent = accents[this.#text[this.#at]!]
    if (accent !== undefined) this.#at += 1
    const letter = accent === undefined ? base : `${accent}{${base}}`
    return letter + this.#marks()
  }

  /** What is lowered or raised after a sign: β₁ᵗ, γ_max, f*. */
  #marks(): string {
    let marks = ''
    for (;;) {
      const next = this.#text[this.#at]!
      if (next in lowered) marks += `_{${this.#run(lowered)}}`
      else if (next in raised) marks += `^{${this.#run(raised)}}`
      else if (next === '′') {
        this.#at += 1
        marks += "'"
      } else if (next === '_') {
        this.#at += 1
        const index = this.#match(/[A-Za-z]+/y)
        marks += `_{${index === undefined ? this.#marked(this.#text[this.#at++]!) : index.length > 1 ? `\\mathrm{${index}}` : index}}`
      } else return marks
    }
  }

  #run(table: Readonly<Record<string, string>>): string {
    let run = ''
    while (this.#text[this.#at]! in table) run += table[this.#text[this.#at++]!]
    return run
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }
}

/** Words that follow each other are one text; a command and a letter have a blank between them. */
function joined(pieces: readonly Piece[]): string {
  let latex = ''
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    if (piece.kind === 'text') {
      const words = [piece.value]
      while (pieces[i + 1]?.value === ' ' && pieces[i + 2]?.kind === 'text') {
        words.push(pieces[i + 2]!.value)
        i += 2
      }
      const before = latex.endsWith(' ') && !latex.endsWith('\\quad ') ? ' ' : ''
      const after = pieces[i + 1]?.value === ' ' ? ' ' : ''
      latex = `${latex.replace(/ $/, before === '' ? ' ' : '')}\\text{${before}${words.join(' ')}${after}}`
      if (after === ' ') i += 1
      continue
    }
    const needsBlank = /\\[A-Za-z]+$/.test(latex) && /^[A-Za-z]/.test(piece.value)
    latex += (needsBlank ? ' ' : '') + piece.value
  }
  return latex
}
