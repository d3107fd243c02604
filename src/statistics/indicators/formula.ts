import { failure, type StatisticsFailure } from '../detection.ts'

/** A formula over named counts, such as `onTime / (closed + overdueOpen)`, as a tree. */
export type Formula =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'measure'; readonly name: string }
  | { readonly op: Operator; readonly left: Formula; readonly right: Formula }

export type Operator = '+' | '-' | '*' | '/'

/** Longer formulas are no indicators; the tree is also walked by recursion. */
const LONGEST = 1000

/** Numbers, names in any script, and signs; × ÷ （ ） are what a Chinese keyboard gives. */
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([-+*/()×÷（）−]))/uy
const PLAIN: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '（': '(', '）': ')', '−': '-' }
const STRENGTH: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 }

type Token = { readonly at: number; readonly sign?: string; readonly leaf?: Formula }
type Sign = { readonly sign: Operator | '('; readonly at: number }

/**
 * Reads numbers, names, `+ - * /` and brackets, with the usual strength: `1 - a / b` is `1 - (a / b)`.
 * @returns the tree, or `bad-parameter` with what is wrong and the 1-based character where
 */
export function parseFormula(source: string): { readonly ok: true; readonly formula: Formula } | StatisticsFailure {
  if (source.length > LONGEST) return failure('bad-parameter', 'formula-too-long', LONGEST + 1)
  const tokens = tokensOf(source)
  if (!Array.isArray(tokens)) return tokens
  const values: Formula[] = []
  const signs: Sign[] = []
  let isValueNext = true
  for (const { at, leaf, sign } of tokens) {
    const isOpening = leaf !== undefined || sign === '('
    if (isOpening !== isValueNext) return failure('bad-parameter', 'formula-unexpected', at)
    if (leaf) values.push(leaf)
    else if (sign === '(') signs.push({ sign, at })
    else if (sign === ')') {
      joinWhile(values, signs, (top) => top !== '(')
      if (!signs.pop()) return failure('bad-parameter', 'formula-unexpected', at)
    } else {
      const operator = sign as Operator
      joinWhile(values, signs, (top) => top !== '(' && STRENGTH[top] >= STRENGTH[operator])
      signs.push({ sign: operator, at })
    }
    isValueNext = sign !== undefined && sign !== ')'
  }
  if (isValueNext)
    return failure('bad-parameter', tokens.length === 0 ? 'formula-empty' : 'formula-unfinished', source.length + 1)
  joinWhile(values, signs, (top) => top !== '(')
  const open = signs.at(-1)
  if (open) return failure('bad-parameter', 'formula-unclosed', open.at)
  return { ok: true, formula: values[0] as Formula }
}

/** Joins the last two values as long as the sign between them binds at least as strongly as what follows. */
function joinWhile(values: Formula[], signs: Sign[], binds: (top: Operator | '(') => boolean): void {
  for (let top = signs.at(-1); top && binds(top.sign); top = signs.at(-1)) {
    signs.pop()
    const right = values.pop() as Formula
    const left = values.pop() as Formula
    values.push({ op: top.sign as Operator, left, right })
  }
}

function tokensOf(source: string): Token[] | StatisticsFailure {
  const tokens: Token[] = []
  const end = source.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (!match) return failure('bad-parameter', 'formula-character', from + 1)
    const [whole, digits, name, sign] = match
    const at = from + 1 + whole.length - whole.trimStart().length
    if (digits !== undefined) tokens.push({ at, leaf: { op: 'number', value: Number(digits) } })
    else if (name !== undefined) tokens.push({ at, leaf: { op: 'measure', name } })
    else if (sign !== undefined) tokens.push({ at, sign: PLAIN[sign] ?? sign })
  }
  return tokens
}

/** The names a formula uses, each once, in the order they stand. */
export function measuresIn(formula: Formula): string[] {
  if (formula.op === 'number') return []
  if (formula.op === 'measure') return [formula.name]
  return [...new Set([...measuresIn(formula.left), ...measuresIn(formula.right)])]
}

/** Counts by name. A name that is absent counts 0. */
export type Counts = Readonly<Record<string, number>>

/** The value, or null where it has none: something divided by nothing, or beyond what a number holds. Never ∞ or NaN. */
export function formulaValue(formula: Formula, counts: Counts): number | null {
  if (formula.op === 'number') return formula.value
  if (formula.op === 'measure') return Object.hasOwn(counts, formula.name) ? (counts[formula.name] ?? 0) : 0
  const left = formulaValue(formula.left, counts)
  const right = formulaValue(formula.right, counts)
  if (left === null || right === null || (formula.op === '/' && right === 0)) return null
  const value = joined(formula.op, left, right)
  return Number.isFinite(value) ? value : null
}

function joined(op: Operator, left: number, right: number): number {
  switch (op) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
  }
}
