import type { OverviewView } from '../../../domain/overview/overview-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { useOverviewWords } from '../../words/overview/use-overview-words.ts'
import { useWords } from '../../words/words.tsx'
import { numberText } from './figure.tsx'
import { weeksOf } from './weeks-of-days.ts'

/** The page in one sentence. */
export function OverviewSentence({ view }: { view: OverviewView }) {
  const { words: all, say, locale } = useWords()
  const words = useOverviewWords()
  const { directory, today } = useOffice()
  const { open, overdue, major } = view.all
  const last = weeksOf(view.days, today()).at(-1)
  const late = view.units.filter((line) => line.overdue > 0).length
  const parts = [
    words.sentence.open(numberText(open)),
    overdue > 0 ? words.sentence.overdue(numberText(overdue), late) : words.sentence.noneOverdue,
    major > 0 ? words.sentence.major(numberText(major)) : words.sentence.noneMajor,
  ]
  return (
    <p className="overview-sentence">
      <b>{unitName(directory, view.unitId, say)}</b>
      {all.colon}
      {parts.join(all.comma)}
      {all.stop}
      {locale === 'en' && ' '}
      {last && `${words.lastWeek(numberText(last.opened), numberText(last.closed))}${all.stop}`}
    </p>
  )
}
