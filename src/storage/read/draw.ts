import { type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { DrawQuery, Lots } from '../../engine/decide/apart/draw.ts'
import { drawLots } from '../../engine/record/draw.ts'
import { databaseFor } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { sha256 } from '../write/ids.ts'
import { ledgerOf } from './ledger.ts'
import { visibleTo } from './visible.ts'

/** More than a court closes in years; what is drawn from stays a list that can be read. */
const LARGEST = 50_000

/** Draws lots in the database, by the same rule as `isAmong`. @throws AnlanError form-invalid when there are too many to draw from */
export async function readLots(
  { pool }: Pick<StorageDeps, 'pool'>,
  query: DrawQuery,
  actor: Actor,
  directory: Directory,
): Promise<Lots> {
  const db = databaseFor(pool, actor.tenant)
  const { question, kind, states, unitPath, count, seed, period } = query
  const all = () => ledgerOf(db).where('m.tenant', '=', actor.tenant).where('m.procedure', '=', kind)
  const column = sql.ref(period?.day === 'closed' ? 'm.closed_at' : 'm.opened_at')
  const rows = await all()
    .select('m.reference')
    .where('m.state', 'in', states)
    .where(sql<SqlBool>`starts_with(m.unit_path, ${unitPath})`)
    .where('m.about_path', 'is', null)
    .where('m.hidden_from', 'is', null)
    .where('m.exercise', '=', false)
    .where(visibleTo(actor, directory))
    .$if(period !== undefined, (rest) =>
      rest.where(sql<SqlBool>`${column} >= ${period?.since} and ${column} < ${period?.until}`),
    )
    .limit(LARGEST + 1)
    .execute()
  if (rows.length > LARGEST)
    throw new AnlanError('form-invalid', { issues: [{ field: question, rule: 'too-many-values', limit: LARGEST }] })
  const { references, ...draw } = drawLots(
    rows.map(({ reference }) => reference),
    count,
    seed,
    sha256,
  )
  const won =
    references.length > 0 ? await all().select('m.matter').where('m.reference', 'in', references).execute() : []
  const byReference = new Map(
    won.map(({ matter }) => [(matter as unknown as Matter).reference, matter as unknown as Matter]),
  )
  return { question, count, seed, ...draw, matters: references.flatMap((each) => byReference.get(each) ?? []) }
}
