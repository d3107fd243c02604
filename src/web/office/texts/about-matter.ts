import type { Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import { addMilliseconds, dayOf, type Instant } from '../../../domain/time/time.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { Locale, Text } from '../../../domain/wording/text.ts'
import { leadingClock } from '../../../engine/time/leading-clock.ts'
import { unitName } from '../../client/names.ts'
import type { TextsAbout } from '../../parts/texts/texts-context.ts'
import { longDay } from '../../words/dates.ts'

/** What kept words may say of a matter. */
export function aboutMatter(
  matter: Matter,
  directory: Directory,
  now: Instant,
  say: (text: Text) => string,
  locale: Locale,
): TextsAbout {
  const clock = leadingClock(matter.clocks.filter(({ state }) => state === 'running' || state === 'overdue'))
  return {
    procedure: matter.procedure,
    ...present({ category: matter.category }),
    facts: {
      编号: matter.reference,
      事由: matter.title,
      单位: unitName(directory, matter.unitId, say),
      今天: longDay(dayOf(now), locale),
      // A day ends at the midnight after it.
      ...(clock ? { 期限: longDay(dayOf(addMilliseconds(clock.dueAt, -1)), locale) } : {}),
    },
  }
}
