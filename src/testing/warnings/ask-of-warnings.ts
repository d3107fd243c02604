import { addDays, dayOf } from '../../domain/time/time.ts'
import { warnTenant } from '../../workers/warn/warn-tenant.ts'
import { json, type Send, type TestOffice } from '../office.ts'
import { TEST_TENANT } from '../people.ts'
import { type PlantedCount, plantCounts } from './plant-counts.ts'

/** Asks of every door of warnings once, with some weeks of counts and a burst behind them. */
export async function askOfWarnings({ county }: TestOffice, leader: Send, admin: Send): Promise<void> {
  const now = county.deps.now()
  const count = { kind: 'report', category: 'facility', unitId: 'dongpu', placeUnitId: 'xiatang' }
  const quiet = Array.from(
    { length: 20 },
    (_, week): PlantedCount => ({ ...count, day: addDays(dayOf(now), -3 - 7 * week), n: 1 }),
  )
  await plantCounts(county.database.owner, [...quiet, { ...count, day: addDays(dayOf(now), -1), n: 12 }])
  await warnTenant(county.deps, TEST_TENANT, { threads: 0 })
  await leader('/api/warnings')
  await leader('/api/warnings/panels?family=report/facility')
  await leader(`/api/warnings/panels/${encodeURIComponent('place:xiatang:report/facility:week')}`)
  const budget = { ...json({ perMonth: 3, hour: 5, reason: '试一季度' }), method: 'PUT' }
  await admin('/api/admin/office/warnings', budget)
}
