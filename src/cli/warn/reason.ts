import type { Locale } from '../../domain/wording/text.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import type { Verdict } from './verdicts.ts'

/** Every reason `--json` gives, and no other; their words for people. */
const REASONS = {
  above: text('高于上限', 'above the bound'),
  within: text('在预期内', 'as expected'),
  'no-count': text('没有数', 'no count'),
  'too-little-data': text('数据太少', 'too little data'),
  'not-judged': text('判断不了', 'cannot be judged'),
  'history-too-short': text('历史不够长', 'history too short'),
  'not-computable': text('算不出来', 'cannot be computed'),
  'bad-parameter': text('设置不合这条序列', 'settings do not fit the series'),
  'bad-series': text('数用不了', 'counts cannot be used'),
} as const satisfies Record<string, Text>

export type Reason = keyof typeof REASONS

const ABOUT: Readonly<Record<string, Text>> = {
  'not-computable missing-count': text('过去有缺数，算不出来', 'a count is missing in the past'),
  'not-computable no-counts': text('过去没有一件，算不出来', 'nothing counted in the past'),
  'not-computable alpha': text('离散程度算不出来', 'the scatter cannot be estimated'),
}

/** Signs of charts and of C3 add up over several steps: there may be an alarm without a high count at its end. */
const ADDED_UP = text('近几期合起来偏高', 'high over several steps')

/** The stable code of a verdict's reason. */
export function reasonOf({ reason, observed, alarm }: Verdict): Reason {
  if (observed === null && alarm === null && reason === 'not-judged') return 'no-count'
  const [code = ''] = reason.split(' ')
  return code in REASONS ? (code as Reason) : 'not-judged'
}

/** The reason in words. */
export function reasonText(verdict: Verdict, locale: Locale): string {
  const { observed, upper, alarm, reason, p, share } = verdict
  if (alarm && typeof share === 'number') return ADDED_UP[locale]
  if (alarm && p === null && observed !== null && (upper === null || observed <= upper)) return ADDED_UP[locale]
  return (ABOUT[reason] ?? REASONS[reasonOf(verdict)])[locale]
}
