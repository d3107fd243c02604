import type { Pool } from 'pg'
import type { Day } from '../../domain/time/time.ts'

/** How far each office was judged, and how many nights of the last month nobody judged. */
export type NightsOfOffice = { readonly tenant: string; readonly judgedUntil: Day; readonly missed: number }

// Offices that switched warnings off are left out.
const NIGHTS = `select t.tenant, m.judged_until as "judgedUntil",
  (select count(*)::int from generate_series(greatest(coalesce((select min(night) from warning_nights where tenant = t.tenant), m.judged_until + 1), $1::date - 30), least(m.judged_until, $1::date), interval '1 day') as g(day)
   where not exists (select 1 from warning_nights n where n.tenant = t.tenant and n.night = g.day::date)) as missed
from tenants t join warning_marks m on m.tenant = t.tenant
where m.past_from is not null and coalesce((t.settings -> 'warnings' ->> 'perMonth')::float8, 1) > 0 order by t.tenant`

/** Reads it over all offices, as the owner of the tables; gives up after so many milliseconds. */
export async function readNights(owner: Pool, yesterday: Day, patienceMs: number): Promise<NightsOfOffice[]> {
  const asked = { text: NIGHTS, values: [yesterday], query_timeout: patienceMs }
  return (await owner.query<NightsOfOffice>(asked as { text: string; values: string[] })).rows
}
