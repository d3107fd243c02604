import { html } from 'hono/html'
import type { Clock } from '../../../domain/procedure/deadline.ts'
import type { Calendar } from '../../../domain/time/calendar.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant } from '../../../domain/time/time.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import { isOff } from '../../../engine/time/calendar.ts'
import { publicWords } from '../words/words.ts'
import { shortDay } from './dates.ts'
import type { Markup } from './page.ts'

/** Beyond this the cells get too narrow to read, and the two ends are enough. */
const MOST_CELLS = 31

/** The day strip: from the day a clock started to its due day, off days hatched, today framed, the due day filled. */
export function dayStrip(
  clock: Clock,
  { now, calendar, locale }: { now: Instant; calendar: Calendar; locale: Locale },
): Markup | string {
  const words = publicWords(locale)
  const start = dayOf(clock.startedAt)
  const due = clock.dueOn ?? dayOf(clock.dueAt)
  const count = daysBetween(start, due) + 1
  if (count < 2 || count > MOST_CELLS) return ''
  const days = Array.from({ length: count }, (_, index) => addDays(start, index))
  const today = dayOf(now)
  const cell = (day: Day) =>
    html`<li class="${look(day, { today, due, clock, calendar })}">${Number(day.slice(8))}</li>`
  const anyOff = days.some((day) => isOff(calendar, day))
  // The sentence beside the strip says the same, so the cells are not read out one by one.
  return html`<ol class="strip" aria-hidden="true">${days.map(cell)}</ol>
<p class="strip-key"><span>${clock.deadline === 'tell' ? words.stripReceived(shortDay(start, locale)) : words.stripFrom(shortDay(start, locale))}</span>${anyOff ? html`<span><span class="swatch"></span>${words.stripOff}</span>` : ''}<span>${shortDay(due, locale)}</span></p>`
}

function look(
  day: Day,
  { today, due, clock, calendar }: { today: Day; due: Day; clock: Clock; calendar: Calendar },
): string {
  const paused = clock.pauses.some(({ firstDay, lastDay }) => day >= firstDay && (!lastDay || day <= lastDay))
  const makeUp = calendar.days[day]?.off === false
  return [
    isOff(calendar, day) && day !== due ? 'off' : '',
    makeUp ? 'make-up' : '',
    paused ? 'paused' : '',
    day === today ? 'today' : '',
    day === due ? 'due' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
