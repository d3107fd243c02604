import { type Kysely, sql } from 'kysely'
import type { SurveyAct, SurveyContent, SurveyKind } from '../../domain/surveys/survey.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

export type NewSurvey = {
  readonly id: string
  readonly unitId: string
  readonly code: string
  readonly kind: SurveyKind
  readonly content: SurveyContent
}

/** Begins a survey. */
export async function addSurvey(db: Kysely<Tables>, tenant: string, by: SurveyAct, survey: NewSurvey): Promise<void> {
  const { id, unitId, code, kind, content } = survey
  await db
    .insertInto('surveys')
    .values({
      tenant,
      id,
      version: 1,
      unit_id: unitId,
      code,
      kind,
      state: 'draft',
      content: JSON.stringify(content),
      changed: JSON.stringify(by),
      created_at: by.at,
    })
    .execute()
}

type Seen = { readonly id: string; readonly version: number }
type Change = { readonly from: 'draft' | 'open'; readonly to: 'draft' | 'open' | 'closed' | 'dropped' }

/** Writes in a survey or moves it on. @throws AnlanError version-conflict when somebody else did first */
export async function changeSurvey(
  db: Kysely<Tables>,
  tenant: string,
  by: SurveyAct,
  { id, version }: Seen,
  { from, to, content }: Change & { readonly content?: SurveyContent },
): Promise<void> {
  const act = sql`${JSON.stringify(by)}::jsonb`
  const { numAffectedRows } = await sql`update surveys set version = version + 1, state = ${to}, changed = ${act}
    ${to === 'open' ? sql`, opened = ${act}` : to === 'closed' ? sql`, closed = ${act}` : sql``}
    ${content ? sql`, content = ${JSON.stringify(content)}::jsonb` : sql``}
    where tenant = ${tenant} and id = ${id}::uuid and version = ${version} and state = ${from}`.execute(db)
  if (numAffectedRows !== 1n) throw new AnlanError('version-conflict', { version })
}
