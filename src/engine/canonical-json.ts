/** A string with half of a surrogate pair has no UTF-8 and therefore no hash. */
const LONE_SURROGATE = /\p{Surrogate}/u

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
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : objectJson(value)
    default:
      throw new TypeError(`JSON has no ${typeof value}`)
  }
}

function stringJson(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('JSON has no lone surrogates')
  return JSON.stringify(text)
}

function objectJson(value: object): string {
  // A Date would lose its meaning without a word; instants are text before they come here.
  if ('toJSON' in value && typeof value.toJSON === 'function') throw new TypeError('not plain data')
  const record = value as Readonly<Record<string, unknown>>
  const members: string[] = []
  // Without a comparison function sort() goes by UTF-16 units, which is what the RFC asks for.
  for (const key of Object.keys(record).sort()) {
    const member = record[key]
    if (member !== undefined) members.push(`${stringJson(key)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}
