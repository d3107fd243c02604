import { settingOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Schedule } from '../../../domain/procedure/schedule.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { answersOf, isCertain, openingForm, own } from '../reading.ts'

/** What opens by itself answers all that its opening form demands, and nobody brings it. */
export const scheduleFaults = (procedure: Procedure): Fault[] => {
  const { schedules = {}, reporting, record } = procedure
  const brought = Object.keys(schedules).length > 0 && (reporting || record)
  return [
    ...(brought
      ? [
          fault(
            'schedules',
            '群众反映的、台账记录不会自己登记',
            'what residents bring, or a record, does not open by itself',
          ),
        ]
      : []),
    ...Object.entries(schedules).flatMap(([id, schedule]) => oneFaults(procedure, schedule, `schedules.${id}`)),
  ]
}

function oneFaults(procedure: Procedure, { opens, due, answers = {} }: Schedule, path: string): Fault[] {
  const fields = openingForm(procedure)?.fields ?? {}
  const given = [...Object.keys(answers), due?.field, settingOf(fields, 'title'), settingOf(fields, 'unit')]
  return [
    ...faultsAt(['opens', 'due'] as const, path, (which) => {
      const day = which === 'opens' ? opens : due
      return day?.before !== undefined && day.after !== undefined
        ? fault(`${path}.${which}`, '前、后只能写一个', 'lies before or after, not both')
        : undefined
    }),
    ...(due && own(fields, due.field)?.kind !== 'date'
      ? [
          fault(
            `${path}.due.field`,
            `登记表里没有“${due.field}”这个日期`,
            `the opening form has no date "${due.field}"`,
          ),
        ]
      : []),
    ...faultsAt(Object.keys(answers), `${path}.answers`, (name) => {
      const field = own(fields, name)
      const at = `${path}.answers.${name}`
      if (!field) return fault(at, '登记表里没有这一问', 'the opening form has no such question')
      const options = answersOf(field)
      return options && !options.includes(String(answers[name]))
        ? fault(at, `没有“${String(answers[name])}”这一项`, `has no answer "${String(answers[name])}"`)
        : undefined
    }),
    ...Object.entries(fields).flatMap(([name, field]) =>
      isCertain(field) && !given.includes(name)
        ? [
            fault(
              `${path}.answers`,
              `登记表必填的“${name}”没有答`,
              `"${name}", which the opening form requires, is not answered`,
            ),
          ]
        : [],
    ),
  ]
}
