import { type Field, isSealed, personalOf } from '../../../../domain/procedure/form.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { mayOpenFields, mayOpenVault } from '../../../../engine/access/personal-access.ts'
import { isRestricted } from '../../../../engine/access/restricted.ts'
import { useOffice } from '../../../client/office.tsx'
import { MaskedField } from '../../../parts/matter/masked-field.tsx'
import { OpenFieldsButton } from '../../../parts/matter/open-fields-button.tsx'
import { useFieldsOpen } from '../../../parts/matter/use-fields-open.ts'
import { valueText } from '../../../parts/matter/value-text.ts'
import { timeOf } from '../../../words/dates.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'
import { EmergencyButton } from './emergency-button.tsx'
import { NewCode } from './new-code.tsx'

/** Personal details, covered; opening them asks for a reason and is recorded. A kind that asks for none has no card. */
export function PartiesCard(props: SectionProps) {
  const { words } = useWords()
  if (!asksForPeople(props)) return null
  return (
    <section className="card" aria-labelledby="parties">
      <header className="card-head">
        <h2 id="parties">{words.matter.parties}</h2>
      </header>
      <div className="card-body">
        <Parties {...props} />
      </div>
    </section>
  )
}

/** The lines alone, for the phone. */
export function Parties(props: SectionProps) {
  const { mayIssueCode, matter } = props.view
  if (!asksForPeople(props)) return null
  return (
    <>
      <SealedLines {...props} />
      {mayIssueCode && <NewCode matterId={matter.id} />}
    </>
  )
}

function SealedLines({ view, procedure }: SectionProps) {
  const reading = useWords()
  const { words, say } = reading
  const { actor, directory, now } = useOffice()
  const { matter, mayOpen, hasReporter } = view
  const inVault = ({ field }: Named) => personalOf(field)?.vault === true
  const fields = personalFields(procedure).filter((named) =>
    inVault(named) ? hasReporter : isSealed(matter.fields[named.name]),
  )
  const openable = fields.filter((named) => inVault(named) || mayOpen.includes(named.name)).map(({ name }) => name)
  const { opened, open } = useFieldsOpen(matter.id, openable.length > 0, now)
  // Who may not open is not told whether somebody left something: the second person is asked all the same.
  const closed = personalFields(procedure).flatMap((named) =>
    (inVault(named) ? mayOpenVault : mayOpenFields)(actor, matter, directory) ? [] : [named.name],
  )
  const emergency = closed.length > 0 &&
    openable.length === 0 &&
    !matter.shreddedAt &&
    !isRestricted(matter) &&
    !matter.exercise && <EmergencyButton matterId={matter.id} fields={closed} />
  if (fields.length === 0)
    return (
      <>
        <p className="hint">
          {matter.shreddedAt ? words.matter.shredded : emergency ? words.matter.notYours : words.matter.partiesNone}
        </p>
        {emergency}
      </>
    )
  return (
    <>
      <dl>
        {fields.map(({ name, field }, index) => (
          <MaskedField
            key={name}
            title={say(field.title)}
            mask={view.masks?.[name]}
            value={
              opened && openable.includes(name)
                ? valueText(field, opened.values[name], { ...reading, directory }) || words.matter.notLeft
                : undefined
            }
            after={
              index === 0 && openable.length > 0 && !opened ? (
                <OpenFieldsButton open={(purpose, reason) => open(openable, purpose, reason)} />
              ) : undefined
            }
          />
        ))}
      </dl>
      <p className="hint parties-hint">
        {matter.shreddedAt
          ? words.matter.shredded
          : opened
            ? words.matter.closesAt(timeOf(opened.closesAt))
            : openable.length > 0
              ? words.matter.openHint
              : words.matter.notYours}
      </p>
      {emergency}
      {hasReporter && <p className="hint">{words.matter.vault}</p>}
    </>
  )
}

const asksForPeople = ({ view, procedure }: SectionProps) =>
  view.mayIssueCode || view.hasReporter || personalFields(procedure).length > 0

type Named = { readonly name: string; readonly field: Field }

/** The personal fields of all forms of a kind, each once. */
function personalFields(procedure: Procedure): Named[] {
  const all = Object.values(procedure.forms).flatMap(({ fields }) =>
    Object.entries(fields).map(([name, field]) => ({ name, field })),
  )
  const personal = all.filter(({ field }) => personalOf(field))
  return personal.filter(({ name }, index) => personal.findIndex((other) => other.name === name) === index)
}
