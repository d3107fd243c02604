import { type Text, text } from '../../domain/wording/text.ts'
import { parseFormula } from './formula.ts'
import { asFraction } from './fraction.ts'
import type { Indicator } from './indicator.ts'
import type { Exchange, LintFinding } from './lint-finding.ts'

/** A finding in words, with its numbers. */
export function lintText(finding: LintFinding, indicator: Pick<Indicator, 'kind' | 'formula'>): Text {
  const shown = (value: number) => valueText(value, indicator)
  switch (finding.code) {
    case 'unknown-measure':
      return text(`没有“${finding.name}”这个计数`, `there is no count "${finding.name}"`)
    case 'value-of-nothing':
      return text(
        `什么都没做时也有值：${shown(finding.value)}`,
        `it has a value when nothing was done: ${shown(finding.value)}`,
      )
    case 'no-value':
      return text(
        `${finding.matters}件全部“${finding.outcome.title.zh}”时没有值`,
        `it has no value when all ${finding.matters} were: ${finding.outcome.title.en}`,
      )
    case 'best-outside-range':
      return text(
        `件件都办到最好，也落在合理区间外：${shown(finding.value)}`,
        `even with every matter at its best it lies outside the range: ${shown(finding.value)}`,
      )
    case 'no-fraction':
      return text(
        '不是一个计数除以另一个计数（比如率乘率、加权、加常数），没有区间，分不清差别和碰巧',
        'it is not one count over another (a share of a share, weights, added numbers), so it has no interval and chance cannot be told from difference',
      )
    case 'never-changes':
      return text(
        `无论事情办得怎样，值总是${shown(finding.value)}`,
        `however matters end, it is always ${shown(finding.value)}`,
      )
    case 'wrong-way':
      return text(
        `方向写反了：件件办到最好是${shown(finding.best)}，件件最差是${shown(finding.worst)}`,
        `it is written the wrong way round: every matter at its best gives ${shown(finding.best)}, every one at its worst ${shown(finding.worst)}`,
      )
    case 'worst-inside-range':
      return text(
        `${finding.matters}件里${finding.matters - 1}件“${finding.outcome.title.zh}”，也落在合理区间内：${shown(finding.value)}`,
        `with ${finding.matters - 1} of ${finding.matters} "${finding.outcome.title.en}" it still lies in the range: ${shown(finding.value)}`,
      )
    case 'no-part-of-whole':
      return text(
        `${finding.outcome ? `“${finding.outcome.title.zh}”时` : '各种去处都有时'}不在0到100%之间：${shown(finding.value)}，分子不是分母的一部分`,
        `with ${finding.outcome ? `"${finding.outcome.title.en}"` : 'matters of every ending'} it is not between 0 and 100 %: ${shown(finding.value)}; the numerator is no part of the denominator`,
      )
    case 'one-decides':
      return indicator.kind === 'share'
        ? text(
            `只有一件时非0即100%，少于${finding.fewest}件不宜判断`,
            `a single matter makes it 0 or 100 %; do not judge below ${finding.fewest}`,
          )
        : text(
            `只有一件时这一件就定了值，少于${finding.fewest}件不宜判断`,
            `a single matter decides it; do not judge below ${finding.fewest}`,
          )
    case 'not-monotone':
      return exchangeText(
        finding.exchange,
        shown,
        finding.exchange.to.isBookkeeping
          ? text('怎么登记会改变值', 'how matters are registered changes the value')
          : text('事情更差，值却更好', 'worse for people, better in value'),
      )
    case 'gameable-denominator':
      return exchangeText(
        finding.exchange,
        shown,
        finding.exchange.to.isBookkeeping
          ? text('怎么登记会改变分母', 'how matters are registered changes the denominator')
          : text('换个去处就离开了分母', 'by ending elsewhere it leaves the denominator'),
      )
  }
}

const exchangeText = (
  { from, to, before, after, matters }: Exchange,
  shown: (value: number) => string,
  what: Text,
): Text =>
  text(
    `${what.zh}：${matters}件里有1件由“${from.title.zh}”变为“${to.title.zh}”，值从${shown(before)}变到${shown(after)}`,
    `${what.en}: 1 of ${matters} goes from "${from.title.en}" to "${to.title.en}", the value from ${shown(before)} to ${shown(after)}`,
  )

/** Shares in percent, whether or not the formula makes them so; anything else with the digits to see one matter's change. */
function valueText(value: number, { kind, formula }: Pick<Indicator, 'kind' | 'formula'>): string {
  if (kind !== 'share') return Math.abs(value) < 10 ? value.toFixed(3) : value.toFixed(1)
  const parsed = parseFormula(formula)
  const scale = (parsed.ok && asFraction(parsed.formula)?.scale) || 1
  return `${((100 * value) / scale).toFixed(1)}%`
}
