import type { Level } from '../../../../domain/matter/level.ts'
import { loweredIn } from '../../../../domain/procedure/computed.ts'
import { factOf, personalOf } from '../../../../domain/procedure/form.ts'
import { dayOf } from '../../../../domain/time/time.ts'
import { levelName, levelNames } from '../../../../domain/wording/level-names.ts'
import { unitName, whereText } from '../../../client/names.ts'
import { useOffice } from '../../../client/office.tsx'
import { filesOf, valueText } from '../../../parts/matter/value-text.ts'
import { longDay, timeOf } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import { Disputed, Statements } from '../reporter/statements.tsx'
import type { SectionProps } from '../sections.ts'
import { useWarned } from '../warned/warned-card.tsx'
import { NamedRecord } from './named-record.tsx'
import { PlaceProposal } from './place-proposal.tsx'

type Line = {
  readonly name: string
  readonly title: string
  readonly value: string
  readonly named?: string | undefined
}

/** Answers that the head or the lines above already show. */
const SHOWN_ELSEWHERE = ['title', 'level', 'unit', 'owner', 'place', 'placeUnit', 'supervisor', 'sponsor', 'ordering']

/** Of a warning, what its picture says in the reader's language. */
const SAID_BESIDE = ['series', 'words']

/** What was registered: where, through which door, and the answers of the opening form. */
export function FactsCard({ view, procedure }: SectionProps) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const { matter } = view
  const warned = useWarned(matter)
  const form = procedure.forms[procedure.opening.form]
  const answers = Object.entries(form?.fields ?? {}).flatMap(([name, field]) => {
    const fact = factOf(field)
    if (
      field.kind === 'items' ||
      personalOf(field) ||
      (fact && SHOWN_ELSEWHERE.includes(fact)) ||
      (warned && SAID_BESIDE.includes(name)) ||
      filesOf(matter.fields[name]).length > 0
    )
      return []
    const value = valueText(field, matter.fields[name], { words, locale, say, directory })
    const named = field.kind === 'record' ? String(matter.fields[name]) : undefined
    return value ? [{ name, title: say(field.title), value, named }] : []
  })
  const lowered = loweredText(procedure, matter, { words, say })
  const place = whereText(directory, matter.placeUnitId, matter.place, say)
  const lines: readonly Line[] = [
    { name: 'unit', title: words.matter.unit, value: unitName(directory, matter.unitId, say) },
    { name: 'place', title: words.matter.place, value: place },
    { name: 'channel', title: words.matter.channel, value: words.channel[matter.channel] },
    {
      name: 'opened',
      title: words.matter.opened,
      value: `${longDay(dayOf(matter.openedAt), locale)} ${timeOf(matter.openedAt)}`,
    },
    ...answers,
    ...(lowered ? [{ name: 'lowered', title: words.matter.level, value: lowered }] : []),
  ].filter(({ value }) => value)
  return (
    <section className="card" aria-labelledby="facts">
      <header className="card-head">
        <h2 id="facts">{words.matter.facts}</h2>
        <span className="hint">{words.matter.versionLine(matter.procedureVersion)}</span>
      </header>
      <dl className="card-body facts">
        {lines.map(({ name, title, value, named }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>
              {named ? <NamedRecord named={named} text={value} /> : value}
              <Disputed statements={matter.statements ?? []} about={name} />
            </dd>
          </div>
        ))}
      </dl>
      <Statements view={view} procedure={procedure} />
      <PlaceProposal view={view} procedure={procedure} />
    </section>
  )
}

/** A level that was set below the one its number stands for says so. */
function loweredText(
  { forms }: SectionProps['procedure'],
  { fields, level }: SectionProps['view']['matter'],
  { words, say }: Pick<ReturnType<typeof useWords>, 'words' | 'say'>,
): string | undefined {
  const all = Object.values(forms).map((form) => loweredIn(form.fields, fields))
  const lowered = all.find((each) => each && each.chosen === level)
  if (!lowered) return undefined
  const { chosen, computed, because } = lowered
  const nameOf = (each: Level) => say(levelName(each, levelNames({ forms })))
  return words.matter.levelByValue(nameOf(chosen), nameOf(computed), because)
}
