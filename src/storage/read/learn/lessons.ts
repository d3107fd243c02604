import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { LinkType } from '../../../domain/matter/link.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { present } from '../../../domain/present.ts'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../../domain/procedure/rulebook.ts'
import {
  type AskedUnit,
  CAME_BACK_FIGURES,
  type CameBackFigure,
  type CameBackView,
  type LearnView,
  type LessonRow,
} from '../../../domain/views/came-back-view.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import type { Tables } from '../../schema/tables.ts'
import { getMatter } from '../get-matter.ts'
import { filtered } from '../ledger-filter.ts'

/** More than a county draws in years; the page says when there are more. */
const MOST = 100
/** What is counted unit by unit. */
const FOUND = ['visitsBefore', 'before', 'visitsSince', 'since'] as const satisfies readonly CameBackFigure[]

type Reading = { readonly db: Kysely<Tables>; readonly actor: Actor; readonly rulebook: Rulebook }

/** The lessons in sight with where they were applied and what was found since: what came back first, then what is late, then what is under way. */
export async function readLearned(db: Kysely<Tables>, actor: Actor, rulebook: Rulebook): Promise<LearnView> {
  const kinds = Object.keys(rulebook.directory.returns ?? {})
  const { procedures } = rulebook
  return {
    lessons: kinds.length > 0 ? await lessonsOf({ db, actor, rulebook }, kinds) : [],
    lessonKinds: kinds,
    reviews: openedBy('reviews', procedures),
    rectifications: openedBy('rectifies', procedures),
  }
}

/** The kinds that steps open under this link. */
const openedBy = (link: LinkType, procedures: readonly Procedure[]): string[] => {
  const spawns = procedures.flatMap(({ steps }) => Object.values(steps).flatMap(({ opens = [] }) => opens))
  const kinds = spawns.flatMap((spawn) =>
    spawn.link === link && typeof spawn.procedure === 'string' ? spawn.procedure : [],
  )
  return [...new Set(kinds)]
}

async function lessonsOf(reading: Reading, kinds: readonly string[]): Promise<LessonRow[]> {
  const { db, actor, rulebook } = reading
  const rows = await filtered(db, actor, { kinds: kinds.join(','), limit: MOST }, rulebook.directory)
    .select('m.matter')
    .orderBy('m.opened_at', 'desc')
    .limit(MOST)
    .execute()
  const lessons: LessonRow[] = []
  for (const { matter } of rows) lessons.push(await lessonRow(reading, matter as unknown as Matter))
  const rank = ({ since, checksLate, group }: LessonRow) =>
    since > 0 ? 0 : checksLate > 0 ? 1 : group === 'done' ? 3 : 2
  return lessons.sort((a, b) => rank(a) - rank(b) || (a.openedAt < b.openedAt ? 1 : -1))
}

/** One lesson, unit by unit. */
export async function readCameBack(
  db: Kysely<Tables>,
  actor: Actor,
  idOrReference: string,
  rulebook: Rulebook,
): Promise<CameBackView> {
  const { matter } = await getMatter(db, actor, idOrReference, rulebook)
  const { cameBack } = getDefinition(rulebook.procedures, matter)
  if (!cameBack) throw new AnlanError('not-found')
  const { directory } = rulebook
  const reading = { db, actor, rulebook }
  const asked = { sweep: matter.reference, figure: 'checks', limit: 500 } as const
  const checks = await filtered(db, actor, asked, directory)
    .select(['m.matter', 'm.unit_id as unitId', 'm.unit_path as path'])
    .select(
      sql<boolean>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id and d.state = 'overdue')`.as(
        'late',
      ),
    )
    .orderBy('m.unit_path')
    .limit(500)
    .execute()
  const units: AskedUnit[] = []
  for (const { matter: check, unitId, late } of checks) {
    const { id, reference, group, state, outcome = '', closedAt } = check as unknown as Matter
    const hasAnswered = [...cameBack.foundToo, ...cameBack.notHere].includes(outcome)
    const found = await counted(reading, matter.reference, FOUND, unitId)
    const answered = present({ answeredAt: hasAnswered ? closedAt : undefined })
    units.push({ unitId, id, reference, group, state, late: late && group !== 'done', ...answered, ...found })
  }
  return { ...(await lessonRow(reading, matter)), units }
}

async function lessonRow(reading: Reading, matter: Matter): Promise<LessonRow> {
  const { id, reference, procedure, title, state, group, outcome, category, unitId, openedAt, fields } = matter
  const { cameBack } = getDefinition(reading.rulebook.procedures, matter)
  const versions = (cameBack?.versions ?? []).flatMap(({ before, after }) => {
    const [was, is] = [fields[before], fields[after]]
    return typeof was === 'string' && was
      ? [{ before: was, ...(typeof is === 'string' && is ? { after: is } : {}) }]
      : []
  })
  const counts = await counted(reading, reference, CAME_BACK_FIGURES)
  return {
    id,
    reference,
    procedure,
    title,
    state,
    group,
    unitId,
    openedAt,
    versions,
    kinds: {
      checks: cameBack?.checks ?? '',
      findings: cameBack?.findings ?? '',
      visits: cameBack?.visits ?? '',
    },
    ...present({ outcome, category }),
    ...counts,
  }
}

/** Counts figures of a lesson, in one unit or in all, by the conditions of the ledger itself. */
async function counted<F extends CameBackFigure>(
  { db, actor, rulebook }: Reading,
  sweep: string,
  figures: readonly F[],
  place?: string,
): Promise<{ readonly [Figure in F]: number }> {
  const counts = figures.map((figure) => {
    const filter = { sweep, figure, limit: 1, ...(place ? { place } : {}) }
    const rows = filtered(db, actor, filter, rulebook.directory).select(sql`1`.as('one'))
    return sql`(select count(*)::int from (${rows}) as counted) as ${sql.ref(figure)}`
  })
  const { rows } = await sql<{ [Figure in F]: number }>`select ${sql.join(counts)}`.execute(db)
  const [found] = rows
  if (!found) throw new Error('a select without a table gives one row')
  return found
}
