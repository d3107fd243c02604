import { type Kysely, type Selectable, sql } from 'kysely'
import { present } from '../../domain/present.ts'
import type {
  SurveyAct,
  SurveyAnswers,
  SurveyContent,
  SurveyKind,
  SurveyPrint,
  SurveyState,
} from '../../domain/surveys/survey.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

export type StoredSurvey = {
  readonly id: string
  readonly version: number
  readonly unitId: string
  readonly code: string
  readonly kind: SurveyKind
  readonly state: SurveyState
  readonly content: SurveyContent
  readonly changed: SurveyAct
  readonly opened?: SurveyAct
  readonly closed?: SurveyAct
  readonly prints: readonly SurveyPrint[]
}

/** How many codes of a unit were not used yet, and how many answers it has. */
export type UnitState = { readonly unitId: string; readonly left: number; readonly answered: number }

/** One survey. @throws AnlanError not-found */
export async function readSurvey(db: Kysely<Tables>, tenant: string, id: string): Promise<StoredSurvey> {
  const found = await db
    .selectFrom('surveys')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new AnlanError('not-found', { survey: id })
  return stored(found)
}

/** The survey behind an address; undefined where there is none. */
export async function findSurvey(db: Kysely<Tables>, tenant: string, code: string): Promise<StoredSurvey | undefined> {
  const found = await db
    .selectFrom('surveys')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('code', '=', code)
    .executeTakeFirst()
  return found && stored(found)
}

/** The newest surveys of the office; a county asks a few times a year. */
export async function listSurveys(db: Kysely<Tables>, tenant: string, most: number): Promise<StoredSurvey[]> {
  const rows = await db
    .selectFrom('surveys')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(stored)
}

/** Codes left and answers, by survey and unit. */
export async function unitStates(
  db: Kysely<Tables>,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, UnitState[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<UnitState & { id: string }>`
    select survey_id as id, unit_id as "unitId", sum(l)::int as left, sum(a)::int as answered from (
      select survey_id, unit_id, 1 as l, 0 as a from survey_codes where tenant = ${tenant} and survey_id = any(${[...ids]}::uuid[])
      union all
      select survey_id, unit_id, 0, 1 from survey_answers where tenant = ${tenant} and survey_id = any(${[...ids]}::uuid[])) each
    group by 1, 2`.execute(db)
  return Map.groupBy(rows, ({ id }) => id)
}

/** All answers of a survey that is closed, with their units. */
export async function answersOf(
  db: Kysely<Tables>,
  tenant: string,
  id: string,
): Promise<{ readonly unitId: string; readonly answers: SurveyAnswers }[]> {
  const rows = await db
    .selectFrom('survey_answers')
    .where('tenant', '=', tenant)
    .where('survey_id', '=', id)
    .select(['unit_id as unitId', 'answers'])
    .execute()
  return rows.map(({ unitId, answers }) => ({ unitId, answers: answers as unknown as SurveyAnswers }))
}

const stored = (row: Selectable<Tables['surveys']>): StoredSurvey => ({
  id: row.id,
  version: row.version,
  unitId: row.unit_id,
  code: row.code,
  kind: row.kind as SurveyKind,
  state: row.state as SurveyState,
  content: row.content as unknown as SurveyContent,
  changed: row.changed as unknown as SurveyAct,
  prints: row.prints as unknown as SurveyPrint[],
  ...present({
    opened: (row.opened as unknown as SurveyAct | null) ?? undefined,
    closed: (row.closed as unknown as SurveyAct | null) ?? undefined,
  }),
})
