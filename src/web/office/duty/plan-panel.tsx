import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { FormValues } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { addDays, dayOf } from '../../../domain/time/time.ts'
import type { DeskView, DutyView, ShiftView, Span } from '../../../domain/views/duty-view.ts'
import { openMatter } from '../../client/api.ts'
import { rotaQuery } from '../../client/duty.ts'
import { holderName } from '../../client/names.ts'
import { newKey } from '../../client/new-key.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { FormView } from '../../parts/form/form-view.tsx'
import { useForm } from '../../parts/form/use-form.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth, timeOf } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { isTime, type PlannedShift, planForm, shiftsOf } from './plan-rota.ts'

type Props = { procedure: Procedure; desks: readonly DeskView[] }

/** Plans many shifts at once: who takes turns is asked, what comes of it is shown, and each shift is opened as a matter of its own. */
export function PlanPanel({ procedure, desks }: Props) {
  const { words, locale } = useWords()
  const { directory, today, actor } = useOffice()
  const client = useQueryClient()
  const form = planForm(procedure)
  const own = desks.find(({ unitId }) => unitId === actor.unitId) ?? desks[0]
  const last = own?.shifts.at(-1)
  const state = useForm(form, `plan-${actor.postId}`, {
    desk: own?.deskId ?? '',
    firstDay: addDays(today(), 1),
    days: 7,
    changeAt: last ? timeOf(last.until) : '08:30',
    ...(last?.phone ? { phone: last.phone } : {}),
    ...(last?.place ? { place: last.place } : {}),
  })
  const [plan, setPlan] = useState<FormValues>()
  const [done, setDone] = useState<number>()
  const keys = useRef(new Map<string, string>())
  const deskId = String(state.answers['desk'] ?? '')
  const past = useQuery(rotaQuery({ from: addDays(today(), -7), to: addDays(today(), 45) }))
  const known = (past.data?.desks ?? desks).flatMap(({ shifts, deskId: id }) =>
    shifts.map((shift) => ({ ...shift, deskId: id })),
  )
  const away = past.data?.away ?? []
  if (!form) return null
  const desk = directory.posts[deskId]
  const shifts =
    plan && desk ? shiftsOf(procedure, plan, { unitId: desk.unitId, name: desk.title.zh.replace(/室$/, '') }) : []
  const fresh = shifts.filter((shift) => !isTaken(shift, deskId, known))
  const preview = (event: FormEvent) => {
    event.preventDefault()
    const values = state.check()
    if (!values) return
    if (isTime(String(values['changeAt']))) setPlan(values)
    else notify(words.duty.wrongTime)
  }
  const open = async () => {
    setDone(0)
    let count = 0
    try {
      for (const shift of fresh) {
        const wish = JSON.stringify(shift.form)
        const key = keys.current.get(wish) ?? newKey()
        keys.current.set(wish, key)
        await openMatter({ procedure: procedure.id, channel: 'other', form: shift.form }, key)
        count += 1
        setDone(count)
      }
      state.drop()
      setPlan(undefined)
    } catch (error) {
      notify(problemText(error, words, locale).text)
    }
    if (count > 0) notify(words.duty.opened(count))
    await client.invalidateQueries()
    setDone(undefined)
  }
  const asLastWeek = () => {
    const before = known.filter((shift) => shift.deskId === deskId && dayOf(shift.from) < today())
    state.setAll({
      ...state.answers,
      leaders: before.flatMap(({ leaderPostId }) => (leaderPostId ? [{ post: leaderPostId }] : [])),
      pairs: before.map(({ officers: [main = '', deputy] }) => ({ main, ...(deputy ? { deputy } : {}) })),
    })
  }
  return (
    <details className="card duty-plan no-print">
      <summary>
        <Icon name="plus" size={16} /> {words.duty.plan} <span className="hint">{words.duty.planHint}</span>
      </summary>
      <form className="card-body" onSubmit={preview} noValidate>
        <FormView form={form} state={state} />
        <p className="duty-plan-acts">
          <button type="button" className="button is-outline" onClick={asLastWeek}>
            <Icon name="copy" size={16} /> {words.duty.lastWeek}
          </button>
          <button type="submit" className="button is-primary">
            {words.duty.preview}
          </button>
        </p>
      </form>
      {plan && (
        <div className="card-body">
          <ol className="duty-preview">
            {shifts.map((shift) => (
              <Preview key={shift.from} shift={shift} taken={!fresh.includes(shift)} known={known} away={away} />
            ))}
          </ol>
          <button
            type="button"
            className="button is-primary"
            disabled={done !== undefined || fresh.length === 0}
            onClick={() => void open()}
          >
            {done === undefined ? words.duty.open(fresh.length) : words.duty.opening(done, fresh.length)}
          </button>
        </div>
      )}
    </details>
  )
}

type Known = ShiftView & { readonly deskId: string }
type PreviewProps = {
  shift: PlannedShift
  taken: boolean
  known: readonly Known[]
  away: DutyView['away']
}
const overlaps = (one: PlannedShift, other: Span) => one.from < other.until && other.from < one.until
const isTaken = (shift: PlannedShift, deskId: string, known: readonly Known[]) =>
  known.some((other) => other.deskId === deskId && overlaps(shift, other))

/** One shift of the plan, and whoever of it is on another shift or away at that time. */
function Preview({ shift, taken, known, away }: PreviewProps) {
  const { words, say, locale } = useWords()
  const { directory } = useOffice()
  const name = (postId: string) => holderName(directory, postId, say)
  const all = [...shift.officers, shift.leader]
  const warnings = [
    ...shift.officers
      .filter((post) => known.some((other) => other.officers.includes(post) && overlaps(shift, other)))
      .map((post) => words.duty.twice(name(post))),
    ...all
      .filter((post) => away.some(({ postId, ...span }) => postId === post && overlaps(shift, span)))
      .map((post) => words.duty.away(name(post))),
  ]
  return (
    <li>
      {dayAndMonth(dayOf(shift.from), locale)} {timeOf(shift.from)} · {shift.officers.map(name).join(words.listComma)} ·{' '}
      {words.duty.leader} {name(shift.leader)}
      {taken && <span className="hint"> {words.duty.taken}</span>}
      {!taken &&
        warnings.map((warning) => (
          <span key={warning} className="alarm">
            {' '}
            <Icon name="alert" size={14} /> {warning}
          </span>
        ))}
    </li>
  )
}
