import { type Text, text } from '../wording/text.ts'
import { chanceText, type Found } from './warning-words.ts'

/** Places named before the rest is only counted. */
const NAMED = 4

/** 下塘村、青石村等5处: the places of a ring. */
export function ringText(names: readonly Text[]): Text {
  const shown = names.slice(0, NAMED)
  const rest = names.length - shown.length
  return text(
    `${shown.map(({ zh }) => zh).join('、')}${rest > 0 ? `等${names.length}处` : ''}`,
    rest > 0
      ? `${shown.map(({ en }) => en).join(', ')} and ${rest} more`
      : `${shown
          .slice(0, -1)
          .map(({ en }) => en)
          .join(', ')}${shown.length > 1 ? ' and ' : ''}${shown.at(-1)?.en ?? ''}`,
  )
}

export type FoundRing = Omit<Found, 'upper'> & { readonly days: number }

/** 下塘村、青石村相邻一带：诉求（公共设施）14天14件，往常约4.1件. */
export function clusterTitle(ring: Text, what: Text, { observed, expected, days }: FoundRing): Text {
  const usual = expected < 10 ? Number(expected.toFixed(1)) : Math.round(expected)
  return text(
    `${ring.zh}相邻一带：${what.zh}${days}天${observed}件，往常约${usual}件`,
    `${ring.en}, side by side: ${observed} ${what.en} in ${days} days, usually about ${usual}`,
  )
}

/** What a ring of neighbouring places says, and what it does not say. */
export function clusterWords(ring: Text, what: Text, found: FoundRing): Text {
  const title = clusterTitle(ring, what, found)
  const chance = found.p === undefined ? undefined : chanceText(found.p, 'week')
  return text(
    `${title.zh}。${chance ? `没有变化时，全图碰巧有一片相邻的地方多成这样，${chance.zh}。` : ''}只说明这一片比别处多了，不说明为什么，也不说明谁有错。`,
    `${title.en}.${chance ? ` If nothing has changed, some ring of neighbouring places stands out so far by chance ${chance.en}.` : ''} It says that there are more here than elsewhere, not why, nor that anyone did anything wrong.`,
  )
}
