import type { Matter } from '../../domain/matter/matter.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'

const FOUND = 'select matter from matters where tenant = $1 and id = $2'

/** A matter of one tenant by its id, read as that tenant. */
export const readMatter = (
  { pool }: Pick<StorageDeps, 'pool'>,
  tenant: string,
  id: string,
): Promise<Matter | undefined> =>
  withTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ matter: Matter }>({
      name: 'crossing-matter',
      text: FOUND,
      values: [tenant, id],
    })
    return rows[0]?.matter
  })
