import type { ToldCount } from '../../../../domain/views/small-counts.ts'
import type { Naming } from './paper-model.ts'

/** A count as it is written: too small a one, and one that would give a small one away, is no number. */
export function countText(count: ToldCount | undefined, { words }: Pick<Naming, 'words'>): string {
  return count === 'few' ? words.few : typeof count === 'number' ? String(count) : words.hidden
}
