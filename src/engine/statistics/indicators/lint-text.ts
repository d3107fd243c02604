import { type Text, text } from '../../../domain/text.ts'
import type { Indicator } from './indicator.ts'
import type { Exchange, LintFinding } from './lint-indicator.ts'

/** A finding in words, with its numbers. */
export function lintText(finding: LintFinding, indicator: Pick<Indicator, 'kind'>): Text {
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
    case 'above-whole':
      return text(
        `“${finding.outcome.title.zh}”时超过全部：${shown(finding.value)}，分子不是分母的一部分`,
        `with "${finding.outcome.title.en}" it exceeds the whole: ${shown(finding.value)}; the numerator is no part of the denominator`,
      )
    case 'one-decides':
      return text(
        `只有一件时非0即100%，少于${finding.fewest}件不宜判断`,
        `a single matter makes it 0 or 100 %; do not judge below ${finding.fewest}`,
      )
    case 'not-monotone':
      return exchangeText(finding.exchange, shown, text('事情更差，值却更好', 'worse for people, better in value'))
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

/** Shares in percent; anything else with as many digits as it takes to see one matter's change. */
function valueText(value: number, { kind }: Pick<Indicator, 'kind'>): string {
  if (kind === 'share' && value <= 1) return `${(100 * value).toFixed(1)}%`
  return value < 10 ? value.toFixed(3) : value.toFixed(1)
}
