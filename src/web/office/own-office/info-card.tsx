import { useRef } from 'react'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { changeEmblem, changeOffice, type OfficeView } from './office-api.ts'
import { OfficeButton, OfficeCard } from './office-card.tsx'
import { asText, infoAnswers, infoBody, infoForm, whyForm } from './office-forms.ts'
import type { OfficeTask } from './use-office-tasks.tsx'

type Props = { readonly office: OfficeView; readonly ask: (task: OfficeTask) => void }

/** Name, phone, hours, address, and the emblem. */
export function InfoCard({ office, ask }: Props) {
  const { say: inWords } = useWords()
  const say = useOwnOfficeWords()
  const { name, contact } = office
  const facts: readonly (readonly [string, string | undefined])[] = [
    [say.name, inWords(name)],
    [say.phone, contact.phone],
    [say.hours, contact.hours && inWords(contact.hours)],
    [say.dutyPhone, contact.dutyPhone],
    [say.address, contact.address && inWords(contact.address)],
    [say.help, contact.help],
  ]
  const change = () =>
    ask({
      id: 'info',
      title: say.info,
      form: infoForm,
      start: infoAnswers(office),
      send: (values) => changeOffice(infoBody(values)),
    })
  return (
    <OfficeCard id="info" title={say.info} lead={say.lead} action={<OfficeButton title={say.change} act={change} />}>
      <dl className="own-facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value ?? <span className="hint">{say.none}</span>}</dd>
          </div>
        ))}
      </dl>
      <Emblem office={office} ask={ask} />
    </OfficeCard>
  )
}

function Emblem({ office: { emblem }, ask }: Props) {
  const say = useOwnOfficeWords()
  const input = useRef<HTMLInputElement>(null)
  const chosen = async (file: File | undefined) => {
    if (!file) return
    const picture = await base64Of(file)
    const send = (values: { readonly reason?: unknown }) =>
      changeEmblem({ reason: asText(values.reason as string), picture })
    ask({ id: 'emblem', title: say.emblemChoose, under: file.name, form: whyForm, send })
  }
  const remove = () =>
    ask({
      id: 'no-emblem',
      title: say.emblemRemove,
      form: whyForm,
      send: (values) => changeEmblem({ reason: asText(values['reason']) }),
    })
  return (
    <p className="own-emblem">
      {emblem && <img src={`/public/emblem?v=${emblem.slice(0, 10)}`} alt={say.emblemAlt} width={40} height={40} />}
      <OfficeButton title={say.emblemChoose} act={() => input.current?.click()} />
      {emblem && <OfficeButton title={say.emblemRemove} act={remove} />}
      <span className="hint">{say.emblemHint}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg"
        aria-label={say.emblemChoose}
        onChange={(event) => void chosen(event.target.files?.[0])}
      />
    </p>
  )
}

/** What stands behind the comma of a data address. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
