import { type Kysely, sql } from 'kysely'
import { present } from '../../domain/present.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import type { Tables } from '../schema/tables.ts'
import { sha256 } from '../write/ids.ts'
import { after } from './letterheads.ts'

export type TemplateVersion = { readonly version: number; readonly name: string; readonly at: Instant }
/** What an office has for a paper; without `inForce` the program's own template prints it. */
export type OwnTemplates = {
  readonly versions: readonly TemplateVersion[]
  readonly inForce?: number
  readonly since?: Instant
}

/** So many versions of one paper's template are kept; more are somebody trying. */
const MOST_VERSIONS = 50

/** What the office sent in, by paper, newest first. */
export async function listTemplates(
  db: Kysely<Tables>,
  tenant: string,
): Promise<Readonly<Record<string, OwnTemplates>>> {
  const [versions, choices] = await Promise.all([
    db
      .selectFrom('paper_templates')
      .select(['paper', 'version', 'name', 'at'])
      .where('tenant', '=', tenant)
      .orderBy('version', 'desc')
      .execute(),
    db
      .selectFrom('paper_choices')
      .select(['paper', 'version', 'at'])
      .distinctOn('paper')
      .where('tenant', '=', tenant)
      .orderBy('paper')
      .orderBy('at', 'desc')
      .execute(),
  ])
  const names = new Set([...versions, ...choices].map(({ paper }) => paper))
  return Object.fromEntries(
    [...names].map((name) => {
      const choice = choices.find(({ paper }) => paper === name)
      const own = versions.flatMap(({ paper, ...version }) => (paper === name ? [version] : []))
      return [name, { versions: own, ...present({ inForce: choice?.version ?? undefined, since: choice?.at }) }]
    }),
  )
}

/** The template that was in force then; undefined: the program's own. */
export async function templateInForce(
  db: Kysely<Tables>,
  { tenant, paper, at }: { readonly tenant: string; readonly paper: string; readonly at: Instant },
): Promise<Buffer | undefined> {
  const choice = await db
    .selectFrom('paper_choices as c')
    .leftJoin('paper_templates as t', (join) =>
      join.onRef('t.tenant', '=', 'c.tenant').onRef('t.paper', '=', 'c.paper').onRef('t.version', '=', 'c.version'),
    )
    .select('t.bytes')
    .where('c.tenant', '=', tenant)
    .where('c.paper', '=', paper)
    .where('c.at', '<=', at)
    .orderBy('c.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return choice?.bytes ?? undefined
}

/** The bytes of one version. @throws AnlanError not-found */
export async function readTemplate(
  db: Kysely<Tables>,
  tenant: string,
  { paper, version }: { readonly paper: string; readonly version: number },
): Promise<Buffer> {
  const row = await db
    .selectFrom('paper_templates')
    .select('bytes')
    .where('tenant', '=', tenant)
    .where('paper', '=', paper)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new AnlanError('not-found')
  return row.bytes
}

/** Keeps a template that was checked; it prints nothing until it is put in force. */
export async function addTemplate(
  db: Kysely<Tables>,
  act: AdminAct,
  { paper, name, bytes }: { readonly paper: string; readonly name: string; readonly bytes: Buffer },
): Promise<number> {
  const { tenant, at } = act
  let version = 0
  await administer(db, act, async (trx) => {
    const { last } = await trx
      .selectFrom('paper_templates')
      .select(sql<number>`coalesce(max(version), 0)::int`.as('last'))
      .where('tenant', '=', tenant)
      .where('paper', '=', paper)
      .executeTakeFirstOrThrow()
    if (last >= MOST_VERSIONS)
      throw new AnlanError('request-invalid', {
        issues: [{ field: 'template', rule: 'too-many-values', limit: MOST_VERSIONS }],
      })
    version = last + 1
    const digest = sha256(bytes)
    await trx
      .insertInto('paper_templates')
      .values({ tenant, paper, version, name, sha256: digest, bytes, at })
      .execute()
    return { subject: 'office', subjectId: `paper:${paper}`, what: 'added', after: { version, name, sha256: digest } }
  })
  return version
}

/** Puts a version in force from now on; null: the program's own again. @throws AnlanError not-found */
export async function chooseTemplate(
  db: Kysely<Tables>,
  act: AdminAct,
  { paper, version }: { readonly paper: string; readonly version: number | null },
): Promise<void> {
  const { tenant, at } = act
  if (version !== null) await readTemplate(db, tenant, { paper, version })
  await administer(db, act, async (trx) => {
    const last = await trx
      .selectFrom('paper_choices')
      .select('at')
      .where('tenant', '=', tenant)
      .where('paper', '=', paper)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    await trx
      .insertInto('paper_choices')
      .values({ tenant, paper, at: after(last?.at, at), version })
      .execute()
    return { subject: 'office', subjectId: `paper:${paper}`, what: 'changed', after: { inForce: version } }
  })
}
