import { Link } from '@tanstack/react-router'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { addDays, type Day, dayOf, daysBetween, endOfDay, startOfDay } from '../../../domain/time/time.ts'
import type { DeskView, ShiftView, Span } from '../../../domain/views/duty-view.ts'
import { holderName, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth, momentText, timeOf, weekdayText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { PublishButton } from './publish-button.tsx'

type Props = { desk: DeskView; time: { from: Day; to: Day }; procedure: Procedure | undefined }

/** One desk: who is on now, and its days with who is on and where nobody is. */
export function DeskCalendar({ desk, time, procedure }: Props) {
  const { words, say, locale } = useWords()
  const { directory, today } = useOffice()
  const days = Array.from({ length: daysBetween(time.from, time.to) + 1 }, (_, index) => addDays(time.from, index))
  const title = directory.posts[desk.deskId]?.title
  const heading = `desk-${desk.deskId}`
  return (
    <section className="card duty-desk" aria-labelledby={heading}>
      <header className="card-head">
        <h2 id={heading}>{title ? say(title) : unitName(directory, desk.unitId, say)}</h2>
        <span className={desk.on ? 'hint' : 'alarm'}>
          {desk.on
            ? `${words.duty.now} ${desk.on.postIds.map((id) => holderName(directory, id, say)).join(words.listComma)} ${desk.on.phone ?? ''} ${words.duty.until(momentText(desk.on.until, today(), locale))}`
            : words.duty.nobody}
        </span>
        <PublishButton desk={desk} procedure={procedure} />
      </header>
      <ol className="duty-days">
        {days.map((day) => (
          <li key={day} className={day === today() ? 'duty-day is-today' : 'duty-day'}>
            <h3>
              {dayAndMonth(day, locale)} <small>{weekdayText(day, locale)}</small>
            </h3>
            {desk.shifts
              .filter(({ from }) => dayOf(from) === day)
              .map((shift) => (
                <Shift key={shift.id} shift={shift} procedure={procedure} />
              ))}
            {desk.gaps
              .filter((gap) => isOn(gap, day))
              .map((gap) => (
                <Gap key={gap.from} gap={gap} day={day} />
              ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

const isOn = ({ from, until }: Span, day: Day) => from < endOfDay(day) && until > startOfDay(day)

/** The part of a gap that lies on this day. */
function Gap({ gap, day }: { gap: Span; day: Day }) {
  const { words } = useWords()
  const from = gap.from > startOfDay(day) ? timeOf(gap.from) : '00:00'
  const until = gap.until < endOfDay(day) ? timeOf(gap.until) : '24:00'
  return (
    <p className="duty-gap">
      <Icon name="alert" size={14} /> {from}–{until} {words.duty.gapShort}
    </p>
  )
}

function Shift({ shift, procedure }: { shift: ShiftView; procedure: Procedure | undefined }) {
  const { words, say } = useWords()
  const { directory } = useOffice()
  const name = (postId: string) => holderName(directory, postId, say)
  const state = procedure?.states[shift.state]?.title
  return (
    <Link
      to="/matters/$id"
      params={{ id: shift.id }}
      className={shift.published ? 'duty-shift' : 'duty-shift is-planned'}
    >
      <small>
        {timeOf(shift.from)}–{timeOf(shift.until)} · {state ? say(state) : shift.state}
      </small>
      <span>{shift.officers.map(name).join(words.listComma)}</span>
      {shift.leaderPostId && (
        <small>
          {words.duty.leader} {name(shift.leaderPostId)}
        </small>
      )}
    </Link>
  )
}
