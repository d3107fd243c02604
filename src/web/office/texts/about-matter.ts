import type { Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import { addMilliseconds, type Day, dayOf, type Instant } from '../../../domain/time/time.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { leadingClock } from '../../../engine/time/leading-clock.ts'
import type { TextsAbout } from '../../parts/texts/texts-context.ts'
import { dayAndMonth } from '../../words/dates.ts'

/** What kept words may say of a matter. */
export function aboutMatter(matter: Matter, { units }: Directory, now: Instant): TextsAbout {
  const clock = leadingClock(matter.clocks.filter(({ state }) => state === 'running' || state === 'overdue'))
  const unit = units[matter.unitId]
  return {
    procedure: matter.procedure,
    ...present({ category: matter.category }),
    facts: {
      编号: text(matter.reference, matter.reference),
      事由: text(matter.title, matter.title),
      今天: dayText(dayOf(now)),
      ...(unit ? { 单位: unit.name } : {}),
      // A day ends at the midnight after it.
      ...(clock ? { 期限: dayText(dayOf(addMilliseconds(clock.dueAt, -1))) } : {}),
    },
  }
}

const dayText = (day: Day): Text =>
  text(`${day.slice(0, 4)}年${dayAndMonth(day, 'zh')}`, `${dayAndMonth(day, 'en')} ${day.slice(0, 4)}`)
