/** Whether two values are spelt the same as canonical JSON, without spelling them. A key whose value is undefined is absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  return Array.isArray(a) ? sameLists(a, b as unknown[]) : sameRecords(a as Plain, b as Plain)
}

type Plain = Readonly<Record<string, unknown>>

const sameLists = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((member, index) => sameJson(member, b[index]))

function sameRecords(a: Plain, b: Plain): boolean {
  let left = 0
  for (const key of Object.keys(b)) if (b[key] !== undefined) left += 1
  for (const key of Object.keys(a)) {
    if (a[key] === undefined) continue
    if (!Object.hasOwn(b, key) || !sameJson(a[key], b[key])) return false
    left -= 1
  }
  return left === 0
}
