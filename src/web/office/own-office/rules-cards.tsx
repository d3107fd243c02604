import { dayOf } from '../../../domain/time/time.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { sourcesToConfirm } from '../../../engine/why/sources-to-confirm.ts'
import { useOffice } from '../../client/office.tsx'
import { longDay } from '../../words/dates.ts'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { changeLength, confirmRule, type OfficeView } from './office-api.ts'
import { OfficeButton, OfficeCard, OfficeLine } from './office-card.tsx'
import { asText, lengthForm, ownRules, whyForm } from './office-forms.ts'
import type { OfficeTask } from './use-office-tasks.tsx'

type Props = { readonly office: OfficeView; readonly ask: (task: OfficeTask) => void }

/** Lengths that are the office's own. */
export function LengthsCard({ office: { overrides }, ask }: Props) {
  const { say: inWords } = useWords()
  const say = useOwnOfficeWords()
  const { procedures } = useOffice().rulebook
  const rules: Record<string, Text | undefined> = ownRules(procedures)
  const nameOf = (rule: string) => {
    const title = rules[rule]
    return title ? inWords(title) : rule
  }
  const unitWords: Readonly<Record<string, string>> = say.units
  const add = () =>
    ask({
      id: 'length',
      title: say.lengthAdd,
      form: lengthForm(procedures),
      start: { unit: 'calendarDay' },
      send: ({ rule, length, unit, document, reason }) =>
        changeLength({
          reason: asText(reason),
          rule: asText(rule),
          length: { length: Number(length), unit: unit as 'calendarDay', document: asText(document) },
        }),
    })
  const remove = (rule: string) =>
    ask({
      id: `no-length:${rule}`,
      title: say.lengthRemoveTitle(nameOf(rule)),
      form: whyForm,
      send: ({ reason }) => changeLength({ reason: asText(reason), rule }),
    })
  const rows = Object.entries(overrides)
  const action = <OfficeButton title={say.lengthAdd} act={add} />
  return (
    <OfficeCard id="lengths" title={say.lengths} lead={say.lengthsLead} action={action}>
      {rows.length === 0 && <p>{say.lengthsNone}</p>}
      <ul>
        {rows.map(([rule, { length, unit, document }]) => (
          <OfficeLine key={rule} action={say.lengthRemove} act={() => remove(rule)}>
            {nameOf(rule)} · {length} {unitWords[unit] ?? unit} <span className="hint">{document}</span>
          </OfficeLine>
        ))}
      </ul>
    </OfficeCard>
  )
}

/** Rules from elsewhere that wait for the county's own word, and those that have it. */
export function ConfirmCard({ office: { confirmed }, ask }: Props) {
  const { say: inWords, words, locale } = useWords()
  const say = useOwnOfficeWords()
  const all = sourcesToConfirm(useOffice().rulebook.procedures)
  const left = all.filter(({ source }) => !confirmed[source.article.zh]).length
  const confirm = (article: Text) =>
    ask({
      id: `confirm:${article.zh}`,
      title: say.confirmTitle,
      under: inWords(article),
      form: whyForm,
      action: say.confirm,
      send: ({ reason }) => confirmRule({ reason: asText(reason), article: article.zh }),
    })
  return (
    <OfficeCard
      id="confirm"
      title={say.confirms}
      lead={say.confirmsLead}
      action={<span>{say.confirmsLeft(left)}</span>}
    >
      <ul>
        {all.map(({ source: { article }, usedIn }) => {
          const done = confirmed[article.zh]
          return (
            <OfficeLine key={article.zh} {...(done ? {} : { action: say.confirm, act: () => confirm(article) })}>
              {inWords(article)}{' '}
              <span className="hint">
                {say.usedIn} {usedIn.map(inWords).join(words.listComma)}
                {done && ` · ${say.confirmedBy(done.personName, longDay(dayOf(done.at), locale))} · ${done.reason}`}
              </span>
            </OfficeLine>
          )
        })}
      </ul>
    </OfficeCard>
  )
}
