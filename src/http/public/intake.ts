import { optionsOf, settingOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import type { Directory, Unit } from '../../domain/unit/unit.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import type { Option } from './pages/fields.ts'

/** The definition that reports from residents follow. */
export const REPORT = 'report'

/** The report definition for a report that comes in now. */
export const reportProcedure = ({ procedures }: Rulebook, now: Instant): Procedure =>
  procedureInEffect(procedures, REPORT, dayOf(now))

/** The unit that takes reports in: the governance centre, else the unit at the top. */
export function intakeUnit({ units }: Directory): Unit {
  const all = Object.values(units)
  const found = all.find(({ kind }) => kind === 'centre') ?? all.find(({ parentId }) => !parentId)
  if (!found) throw new Error('there is no unit that could take in a report')
  return found
}

/** Kinds of report that the office offers, in the definition's order. */
export function categoryOptions({ forms, opening, categories }: Procedure, locale: Locale): Option[] {
  const fields = forms[opening.form]?.fields ?? {}
  const field = fields[settingOf(fields, 'category') ?? '']
  return Object.entries(optionsOf(field) ?? categories).map(([value, title]) => ({ value, label: title[locale] }))
}

/** Townships and villages, villages under their township. */
export function placeOptions({ units }: Directory, locale: Locale): Option[] {
  const all = Object.values(units)
  const townships = all.filter(({ kind }) => kind === 'township')
  return townships.flatMap((township) => [
    { value: township.id, label: township.name[locale], group: township.name[locale] },
    ...all
      .filter(({ kind, parentId }) => kind === 'village' && parentId === township.id)
      .map(({ id, name }) => ({ value: id, label: name[locale], group: township.name[locale] })),
  ])
}

/** Units a report may be about. Not the intake unit or those above it: who would take it in? Their superior does, elsewhere. */
export function aboutOptions({ units }: Directory, intake: Unit, locale: Locale): Option[] {
  return Object.values(units)
    .filter(({ path, kind }) => !intake.path.startsWith(path) && kind !== 'village')
    .map(({ id, name }) => ({ value: id, label: name[locale] }))
}
