import type { Pool } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'

const OLDEST = 15

/**
 * Refuses a server that would accept our data and then fail quietly: too old, not UTF-8, or with a character type
 * under which pg_trgm finds no letters in Chinese text, so that every search would come back empty.
 */
export async function checkServer(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ version: number; encoding: string; trgm: string | null }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
       (select n.nspname from pg_extension as e join pg_namespace as n on n.oid = e.extnamespace
         where e.extname = 'pg_trgm') as trgm`,
  )
  const [server] = rows
  if (!server) throw new Error('the server query always has a row')
  if (server.version < OLDEST) {
    refuse('server-too-old', `PostgreSQL ${server.version} is too old, ${OLDEST} or newer is needed`)
  }
  if (server.encoding !== 'UTF8') refuse('not-utf8', `the database has encoding ${server.encoding}, UTF8 is needed`)
  if (server.trgm && !(await findsChinese(owner, server.trgm))) {
    refuse(
      'no-chinese',
      'the database has a character type without Chinese: make it with lc_ctype C.UTF-8 or zh_CN.UTF-8',
    )
  }
}

async function findsChinese(owner: Pool, schema: string): Promise<boolean> {
  const { rows } = await owner.query<{ trigrams: number }>(
    `select cardinality("${schema}".show_trgm('物业')) as trigrams`,
  )
  return (rows[0]?.trigrams ?? 0) > 0
}

function refuse(rule: string, reason: string): never {
  throw new AnlanError('database-unusable', { rule, reason })
}
