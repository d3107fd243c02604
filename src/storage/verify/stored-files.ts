import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import type { LogFault } from './verify-log.ts'

/** Files that a matter holds and whose time of keeping is not over, with the matter that names them. */
const HELD = `select f->>'sha256' as sha256, min(m.reference) as reference, bool_or(s.sha256 is not null) as known
  from matters m cross join lateral jsonb_array_elements(m.matter->'files') f
  left join files s on s.tenant = $1 and s.sha256 = f->>'sha256'
  where m.tenant = $1 and m.matter->>'shreddedAt' is null group by 1 order by 1`

/** Files that are missing or not what was handed in. `folder` is where the program keeps them; without it only rows are compared. */
export async function fileFaults(client: ClientBase, tenant: string, folder: string | undefined): Promise<LogFault[]> {
  const { rows } = await client.query<{ sha256: string; reference: string; known: boolean }>(HELD, [tenant])
  const faults: LogFault[] = []
  for (const { sha256, reference, known } of rows) {
    if (!known) faults.push({ rule: 'file-missing', at: `${reference} ${sha256}` })
    else if (folder) {
      const found = await digestOf(join(folder, tenant, sha256.slice(0, 2), sha256))
      if (found !== sha256) faults.push({ rule: found ? 'file-changed' : 'file-missing', at: `${reference} ${sha256}` })
    }
  }
  return faults
}

/** SHA-256 of a file's bytes, or undefined when it is not there. */
async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
  return hash.digest('hex')
}
