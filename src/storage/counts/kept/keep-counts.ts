import { databaseFor } from '../../connection/connect.ts'
import type { StorageDeps } from '../../deps.ts'
import { projectCounts } from './project.ts'
import { rebuildCounts } from './rebuild.ts'

/** Two servers came to the same row: whoever was first did it. */
const CAME_SECOND = '40001'

/**
 * Brings the kept counts of a tenant up to where its log stands, and counts them anew where there are none. @throws Error when they did not
 * fit the log; then they were counted anew
 */
export async function keepCounts({ pool }: Pick<StorageDeps, 'pool'>, tenant: string): Promise<void> {
  const db = databaseFor(pool, tenant)
  try {
    if ((await projectCounts(db, tenant)) === undefined) await rebuildCounts(db, tenant)
  } catch (cause) {
    if ((cause as { code?: string }).code === CAME_SECOND) return
    if (!(cause as Error).message.startsWith('counts of ')) throw cause
    await rebuildCounts(db, tenant)
    throw cause
  }
}
