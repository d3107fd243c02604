import { dayOf } from '../../../../domain/time/time.ts'
import { useStoryTeller } from '../../../parts/matter/story-teller.ts'
import { longDay } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'

/** What whoever the matter concerns was to be told of it, in order: filing, days left out, more time, hearings put off, each with its reasons. */
export function LimitTold({ view, procedure }: SectionProps) {
  const { words, say, locale } = useWords()
  const tell = useStoryTeller(procedure, view.matter)
  const told = view.timeline.filter(({ type, step }) => type === 'StepTaken' && procedure.steps[step ?? '']?.tells)
  if (told.length === 0) return null
  return (
    <>
      <h3>{words.limit.told}</h3>
      <ol className="limit-told">
        {told.map((item) => (
          <li key={item.version}>
            <time dateTime={item.at}>{longDay(dayOf(item.at), locale)}</time>
            <b>{say(procedure.steps[item.step ?? '']?.title ?? { zh: '', en: '' })}</b>
            <span>
              {tell(item)
                .details.map(({ title, value }) => `${title}${words.colon}${value}`)
                .join(words.semicolon)}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
