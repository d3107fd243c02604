import { type Kysely, sql } from 'kysely'
import type { SurveyAct, SurveyAnswers } from '../../domain/surveys/survey.ts'
import type { Tables } from '../schema/tables.ts'

type HandingOut = {
  readonly id: string
  readonly unitId: string
  readonly sample: number
  readonly hashes: readonly Buffer[]
  readonly by: SurveyAct
}

/**
 * Hands out codes of a unit: those that were not used yet are void, and as many new ones are made as are missing to the sample. Kept are
 * only hashes, so what was printed is known to nobody but its reader; and with the survey, who printed how many.
 * @returns how many of `hashes` hold now
 */
export async function handOutCodes(
  db: Kysely<Tables>,
  tenant: string,
  { id, unitId, sample, hashes, by }: HandingOut,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // One after the other, and no answer on its way meanwhile: else there would be more codes than the sample.
    const open = sql`select from surveys where tenant = ${tenant} and id = ${id}::uuid and state = 'open' for update`
    if ((await open.execute(trx)).rows.length === 0) return 0
    const { rows } = await sql<{ made: number }>`
      with void as (delete from survey_codes where tenant = ${tenant} and survey_id = ${id}::uuid and unit_id = ${unitId}),
      made as (insert into survey_codes (tenant, survey_id, hash, unit_id)
        select ${tenant}, ${id}::uuid, hash, ${unitId} from unnest(${[...hashes]}::bytea[]) with ordinality as each (hash, at)
        where at <= ${sample} - (select count(*) from survey_answers where tenant = ${tenant} and survey_id = ${id}::uuid and unit_id = ${unitId})
        returning 1)
      select count(*)::int as made from made`.execute(trx)
    const count = rows[0]?.made ?? 0
    const print = JSON.stringify([{ ...by, unitId, count }])
    await sql`update surveys set prints = prints || ${print}::jsonb where tenant = ${tenant} and id = ${id}::uuid`.execute(
      trx,
    )
    return count
  })
}

/** So many answers of the same unit are put down anew with each new one. */
const MIXED = 16

/**
 * Takes an answer for a code, once: the code is gone with the statement that keeps the answer. Whoever reads the tables, even the
 * transaction numbers of PostgreSQL, finds the new answer among up to sixteen others that were written in the same moment in an order of
 * chance, and no code at all.
 * @returns false when there is no such code, it was used, or the survey was closed meanwhile
 */
export async function takeAnswer(
  db: Kysely<Tables>,
  tenant: string,
  { id, hash, answers }: { id: string; hash: Buffer; answers: SurveyAnswers },
): Promise<boolean> {
  const { rows } = await sql<{ taken: number }>`
    with open as (select from surveys where tenant = ${tenant} and id = ${id}::uuid and state = 'open' for share),
    used as (delete from survey_codes where tenant = ${tenant} and survey_id = ${id}::uuid and hash = ${hash}
      and exists (select from open) returning unit_id),
    chosen as (select a.id from survey_answers a join used on a.unit_id = used.unit_id
      where a.tenant = ${tenant} and a.survey_id = ${id}::uuid order by random() limit ${MIXED} for update of a skip locked),
    lifted as (delete from survey_answers where tenant = ${tenant} and survey_id = ${id}::uuid and id in (select id from chosen)
      returning unit_id, answers),
    put as (insert into survey_answers (tenant, survey_id, id, unit_id, answers)
      select ${tenant}, ${id}::uuid, gen_random_uuid(), unit_id, answers from (
        select unit_id, answers from lifted
        union all select unit_id, ${JSON.stringify(answers)}::jsonb from used) each order by random() returning 1)
    select count(*)::int as taken from used where exists (select from put)`.execute(db)
  return (rows[0]?.taken ?? 0) > 0
}
