import { rowIssueText } from '../../domain/wording/row-issue-text.ts'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import type { ImportCounts } from '../../imports/import-job.ts'
import type { ImportReport } from '../../imports/import-ledger.ts'
import type { Reason } from '../../imports/tally.ts'
import { visible } from '../shell/plain-text.ts'

/** Reasons listed on the screen; --json has them all. */
const MOST_REASONS = 20

/** The report as one JSON line. */
export function reportJson({ batchId, counts, ...file }: ImportReport, tenant: string, seconds: number): string {
  const { reasons, ...numbers } = counts
  const all = sorted(reasons)
  return JSON.stringify({ batchId, tenant, ...numbers, reasons: all, ...file, seconds: Number(seconds.toFixed(3)) })
}

/** The report for people: the sum of the rows, then each reason once with how often and where. */
export function reportLines({ counts, readAs }: ImportReport, seconds: number, locale: Locale): string[] {
  const { read, added, known, changed, rejected, skipped } = counts
  const speed = Math.round(read / Math.max(seconds, 0.001))
  const sums = text(
    `读${read}行：收下${added}行，早已有${known}行，有改动${changed}行，没收下${rejected}行，不是事项${skipped}行；按 ${readAs} 读，用${seconds.toFixed(1)}秒，每秒${speed}行`,
    `${read} rows read: ${added} added, ${known} known, ${changed} changed, ${rejected} rejected, ${skipped} not a case; read as ${readAs}, ${seconds.toFixed(1)} s, ${speed} rows a second`,
  )
  const reasons = sorted(counts.reasons)
  const more = reasons.length - MOST_REASONS
  return [
    sums[locale],
    ...skippedLine(counts, locale),
    ...reasons.slice(0, MOST_REASONS).map((reason) => reasonLine(reason, locale)),
    ...(more > 0 ? [locale === 'zh' ? `  另有${more}种原因` : `  and ${more} more reasons`] : []),
    ...changeLines(counts, locale),
    ...(rejected > 0 ? [KEPT[locale]] : []),
  ]
}

const KEPT = text(
  '没收下的行连同原因都留在“管理”的导入记录里',
  'All rejected rows are kept with their reasons under Admin, Imports',
)

const sorted = (reasons: ReadonlyMap<string, Reason>): Reason[] =>
  [...reasons.values()].sort((a, b) => b.count - a.count || (a.rows[0] ?? 0) - (b.rows[0] ?? 0))

const SKIPPED: Readonly<Record<keyof ImportCounts['skippedKinds'], Text>> = {
  empty: text('空行', 'empty'),
  total: text('合计行', 'totals'),
  heading: text('重复的表头', 'headings again'),
  note: text('脚注', 'footnotes'),
  filtered: text('按对照文件的 where 不要', 'left out by where'),
}

function skippedLine({ skippedKinds }: ImportCounts, locale: Locale): string[] {
  const parts = Object.entries(skippedKinds).map(([kind, count]) =>
    locale === 'zh'
      ? `${SKIPPED[kind as keyof typeof SKIPPED].zh}${count}`
      : `${SKIPPED[kind as keyof typeof SKIPPED].en} ${count}`,
  )
  if (parts.length === 0) return []
  return [locale === 'zh' ? `  不是事项的：${parts.join('，')}` : `  not a case: ${parts.join(', ')}`]
}

function reasonLine({ issue, count, rows }: Reason, locale: Locale): string {
  const words = visible(rowIssueText(issue, locale))
  const places = `${rows.join('、')}${count > rows.length ? '……' : ''}`
  return locale === 'zh'
    ? `  ${count}行  ${words}  第${places}行`
    : `  ${count} ${count === 1 ? 'row' : 'rows'}  ${words}  row ${places.replaceAll('、', ', ').replace('……', ' …')}`
}

/** Changed rows listed on the screen; --json has the first thousand. */
const MOST_CHANGES = 20

function changeLines({ changes, changed, applied }: ImportCounts, locale: Locale): string[] {
  if (changed === 0) return []
  const zh = locale === 'zh'
  const lines = changes.slice(0, MOST_CHANGES).map(({ number, changes: all }) => {
    const words = all.map(({ title, before, after }) =>
      zh ? `${title.zh}：“${before}”→“${after}”` : `${title.en}: “${before}” → “${after}”`,
    )
    return visible(zh ? `  第${number}行改了  ${words.join('；')}` : `  row ${number} changed  ${words.join('; ')}`)
  })
  const left = changed - applied
  const more = changed - lines.length
  const sums = zh
    ? `改过的${changed}行：记到事项上${applied}行，要人看${left}行${applied === 0 ? '；加 --apply-changes 就记上' : ''}`
    : `${changed} changed rows: ${applied} recorded on their matters, ${left} for a person${applied === 0 ? '; --apply-changes records them' : ''}`
  return [...lines, ...(more > 0 ? [zh ? `  另有${more}行` : `  and ${more} more rows`] : []), sums]
}
