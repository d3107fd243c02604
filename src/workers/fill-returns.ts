import { dayOf } from '../domain/time/time.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import { owedPeriod } from '../engine/returns/return-periods.ts'
import { databaseFor } from '../storage/connection/connect.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { fillReturn, fillsOf } from '../storage/returns/return-fills.ts'
import { latestMappings, openForms } from '../storage/returns/return-forms.ts'

/**
 * Fills each form whose period is over and that nobody has filled yet: a draft, for a person to look at. Each time it is asked it does no
 * more than is missing. @returns how many it filled
 */
export async function fillReturns(deps: StorageDeps, tenant: string): Promise<number> {
  const db = databaseFor(deps.pool, tenant)
  const forms = await openForms(db, tenant)
  if (forms.length === 0) return 0
  const rulebook = await deps.rulebooks.of(tenant)
  const asOf = deps.now()
  const mappings = await latestMappings(
    db,
    tenant,
    forms.map(({ id }) => id),
  )
  let filled = 0
  for (const form of forms) {
    const period = owedPeriod(form, dayOf(asOf), rulebook.calendar)
    const mapping = mappings.get(form.id)
    // A unit that was closed owes nothing more.
    if (!period || !mapping || !rulebook.directory.units[form.unitId]) continue
    if ((await fillsOf(db, tenant, form, period.key)).length > 0) continue
    try {
      await fillReturn(db, tenant, { form, period, mapping, asOf, by: 'system' }, rulebook)
      filled += 1
    } catch (cause) {
      // Somebody, or another server, was first.
      if (!(cause instanceof AnlanError && cause.code === 'version-conflict')) throw cause
    }
  }
  return filled
}
