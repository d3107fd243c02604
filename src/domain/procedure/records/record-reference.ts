/** The number of a record and, where it is settled, the version that is meant: `DW-2026-0001@3`. */
export function recordReference(value: string): { readonly reference: string; readonly version?: number } {
  const [, reference = value, version] = /^(.*)@(\d+)$/.exec(value) ?? []
  return version === undefined ? { reference } : { reference, version: Number(version) }
}
