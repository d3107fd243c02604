import { type Text, text } from '../../domain/wording/text.ts'
import type { Comparison, UnitVerdict } from './comparison.ts'

/** What units are compared with when no target is given. */
export const WHOLE_COUNTY: Text = text('全县', 'the county as a whole')
const TARGET: Text = text('目标', 'the target')

/** Names beyond this many are counted, not listed. */
const MOST_NAMES = 5

type VerdictWord = (than: Text, level: string) => Text

const VERDICT_WORDS: Readonly<Record<UnitVerdict, VerdictWord>> = {
  low: ({ zh, en }) => text(`明显低于${zh}，值得去看`, `clearly below ${en}: worth a look`),
  high: ({ zh, en }) => text(`明显高于${zh}，值得去看`, `clearly above ${en}: worth a look`),
  'edge-low': ({ zh, en }) => text(`低于${zh}，也可能是碰巧`, `below ${en}, which may be chance`),
  'edge-high': ({ zh, en }) => text(`高于${zh}，也可能是碰巧`, `above ${en}, which may be chance`),
  alike: ({ zh, en }, level) => text(`与${zh}${level}无法区分`, `cannot be told apart from ${en}`),
  'too-few': () => text('件数少，看不出', 'too few to tell'),
  'nothing-counted': () => text('没有件数', 'nothing counted'),
  'none-expected': () => text('预期是0却有件数，没有比', 'matters where none were expected: not compared'),
  'no-limits': () => text('差别太大，不作判断', 'too much scatter to judge'),
}

/** What is to be said of one unit. Says low and high, never good and bad. */
export const verdictText = (
  verdict: UnitVerdict,
  { isTargetGiven }: Pick<Comparison, 'isTargetGiven'>,
  whole: Text,
): Text => VERDICT_WORDS[verdict](isTargetGiven ? TARGET : whole, isTargetGiven ? '' : '水平')

/**
 * The comparison in a sentence or two: who stands out, how many cannot be told apart, how many are too small. What may
 * be chance is not named here: among twenty units one lies between the limits without any reason.
 */
export function comparisonText(comparison: Comparison, whole: Text): Text {
  if (comparison.method === 'none') return withoutLimits(comparison)
  const against = comparison.isTargetGiven ? TARGET : whole
  const groups: readonly (readonly [UnitVerdict, string, string])[] = [
    ['low', `明显低于${against.zh}`, `clearly below ${against.en}`],
    ['high', `明显高于${against.zh}`, `clearly above ${against.en}`],
  ]
  const found = groups
    .map(([verdict, zh, en]) => ({ names: namesOf(comparison, [verdict]), zh, en }))
    .filter(({ names }) => names.length > 0)
  const rest = restText(comparison, against)
  const count = comparison.units.length
  const zhFound = found.map(({ names, zh }) => `${names.length}个${zh}：${listed(names, '、', '等')}`)
  const enFound = found.map(({ names, en }) => `${names.length} ${en}: ${listed(names, ', ', ' and others')}`)
  return text(
    `${count}个单位里，${[zhFound.join('；'), rest.zh].filter(Boolean).join('。')}。`,
    `Of ${count} units: ${[enFound.join('; '), rest.en].filter(Boolean).join('. ')}.`,
  )
}

/** Why there is no verdict on any unit: said instead of names. */
function withoutLimits({ units }: Comparison): Text {
  const count = units.length
  return text(
    `这张表里${count}个单位之间差别太大，划不出界限：谁都不说高低，请先看件数和口径。`,
    `These ${count} units scatter too much for limits: none is called low or high. Look at the counts and what they cover first.`,
  )
}

/** How many of the units with limits lie inside the outer ones: whoever reads limits should know how they fared here. */
export function insideText({ inside, method }: Pick<Comparison, 'inside' | 'method'>): Text {
  const { count, of } = inside
  if (method === 'none' && of === 0)
    return text('放宽后的界限宽到分不出什么。', 'Limits widened by the scatter would be too wide to tell anything.')
  return method === 'none'
    ? text(
        `放宽后的界限只装得下${of}个里的${count}个，或者宽到分不出什么。`,
        `Limits widened by the scatter would hold ${count} of ${of}, or be too wide to tell anything.`,
      )
    : text(`${of}个里有${count}个落在外侧界限之内。`, `${count} of ${of} lie inside the outer limits.`)
}

function restText(comparison: Comparison, against: Text): Text {
  const alike = namesOf(comparison, ['alike', 'edge-low', 'edge-high']).length
  const few = namesOf(comparison, ['too-few']).length
  const none = namesOf(comparison, ['nothing-counted']).length
  const unexpected = namesOf(comparison, ['none-expected']).length
  const level = comparison.isTargetGiven ? '' : '水平'
  const zh = [
    alike > 0 ? `${alike}个与${against.zh}${level}无法区分` : '',
    few > 0 ? `${few}个件数少，看不出` : '',
    none > 0 ? `${none}个没有件数` : '',
    unexpected > 0 ? `${unexpected}个预期是0却有件数，没有比` : '',
  ]
  const en = [
    alike > 0 ? `${alike} cannot be told apart from ${against.en}` : '',
    few > 0 ? `${few} too few to tell` : '',
    none > 0 ? `${none} with nothing counted` : '',
    unexpected > 0 ? `${unexpected} with matters where none were expected, not compared` : '',
  ]
  return text(zh.filter(Boolean).join('，'), en.filter(Boolean).join(', '))
}

const namesOf = (comparison: Comparison, verdicts: readonly UnitVerdict[]) =>
  comparison.units.filter(({ verdict }) => verdicts.includes(verdict)).map(({ name }) => name)

const listed = (names: readonly string[], comma: string, more: string) =>
  names.slice(0, MOST_NAMES).join(comma) + (names.length > MOST_NAMES ? more : '')
