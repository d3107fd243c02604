import pg from 'pg'

/** The connection by which a process is known to use the server. */
export type Keeper = {
  /** Takes this process off the list; true when it was the last. */
  readonly close: () => Promise<boolean>
}

type KeeperOptions = {
  readonly url: string
  readonly database: string
  readonly role: string
  readonly rolePassword: string
  /** Called when the connection breaks without our doing. */
  readonly onLost: () => void
}

const NAME = 'anlan keeper'

/**
 * Opens the connection that counts this process among the users of the server; it ends by itself when the process is
 * killed. Makes the database and the application's role when they are missing.
 */
export async function openKeeper(options: KeeperOptions): Promise<Keeper> {
  const client = new pg.Client({ connectionString: options.url, application_name: NAME, keepAlive: true })
  let lossMatters = false
  // A broken connection is reported twice, by error and by end; the first is only its reason.
  client.on('error', () => {})
  client.on('end', () => {
    if (lossMatters) options.onLost()
  })
  await client.connect()
  try {
    await makeMissing(client, options)
  } catch (cause) {
    await client.end()
    throw cause
  }
  lossMatters = true
  return {
    close: async () => {
      lossMatters = false
      // When the connection is broken the server has died, and there is nothing to stop.
      const others = await countOthers(client).catch(() => undefined)
      await client.end()
      return others === 0
    },
  }
}

async function makeMissing(client: pg.Client, { database, role, rolePassword }: KeeperOptions): Promise<void> {
  const found = await client.query({
    text: `select exists (select from pg_database where datname = $1) as database,
                  exists (select from pg_roles where rolname = $2) as role`,
    values: [database, role],
  })
  const [row] = found.rows as [{ database: boolean; role: boolean }]
  const name = client.escapeIdentifier(role)
  if (!row.role) await client.query(`create role ${name} login password ${client.escapeLiteral(rolePassword)}`)
  if (!row.database) await client.query(`create database ${client.escapeIdentifier(database)}`)
}

async function countOthers(client: pg.Client): Promise<number> {
  const counted = await client.query({
    text: `select count(*)::int as others from pg_stat_activity
              where application_name = $1 and pid <> pg_backend_pid()`,
    values: [NAME],
  })
  return (counted.rows as [{ others: number }])[0].others
}
