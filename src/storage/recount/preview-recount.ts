import type { Calendar } from '../../domain/time/calendar.ts'
import type { RecountPreview, RecountRow } from '../../domain/views/admin-views.ts'
import type { StorageDeps } from '../deps.ts'
import { FIRST, readRecounts } from './find-recounts.ts'

/** How many matters a preview names; it counts all. */
const NAMED = 200

/** Which matters would be due on other days by this calendar. Reads page by page and changes nothing. */
export async function previewRecount(
  deps: Pick<StorageDeps, 'pool'>,
  tenant: string,
  calendar: Calendar,
): Promise<RecountPreview> {
  const first: RecountRow[] = []
  let matters = 0
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const page = await readRecounts(deps, tenant, calendar, after)
    matters += page.found.length
    for (const { matter, recounts } of page.found) {
      if (first.length >= NAMED) break
      const { reference, procedure, procedureVersion, unitId } = matter
      const clocks = recounts.map(({ clockId, from, to }) => ({
        deadline: clockId.split('#')[0] ?? clockId,
        from,
        to,
      }))
      first.push({ reference, procedure, procedureVersion, unitId, clocks })
    }
    after = page.last
  }
  return { matters, first }
}
