/**
 * Cuts SQL text into its statements, so that each is sent alone: a spread-out database (Citus) refuses several at once.
 * Semicolons in strings, quoted names, dollar quotes and comments do not cut; `begin atomic` bodies are not supported.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let start = 0
  let hasWords = false
  let at = 0
  const finish = () => {
    if (hasWords) statements.push(sql.slice(start, at).trim())
    start = at + 1
    hasWords = false
  }
  while (at < sql.length) {
    const comment = commentAt(sql, at)
    if (comment > 0) {
      at += comment
      continue
    }
    if (sql[at] === ';') finish()
    else if (!/\s/.test(sql[at] ?? '')) hasWords = true
    at += sql[at] === ';' ? 1 : wordAt(sql, at)
  }
  finish()
  return statements
}

/** Length of the comment that begins here; 0 when none does. Block comments nest. */
function commentAt(sql: string, at: number): number {
  if (sql.startsWith('--', at)) {
    const end = sql.indexOf('\n', at)
    return (end < 0 ? sql.length : end) - at
  }
  if (!sql.startsWith('/*', at)) return 0
  let depth = 0
  const marks = /\/\*|\*\//g
  marks.lastIndex = at
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1
    if (depth === 0) return marks.lastIndex - at
  }
  throw new Error('a comment does not end')
}

const QUOTED = /e'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$(?:[a-z_]\w*)?\$).*?\1|\w[\w$]*/isy

/** Length of the quoted text or the word that begins here; one character when it is neither. */
function wordAt(sql: string, at: number): number {
  QUOTED.lastIndex = at
  const found = QUOTED.exec(sql)
  if (found) return found[0].length
  if (sql[at] === "'" || sql[at] === '"') throw new Error(`a quotation does not end: ${sql.slice(at, at + 40)}`)
  return 1
}
