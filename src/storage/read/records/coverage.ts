import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import type { Rulebook } from '../../../domain/procedure/rulebook.ts'
import { COVERAGE_FIGURES, type CoverageRow, type CoverageView } from '../../../domain/views/coverage-view.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import type { Tables } from '../../schema/tables.ts'
import { getMatter } from '../get-matter.ts'
import { filtered } from '../ledger-filter.ts'

/** How far a sweep has come in each of its units; every number is that of the rows the ledger lists behind it. */
export async function readCoverage(
  db: Kysely<Tables>,
  actor: Actor,
  idOrReference: string,
  rulebook: Rulebook,
): Promise<CoverageView> {
  const { matter } = await getMatter(db, actor, idOrReference, rulebook)
  const { coverage } = getDefinition(rulebook.procedures, matter)
  if (!coverage) throw new AnlanError('not-found')
  const { directory } = rulebook
  const seated = (matter.holders ?? []).filter(({ seat }) => seat === coverage.units).map(({ id }) => id)
  const units = (seated.length > 0 ? seated : [matter.unitId]).filter((id) => directory.units[id])
  const rows: CoverageRow[] = []
  for (const unitId of units) {
    const counts = COVERAGE_FIGURES.map((figure) => {
      const filter = { sweep: matter.reference, figure, place: unitId, limit: 1 }
      return sql`(select count(*)::int from (${filtered(db, actor, filter, directory).select(sql`1`.as('one'))}) as counted) as ${sql.ref(figure)}`
    })
    const { rows: found } = await sql<Omit<CoverageRow, 'unitId'>>`select ${sql.join(counts)}`.execute(db)
    if (found[0]) rows.push({ unitId, ...found[0] })
  }
  return { reference: matter.reference, rows }
}
