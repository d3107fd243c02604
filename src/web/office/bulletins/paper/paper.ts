import { type Block, type BulletinView, bulletinName, dayText } from '../../../../domain/bulletins/bulletin.ts'
import { COUNTED_MEANINGS, COUNTED_TITLES } from '../../../../domain/bulletins/figure-code.ts'
import type { Figures } from '../../../../domain/bulletins/figures.ts'
import { periodAt, periodText } from '../../../../domain/bulletins/period.ts'
import { COUNTED } from '../../../../domain/counts/count-row.ts'
import { dayOf } from '../../../../domain/time/time.ts'
import type { Text } from '../../../../domain/wording/text.ts'
import { cleanForPaper } from '../../../../papers/values/clean-text.ts'
import { numeral } from './numeral.ts'
import type { Naming, Paper } from './paper-model.ts'
import { partsOf } from './parts.ts'

/** Puts a bulletin together from its figures, as they may be told to this reader or as they are printed. */
export function paperOf(view: BulletinView, blocks: readonly Block[], figures: Figures, naming: Naming): Paper {
  const { words, locale } = naming
  const say = (text: Text) => text[locale]
  const { period, corrects, issued } = view
  const day = (at: string) => say(dayText(dayOf(at)))
  const sides = (['now', 'before', 'year'] as const).map((side) => say(periodText(periodAt(side, period))))
  const [now = '', before = '', year = ''] = sides
  return {
    office: naming.office(view.unitId),
    number: view.number === undefined ? '' : say(bulletinName(view)),
    title: cleanForPaper(view.title),
    ...(corrects ? { replaces: words.replaces(say(bulletinName(corrects))) } : {}),
    // A part that says nothing yet has no place on paper.
    sections: blocks
      .map((block) => ({
        id: block.id,
        title: cleanForPaper(block.title),
        parts: partsOf(cleaned(block), { unitId: view.scope.unitId }, figures, naming),
      }))
      .filter(({ parts }) => parts.length > 0)
      .map((section, at) => ({ ...section, title: section.title && numeral(at, locale) + section.title })),
    notes: [
      ...COUNTED.map((counted, at) =>
        words.note(`${at + 1}`, say(COUNTED_TITLES[counted]), say(COUNTED_MEANINGS[counted])),
      ),
      words.noteSides(now, before, year),
      words.noteFew,
      words.noteWords,
      words.noteCodes,
      words.noteOpen,
    ],
    day: day(issued?.at ?? figures.countedAt),
    address: naming.address,
  }
}

/** What people wrote, without what no paper may carry. */
const cleaned = (block: Block): Block => ({
  ...block,
  text: cleanForPaper(block.text),
  ...(block.cases
    ? {
        cases: block.cases.map((each) => ({
          ...each,
          title: cleanForPaper(each.title),
          text: cleanForPaper(each.text),
        })),
      }
    : {}),
})
