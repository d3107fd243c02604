import type { Matter } from '../../domain/matter/matter.ts'

const REFERENCE = /^(.+)-(\d{4})-0*(\d+)$/

/**
 * The number of a paper: of a unit with letters 青应急〔2026〕YH417-2号, the second paper of YH-2026-0417, so that it stands alone among all of the
 * unit; of others YH-2026-0417-2.
 */
export function paperNumber({ reference }: Pick<Matter, 'reference'>, number: number, letters?: string): string {
  const [, prefix, year, serial] = REFERENCE.exec(reference) ?? []
  if (!letters || year === undefined) return `${reference}-${number}`
  return `${letters}〔${year}〕${prefix}${serial}-${number}号`
}
