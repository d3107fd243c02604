import type { IndicatorDefinition } from '../../domain/indicators/definition.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import type { Comparison } from '../../statistics/funnel/comparison.ts'
import { comparisonText, insideText } from '../../statistics/funnel/comparison-text.ts'
import type { RangeVerdict } from '../../statistics/indicators/reference-range.ts'

const RANGE_WORDS: Readonly<Record<RangeVerdict | 'too-few', Text>> = {
  inside: text('在参考区间内', 'inside the range'),
  'likely-inside': text('大致在参考区间内', 'probably inside the range'),
  unclear: text('在不在区间内，还看不出', 'inside or not cannot be told yet'),
  below: text('低于参考区间', 'below the range'),
  above: text('高于参考区间', 'above the range'),
  'too-few': text('件数少，看不出', 'too few to tell'),
  'nothing-counted': text('没有件数', 'nothing counted'),
}

/** Where a value lies in its range. No word says better or worse. */
export function rangeWord(verdict: RangeVerdict | 'too-few' | null, missing: readonly string[]): Text {
  if (missing.length > 0) return text('这里没有这项计数', 'not counted here')
  return verdict === null ? text('没有参考区间', 'no reference range') : RANGE_WORDS[verdict]
}

type Named = { readonly zh: Comparison; readonly en: Comparison }

/** The answer in a sentence. */
export function sentenceOf(
  { pack }: IndicatorDefinition,
  named: Named | undefined,
  whole: Text,
  missing: readonly string[],
): Text {
  if (missing.length > 0)
    return text(
      `算式里的“${missing.join('、')}”这里没有计数，所以没有值。`,
      `No matter here gives "${missing.join(', ')}", so there is no value.`,
    )
  if (named) return text(comparisonText(named.zh, whole).zh, comparisonText(named.en, whole).en)
  if (pack === 'governance' || pack === 'own')
    return text(
      '这个指标只看数值和区间，不逐个比单位。',
      'Of this indicator only values and ranges are shown; units are not told apart.',
    )
  return text(
    '审判指标只对照参考区间做体检，不比高低，不排名次。',
    'Indicators of courts are held against their range only: nobody is compared, nobody ranked.',
  )
}

/** How it was judged, so that nobody has to trust it. */
export function noteOf({ kind }: IndicatorDefinition, comparison: Comparison | undefined, whole: Text): Text {
  if (!comparison)
    return kind === 'plain'
      ? text('这类指标没有区间，差别和碰巧分不开。', 'Without an interval difference and chance cannot be told apart.')
      : text(
          '括号里是95%区间：这么多件，碰巧会差这么多。',
          'In brackets the 95 % interval: what chance leaves open with so many.',
        )
  const inside = insideText(comparison)
  if (comparison.method === 'none') return inside
  const chance = comparison.expectedByChance < 0.01 ? '0.01' : comparison.expectedByChance.toFixed(2)
  const middle = `${(100 * comparison.target).toFixed(1)}%`
  const about =
    comparison.method === 'additive'
      ? text(
          `比的是各单位居中的水平${middle}；界限除碰巧外，还为单位之间本来的差别留了余地。${inside.zh}`,
          `Compared with the middle of the units, ${middle}; besides chance the limits leave room for how units differ anyway. ${inside.en}`,
        )
      : text(`比的是${whole.zh}合计${middle}。`, `Compared with all together, ${middle}.`)
  return text(
    `${about.zh}外侧界限1000个里998个落在里面：若都无差别，碰巧标出的平均${chance}个。`,
    `${about.en} Outer limits hold 998 of 1,000: if none differed, ${chance} would be marked by chance.`,
  )
}
