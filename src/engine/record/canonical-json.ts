/** A string with half of a surrogate pair has no UTF-8 and therefore no hash. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** A string that JSON spells as it is: nothing to escape, no surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted by UTF-16 units, numbers and strings as ECMAScript writes them,
 * no blanks. A key whose value is undefined is absent.
 * @throws TypeError for what JSON cannot say: NaN, Infinity, lone surrogates, undefined in a list, functions, dates
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return stringJson(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`)
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? listJson(value) : objectJson(value)
    default:
      throw new TypeError(`JSON has no ${typeof value}`)
  }
}

function stringJson(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (LONE_SURROGATE.test(text)) throw new TypeError('JSON has no lone surrogates')
  return JSON.stringify(text)
}

// Strings are put together bit by bit, without lists in between: an import hashes some 20,000 events a second.
function listJson(list: readonly unknown[]): string {
  let json = ''
  for (const member of list) json += json === '' ? canonicalJson(member) : `,${canonicalJson(member)}`
  return `[${json}]`
}

function objectJson(value: object): string {
  // A Date would lose its meaning without a word; instants are text before they come here.
  if ('toJSON' in value && typeof value.toJSON === 'function') throw new TypeError('not plain data')
  const record = value as Readonly<Record<string, unknown>>
  let json = ''
  for (const key of sorted(Object.keys(record))) {
    const member = record[key]
    if (member !== undefined) json += `${json === '' ? '' : ','}${stringJson(key)}:${canonicalJson(member)}`
  }
  return `{${json}}`
}

/** Insertion beats the built-in sort up to about here; beyond, it would take minutes for what a stranger may send. */
const FEW_KEYS = 32

/** Sorts by UTF-16 units, which is what the RFC asks for and both `<` and the built-in sort do. */
function sorted(keys: string[]): string[] {
  if (keys.length > FEW_KEYS) return keys.sort()
  for (let next = 1; next < keys.length; next += 1) {
    const key = keys[next] as string
    let at = next - 1
    for (; at >= 0 && (keys[at] as string) > key; at -= 1) keys[at + 1] = keys[at] as string
    keys[at + 1] = key
  }
  return keys
}
