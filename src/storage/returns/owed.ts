import type { Kysely } from 'kysely'
import { present } from '../../domain/present.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { DueReturn, FillRow, ReturnForm } from '../../domain/returns/return-views.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { dueDayOf, owedPeriod } from '../../engine/returns/return-periods.ts'
import type { Tables } from '../schema/tables.ts'
import { type KeptFill, latestFills } from './return-fills.ts'
import { getMapping, type Mapping } from './return-forms.ts'

/** Fillings of so many periods are looked at for each form. */
const LATEST = 600

/** What each form owes now: its last period that is over, by which day, and what was done for it. */
export async function dueReturns(
  db: Kysely<Tables>,
  tenant: string,
  forms: readonly ReturnForm[],
  { calendar }: Pick<Rulebook, 'calendar'>,
  now: Instant,
): Promise<DueReturn[]> {
  const today = dayOf(now)
  const owed = forms.flatMap((form) => {
    const period = owedPeriod(form, today, calendar)
    return period ? [{ form, period }] : []
  })
  const fills = await latestFills(
    db,
    tenant,
    owed.map(({ form }) => form),
    LATEST,
  )
  const rows = await fillRows(db, tenant, fills)
  return owed.map(({ form, period }) => {
    const at = fills.findIndex(({ formId, period: { key } }) => formId === form.id && key === period.key)
    const fill = rows[at]
    const dueOn = dueDayOf(form, period, calendar)
    return {
      formId: form.id,
      name: form.name,
      superior: form.superior,
      period,
      overdue: dueOn !== undefined && today > dueOn && fill?.state !== 'signed',
      ...present({ dueOn, fill }),
    }
  })
}

/** Fillings as lists tell them, with how many cells the system filled and how many are by hand. */
export async function fillRows(db: Kysely<Tables>, tenant: string, fills: readonly KeptFill[]): Promise<FillRow[]> {
  const mappings = new Map<string, Promise<Mapping>>()
  const mappingOf = ({ formId, mappingVersion }: KeptFill): Promise<Mapping> => {
    const key = `${formId} ${mappingVersion}`
    const found = mappings.get(key) ?? getMapping(db, tenant, formId, mappingVersion)
    mappings.set(key, found)
    return found
  }
  return Promise.all(fills.map(async (fill) => fillRow(fill, await mappingOf(fill))))
}

/** One filling as lists tell it. */
export function fillRow(fill: KeptFill, { cells }: Pick<Mapping, 'cells'>): FillRow {
  const { id, period, version, state, asOf, signedAt } = fill
  const byHand = cells.filter(({ use }) => 'hand' in use).length
  return { id, period, version, state, asOf, bySystem: cells.length - byHand, byHand, ...present({ signedAt }) }
}
