import { AnlanError } from '../domain/wording/errors.ts'

/** Where the database is; without any, an embedded server is started. */
export type DatabaseUrls = {
  /** A PostgreSQL of the operator's; its user owns the tables. */
  readonly databaseUrl?: string
  /** The same database through pgbouncer in transaction mode. */
  readonly pooledUrl?: string
  /** A streaming replica of it, for lists and statistics. */
  readonly replicaUrl?: string
}

/**
 * Reads DATABASE_URL, DATABASE_POOLED_URL and DATABASE_REPLICA_URL.
 * @throws AnlanError request-invalid naming the variable and the rule
 */
export function readDatabaseUrls(given: (name: string) => string | undefined): DatabaseUrls {
  const url = (name: string) => {
    const found = given(name)
    if (found && !/^postgres(ql)?:\/\//.test(found)) refuse(name, 'wrong-form', 'postgres://…')
    return found
  }
  const databaseUrl = url('DATABASE_URL')
  const pooledUrl = url('DATABASE_POOLED_URL')
  const replicaUrl = url('DATABASE_REPLICA_URL')
  // Migrations and locks need the server itself.
  if (!databaseUrl && (pooledUrl || replicaUrl)) refuse('DATABASE_URL', 'required', 'postgres://…')
  return {
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(pooledUrl ? { pooledUrl } : {}),
    ...(replicaUrl ? { replicaUrl } : {}),
  }
}

function refuse(field: string, rule: 'wrong-form' | 'required', limit: string): never {
  const text = {
    zh: `${field} ${rule === 'required' ? '也要给出' : '写法不对'}，要像这样：${limit}`,
    en: `${field} ${rule === 'required' ? 'is needed as well' : 'does not fit'}; it should look like: ${limit}`,
  }
  throw new AnlanError('request-invalid', { issues: [{ field, rule, limit }], text })
}
