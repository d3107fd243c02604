import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { clusterTitle, clusterWords, ringText } from '../../domain/warnings/cluster-words.ts'
import { familyText, nodeText, warningTitle, warningWords } from '../../domain/warnings/warning-words.ts'
import type { Text } from '../../domain/wording/text.ts'
import { type Burst, daysOf } from './choose-bursts.ts'
import { keyOfBurst } from './key-of-burst.ts'

/** A burst in words: whose it is, one line, and what it says and does not say. */
export function textsOf(
  burst: Burst,
  { directory, procedures }: Pick<Rulebook, 'directory' | 'procedures'>,
  recordTitles: Readonly<Record<string, string>>,
): { readonly of: Text; readonly title: Text; readonly words: Text } {
  const { point, ring } = burst
  const what = familyText(point.family, procedures)
  const found = {
    observed: point.observed,
    expected: point.expected ?? 0,
    p: point.logP === null ? undefined : Math.exp(point.logP),
  }
  if (ring) {
    const { first, last } = daysOf(burst)
    const of = ringText(ring.places.map((id) => nodeText(id, directory)))
    const inRing = { ...found, days: last - first + 1 }
    return { of, title: clusterTitle(of, what, inRing), words: clusterWords(of, what, inRing) }
  }
  const key = keyOfBurst(burst)
  const of = nodeText(key.of, directory, recordTitles)
  const inSeries = { ...found, upper: point.upper ?? undefined }
  return { of, title: warningTitle(key, of, what, inSeries), words: warningWords(key, of, what, inSeries) }
}
