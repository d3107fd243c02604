import { useQuery } from '@tanstack/react-query'
import type { Form } from '../../../domain/procedure/form.ts'
import type { LetterheadView } from '../../../domain/views/paper-views.ts'
import { text } from '../../../domain/wording/text.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { papersEn } from '../../words/paper/papers.en.ts'
import { type PaperWords, papersZh } from '../../words/paper/papers.zh.ts'
import { usePaperWords } from '../../words/paper/use-paper-words.ts'
import { useWords } from '../../words/words.tsx'
import { useMayChange } from '../admin/may-change.ts'
import { OfficeButton, OfficeCard, OfficeLine } from '../own-office/office-card.tsx'
import { asText, whyForm } from '../own-office/office-forms.ts'
import { useOfficeTasks } from '../own-office/use-office-tasks.tsx'
import { letterheadsQuery, setLetterhead } from './papers-api.ts'

type Name = { [K in keyof PaperWords]: PaperWords[K] extends string ? K : never }[keyof PaperWords]
const both = (name: Name) => text(papersZh[name], papersEn[name])

const form: Form = {
  title: both('heads'),
  fields: {
    unit: { kind: 'unit', title: both('unit'), required: true },
    name: { kind: 'text', title: both('name'), hint: both('nameHint'), max: 40 },
    letters: { kind: 'text', title: both('letters'), hint: both('lettersHint'), max: 12 },
    red: {
      kind: 'choice',
      title: both('red'),
      required: true,
      options: { red: both('redRed'), black: both('redBlack') },
    },
    ...whyForm.fields,
  },
}

/** How units sign and number their papers. */
export function LetterheadsCard() {
  const { say } = useWords()
  const words = usePaperWords()
  const { directory } = useOffice()
  const mayChange = useMayChange()
  const { ask, drawer } = useOfficeTasks()
  const { data: heads = [] } = useQuery(letterheadsQuery)
  const change = (head?: LetterheadView) =>
    ask({
      id: `letterhead:${head?.unitId ?? 'new'}`,
      title: words.heads,
      form,
      start: {
        red: head?.red === false ? 'black' : 'red',
        ...(head ? { unit: head.unitId, name: head.name ?? '', letters: head.letters ?? '' } : {}),
      },
      send: ({ unit, name, letters, red, reason }) =>
        setLetterhead({
          unitId: asText(unit),
          red: red === 'red',
          reason: asText(reason),
          ...(asText(name) ? { name: asText(name) } : {}),
          ...(asText(letters) ? { letters: asText(letters) } : {}),
        }),
    })
  const lineOf = ({ unitId, name, letters, red }: LetterheadView) => {
    const unit = unitName(directory, unitId, say)
    return [unit, name ?? unit, letters ?? words.noLetters, red ? words.redRed : words.redBlack].join(' · ')
  }
  return (
    <OfficeCard
      id="letterheads"
      title={words.heads}
      lead={words.headsLead}
      action={mayChange && <OfficeButton title={words.headAdd} act={() => change()} />}
    >
      <ul>
        {heads.map((head) => (
          <OfficeLine key={head.unitId} {...(mayChange ? { action: words.headChange, act: () => change(head) } : {})}>
            {lineOf(head)}
          </OfficeLine>
        ))}
      </ul>
      {drawer}
    </OfficeCard>
  )
}
