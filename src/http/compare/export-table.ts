import type { CompareView } from '../../domain/compare/compare-view.ts'
import { periodName } from '../../domain/indicators/named-period.ts'
import { addMilliseconds, dayOf } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { type Locale, text } from '../../domain/wording/text.ts'

const HEADINGS = {
  unit: text('单位', 'Unit'),
  value: text('值', 'Value'),
  interval: text('95%区间', '95 % interval'),
  word: text('怎么看', 'Reading'),
  causes: text('单位的说明', 'What the unit says'),
  own: text('（本级）', ' (itself)'),
}

/** A comparison as a table, in the order of the administration. */
export function exportTable(view: CompareView, directory: Directory, locale: Locale) {
  const { indicator, period, lines, measures } = view
  const shown = (value: number | null) => valueText(value, view)
  return {
    title: `${indicator.title[locale]} ${periodName(period.name)[locale]}`,
    mark: text(
      `${indicator.id} 第${indicator.version}版：${indicator.formula}。按${dayOf(addMilliseconds(view.at, -1))}的记录。单位按区划顺序，不排名次。`,
      `${indicator.id} version ${indicator.version}: ${indicator.formula}. By the records of ${dayOf(addMilliseconds(view.at, -1))}. Units in the order of the administration, never ranked.`,
    )[locale],
    headings: [
      HEADINGS.unit[locale],
      ...measures.map(({ title }) => title[locale]),
      HEADINGS.value[locale],
      HEADINGS.interval[locale],
      HEADINGS.word[locale],
      HEADINGS.causes[locale],
    ],
    kinds: ['text', ...measures.map(() => 'number' as const), 'text', 'text', 'text', 'text'] as const,
    rows: lines.map((line) => ({
      tag: line.unitId,
      cells: [
        (directory.units[line.unitId]?.name[locale] ?? line.unitId) + (line.isOwn ? HEADINGS.own[locale] : ''),
        ...measures.map(({ id }) => String(line.counts[id] ?? '')),
        shown(line.value),
        line.lower === null ? '' : `${shown(line.lower)}–${line.upper === null ? '' : shown(line.upper)}`,
        line.word[locale],
        line.causes.map((cause) => cause.text).join('；'),
      ],
    })),
  }
}

/** A value as it is shown: shares in percent, whether or not the formula makes them so. */
function valueText(value: number | null, { isPercent, whole }: CompareView): string {
  if (value === null) return '—'
  if (!isPercent) return value.toFixed(Math.abs(value) < 10 ? 2 : 1)
  const scale =
    whole.value !== null && whole.numerator !== null && whole.denominator && whole.numerator > 0
      ? whole.value / (whole.numerator / whole.denominator)
      : 1
  return `${((100 * value) / scale).toFixed(1)}%`
}
