import type { Command } from '../../domain/matter/command.ts'
import { settingOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Schedule, type ScheduleChoice, scheduleKey, shifted } from '../../domain/procedure/schedule.ts'
import type { Day } from '../../domain/time/time.ts'
import type { Directory, Unit } from '../../domain/unit/unit.ts'
import { type CalendarPeriod, dayIn, periodsOpening } from './periods.ts'

/** A matter that the calendar opens. The key says for which unit and period, whatever day the office chose for it. */
export type ScheduledOpening = {
  readonly key: string
  /** The first day of its period. */
  readonly first: Day
  readonly command: Extract<Command, { type: 'OpenMatter' }>
}

/** What a schedule opens after one day and not after another, for an office that uses it. */
export function scheduledOpenings(
  procedure: Procedure,
  id: string,
  choice: ScheduleChoice,
  { after, until }: { readonly after: Day; readonly until: Day },
  directory: Directory,
): ScheduledOpening[] {
  const schedule = procedure.schedules?.[id]
  if (!schedule) return []
  const own = asChosen(schedule, choice)
  const units = Object.values(directory.units).filter(
    (unit) => choice.only?.includes(unit.id) ?? own.units.includes(unit.kind),
  )
  return periodsOpening(own.every, own.opens, after, until).flatMap((period) =>
    units.map((unit) => ({
      key: `schedule:${scheduleKey(procedure.id, id)}:${unit.id}:${period.key}`,
      first: period.first,
      command: commandFor(procedure, own, period, unit),
    })),
  )
}

/** The schedule as the office has it. */
export const asChosen = (schedule: Schedule, { opensDays, dueDays }: ScheduleChoice): Schedule => ({
  ...schedule,
  opens: shifted(schedule.opens, opensDays),
  ...(schedule.due ? { due: { ...shifted(schedule.due, dueDays), field: schedule.due.field } } : {}),
})

function commandFor(
  { id, forms, opening }: Procedure,
  { named, due, answers }: Schedule,
  period: CalendarPeriod,
  unit: Unit,
): ScheduledOpening['command'] {
  const fields = forms[opening.form]?.fields ?? {}
  const [title = 'title', unitField] = [settingOf(fields, 'title'), settingOf(fields, 'unit')]
  return {
    type: 'OpenMatter',
    procedure: id,
    channel: 'system',
    unitId: unit.id,
    form: {
      ...answers,
      [title]: `${period.title.zh}${named.zh}`,
      ...(unitField ? { [unitField]: unit.id } : {}),
      ...(due ? { [due.field]: dayIn(period, due) } : {}),
    },
    ordering: { unitId: unit.id },
  }
}
