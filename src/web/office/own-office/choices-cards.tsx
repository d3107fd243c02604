import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { OPEN_CHANNELS } from '../../client/channels.ts'
import { newKey } from '../../client/new-key.ts'
import { useOffice } from '../../client/office.tsx'
import { en } from '../../words/en.ts'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { zh } from '../../words/zh.ts'
import { changeCategories, changeChannels, changeNumbering, type OfficeView } from './office-api.ts'
import { OfficeButton, OfficeCard, OfficeLine } from './office-card.tsx'
import { asList, asText, categoriesForm, choicesForm } from './office-forms.ts'
import type { OfficeTask } from './use-office-tasks.tsx'

type Props = { readonly office: OfficeView; readonly ask: (task: OfficeTask) => void }

const CHANNEL_TITLES = Object.fromEntries(
  OPEN_CHANNELS.map((name) => [name, { zh: zh.channel[name], en: en.channel[name] }]),
)

/** Channels that are offered when a matter is registered. */
export function ChannelsCard({ office: { closedChannels }, ask }: Props) {
  const { words } = useWords()
  const say = useOwnOfficeWords()
  const open = OPEN_CHANNELS.filter((name) => !closedChannels.includes(name))
  const change = () =>
    ask({
      id: 'channels',
      title: say.channels,
      form: choicesForm('channelsTitle', CHANNEL_TITLES, 1),
      start: { chosen: open },
      send: ({ chosen, reason }) => {
        const offered = asList(chosen)
        return changeChannels({
          reason: asText(reason),
          closed: OPEN_CHANNELS.filter((name) => !offered.includes(name)),
        })
      },
    })
  return (
    <OfficeCard id="channels" title={say.channels} action={<OfficeButton title={say.change} act={change} />}>
      <p>{open.map((name) => words.channel[name]).join(words.listComma)}</p>
    </OfficeCard>
  )
}

/** Categories of each kind of matter. */
export function CategoriesCard({ office: { categories }, ask }: Props) {
  const { say: inWords, words } = useWords()
  const say = useOwnOfficeWords()
  const { procedures } = useOffice().rulebook
  const hiddenOf = (id: string) => categories[id]?.hidden ?? []
  const change = (procedure: Procedure) => {
    const all = Object.keys(procedure.categories)
    ask({
      id: `categories:${procedure.id}`,
      title: say.categoriesTitle(inWords(procedure.short)),
      form: categoriesForm(procedure),
      start: { chosen: all.filter((id) => !hiddenOf(procedure.id).includes(id)) },
      send: ({ chosen, addedZh, addedEn, reason }) => {
        const [name, offered] = [asText(addedZh), asList(chosen)]
        const added = name ? { [`own-${newKey().slice(0, 8)}`]: { zh: name, en: asText(addedEn) || undefined } } : {}
        const hidden = all.filter((id) => !offered.includes(id))
        return changeCategories({ reason: asText(reason), procedure: procedure.id, added, hidden })
      },
    })
  }
  return (
    <OfficeCard id="categories" title={say.categories} lead={say.categoriesLead}>
      <ul>
        {procedures.map((procedure) => (
          <OfficeLine key={procedure.id} action={say.change} act={() => change(procedure)}>
            <b>{inWords(procedure.short)}</b>{' '}
            {Object.entries(procedure.categories)
              .filter(([id]) => !hiddenOf(procedure.id).includes(id))
              .map(([, title]) => inWords(title))
              .join(words.listComma)}
          </OfficeLine>
        ))}
      </ul>
    </OfficeCard>
  )
}

/** Kinds whose references have no gaps. */
export function NumberingCard({ office: { gapFree }, ask }: Props) {
  const { say: inWords, words } = useWords()
  const say = useOwnOfficeWords()
  const { procedures } = useOffice().rulebook
  const titles = Object.fromEntries(procedures.map(({ id, short }) => [id, short]))
  const change = () =>
    ask({
      id: 'numbering',
      title: say.numbering,
      form: choicesForm('numberingTitle', titles, 0),
      start: { chosen: gapFree },
      send: ({ chosen, reason }) => changeNumbering({ reason: asText(reason), gapFree: asList(chosen) }),
    })
  const chosen = procedures.filter(({ id }) => gapFree.includes(id)).map(({ short }) => inWords(short))
  const action = <OfficeButton title={say.change} act={change} />
  return (
    <OfficeCard id="numbering" title={say.numbering} lead={say.numberingLead} action={action}>
      <p>{chosen.length > 0 ? chosen.join(words.listComma) : say.numberingNone}</p>
    </OfficeCard>
  )
}
