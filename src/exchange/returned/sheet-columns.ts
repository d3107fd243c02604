import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { ROW_TAG_HEADING } from '../workbook/row-tag.ts'
import { plainCell } from './same-meaning.ts'

/** A column of a kind's ledger and where it stands in the sheet. */
export type SheetColumn = { readonly field: string; readonly heading: string; readonly place: number }

/** What of a kind's ledger stands in a sheet. Headings that stand twice are not read: nobody can tell which one was meant. */
export type SheetColumns = {
  readonly locale: Locale
  readonly columns: readonly SheetColumn[]
  readonly twice: readonly string[]
}

const loose = (heading: string): string => plainCell(heading).replace(/\s+/g, '').toLowerCase()

/** Finds the columns of a kind's ledger under the headings of a sheet, in the language most of them are written in. */
export function sheetColumns(ledger: Procedure['ledger'], headings: readonly string[]): SheetColumns {
  const [zh, en] = (['zh', 'en'] as const).map((locale) => columnsIn(ledger, headings, locale))
  return zh && en && en.columns.length > zh.columns.length
    ? { ...en, locale: 'en' }
    : { locale: 'zh', columns: [], twice: [], ...zh }
}

function columnsIn(
  ledger: Procedure['ledger'],
  headings: readonly string[],
  locale: Locale,
): Omit<SheetColumns, 'locale'> {
  const places = new Map<string, number[]>()
  for (const [place, heading] of headings.entries()) {
    const name = loose(heading)
    places.set(name, [...(places.get(name) ?? []), place])
  }
  const found = ledger.map(({ field, title }) => ({
    field,
    heading: title[locale],
    at: places.get(loose(title[locale])) ?? [],
  }))
  return {
    columns: found.flatMap(({ field, heading, at: [place, ...more] }) =>
      place !== undefined && more.length === 0 ? [{ field, heading, place }] : [],
    ),
    twice: found.flatMap(({ heading, at }) => (at.length > 1 ? [heading] : [])),
  }
}

/** Headings of columns that are the office's own: nothing in them is read. */
export function ownHeadings(headings: readonly string[], { columns, twice }: SheetColumns): string[] {
  const read = new Set([...columns.map(({ place }) => headings[place] ?? ''), ...twice].map(loose))
  return headings.filter(
    (heading) => heading !== '' && loose(heading) !== loose(ROW_TAG_HEADING) && !read.has(loose(heading)),
  )
}
