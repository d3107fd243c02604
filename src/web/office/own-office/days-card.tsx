import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDay } from '../../../domain/time/calendar.ts'
import type { RecountPreview } from '../../../domain/views/admin-views.ts'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { longDay } from '../../words/dates.ts'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { ListButton } from './list-button.tsx'
import { changeDays, type OfficeView, previewDays, recount, recountQuery } from './office-api.ts'
import { OfficeButton, OfficeCard, OfficeLine } from './office-card.tsx'
import { asText, dayForm, whyForm } from './office-forms.ts'
import { RecountList } from './recount-list.tsx'
import type { OfficeTask } from './use-office-tasks.tsx'

type Props = { readonly office: OfficeView; readonly ask: (task: OfficeTask) => void }
type Change = { readonly reason: string; readonly days: CalendarDay[] }

/** Days off and worked that are the office's own. What they change is shown before they are saved. */
export function DaysCard({ office: { calendarDays }, ask }: Props) {
  const { locale } = useWords()
  const say = useOwnOfficeWords()
  const [offer, setOffer] = useState<Change & { readonly preview: RecountPreview }>()
  const save = async (change: Change) => {
    const preview = await previewDays({ days: change.days })
    if (preview.matters === 0) return changeDays(change)
    setOffer({ ...change, preview })
    return 'asks' as const
  }
  const add = () =>
    ask({
      id: 'day',
      title: say.dayAdd,
      form: dayForm,
      send: ({ date, name, off, source, reason }) => {
        const day = { date: asText(date), name: asText(name), off: off === 'off', source: asText(source) }
        const others = calendarDays.filter((each) => each.date !== day.date)
        return save({ reason: asText(reason), days: [...others, day] })
      },
    })
  const remove = (date: string) =>
    ask({
      id: `no-day:${date}`,
      title: say.dayRemoveTitle(longDay(date, locale)),
      form: whyForm,
      send: ({ reason }) => save({ reason: asText(reason), days: calendarDays.filter((each) => each.date !== date) }),
    })
  const dayActions = (
    <span className="own-actions">
      <ListButton kind="days" />
      <OfficeButton title={say.dayAdd} act={add} />
    </span>
  )
  return (
    <OfficeCard id="days" title={say.days} lead={say.daysLead} action={dayActions}>
      {calendarDays.length === 0 && <p>{say.daysNone}</p>}
      <ul>
        {calendarDays.map(({ date, name, off, source }) => (
          <OfficeLine key={date} action={say.dayRemove} act={() => remove(date)}>
            {longDay(date, locale)} {name} · {off ? say.off : say.work} <span className="hint">{source}</span>
          </OfficeLine>
        ))}
      </ul>
      {offer && <OfferDrawer offer={offer} close={() => setOffer(undefined)} />}
    </OfficeCard>
  )
}

/** Which matters the days would move, and the button that saves them all the same. */
function OfferDrawer({ offer, close }: { offer: Change & { preview: RecountPreview }; close: () => void }) {
  const { words, locale } = useWords()
  const say = useOwnOfficeWords()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const { preview, ...change } = offer
  const send = async () => {
    if (busy) return
    setBusy(true)
    try {
      await changeDays(change)
      await client.invalidateQueries()
      notify(say.recountAsked)
      close()
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
      setBusy(false)
    }
  }
  const foot = (
    <>
      <button type="button" className="button is-primary" aria-disabled={busy} onClick={() => void send()}>
        {say.recountSave}
      </button>
      <button type="button" className="button" onClick={close}>
        {words.cancel}
      </button>
    </>
  )
  const title = say.recountPreview(preview.matters)
  return (
    <Drawer title={title} under={say.recountPreviewLead} close={close} width={560} foot={foot}>
      {problem && (
        <p className="error-line" role="alert">
          {problem}
        </p>
      )}
      <RecountList preview={preview} />
    </Drawer>
  )
}

/** Running deadlines that the calendar as it is would put on other days, e.g. since a release brought a new notice. */
export function RecountCard({ ask }: Pick<Props, 'ask'>) {
  const say = useOwnOfficeWords()
  const { data } = useQuery(recountQuery)
  const isBehind = data !== undefined && data.matters > 0
  const start = () =>
    ask({
      id: 'recount',
      title: say.recountDo,
      form: whyForm,
      action: say.recountDo,
      send: ({ reason }) => recount({ reason: asText(reason) }),
    })
  const action = isBehind && !data.running ? <OfficeButton title={say.recountDo} act={start} /> : undefined
  return (
    <OfficeCard id="recount" title={say.recount} lead={say.recountLead} action={action}>
      {data && (
        <p role="status">
          {data.running
            ? say.recountRunning(data.matters)
            : isBehind
              ? say.recountCount(data.matters)
              : say.recountNone}
        </p>
      )}
      {isBehind && <RecountList preview={data} />}
    </OfficeCard>
  )
}
