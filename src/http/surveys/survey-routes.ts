import { type Context, Hono } from 'hono'
import { unitsBelow } from '../../domain/bulletins/countable.ts'
import { READY_QUESTIONS } from '../../domain/surveys/ready-surveys.ts'
import { isTakingOn, type SurveyAct, type SurveyContent, type SurveyDoing } from '../../domain/surveys/survey.ts'
import { readAnswers } from '../../domain/surveys/survey-answers.ts'
import { surveyFaults } from '../../domain/surveys/survey-faults.ts'
import { addDays, dayOf } from '../../domain/time/time.ts'
import type { UnitKind } from '../../domain/unit/unit.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import {
  answersOf,
  listSurveys,
  readSurvey,
  type StoredSurvey,
  unitStates,
} from '../../storage/surveys/stored-survey.ts'
import { handOutCodes, takeAnswer } from '../../storage/surveys/survey-codes.ts'
import { addSurvey, changeSurvey } from '../../storage/surveys/write-survey.ts'
import { newId } from '../../storage/write/ids.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { addressCode, codeHash, newCode, typedHash } from './one-time-codes.ts'
import { surveyResult } from './survey-result.ts'
import { handOut, newSurvey, one, seen, typed, writing } from './survey-schemas.ts'
import { mayReadSurvey, mayWriteSurveys, surveyDoings, surveyRow, surveyView } from './survey-view.ts'

/** So many of the newest are listed. */
const MOST = 200
/** Households of a new survey stay this long. */
const USUAL_DAYS = 20
/** A department has no households. */
const WHERE_PEOPLE_LIVE: readonly UnitKind[] = ['city', 'county', 'township', 'village']

/** Asking residents: defined by an office, let out by a leader, answered by households without a name, counted when it is closed. */
export const surveyRoutes = new Hono<OfficeEnv>()
  .get('/surveys', describe('listSurveys'), signIn, async (c) => {
    const { db, actor } = c.var
    const { directory } = await rulebookOf(c)
    const all = (await listSurveys(db, actor.tenant, MOST)).filter((each) => mayReadSurvey(actor, each, directory))
    const states = await unitStates(
      db,
      actor.tenant,
      all.map(({ id }) => id),
    )
    return answer(c, 'listSurveys', {
      mayWrite: mayWriteSurveys(actor),
      surveys: all.map((each) => surveyRow(each, states.get(each.id) ?? [])),
    })
  })
  .post('/surveys', describe('addSurvey'), signIn, valid('json', newSurvey), async (c) => {
    const { db, actor, now } = c.var
    const { kind, title } = c.req.valid('json')
    if (!mayWriteSurveys(actor)) throw new AnlanError('not-allowed', { doing: 'write' })
    const { directory } = await rulebookOf(c)
    const opensOn = addDays(dayOf(now), 1)
    const strata = unitsBelow(directory, actor.unitId)
      .filter(({ kind }) => WHERE_PEOPLE_LIVE.includes(kind))
      .map(({ id }) => ({ unitId: id, households: 0, sample: 0 }))
    const content: SurveyContent = {
      title,
      opensOn,
      closesOn: addDays(opensOn, USUAL_DAYS),
      questions: READY_QUESTIONS[kind],
      strata: strata.length > 0 ? strata : [{ unitId: actor.unitId, households: 0, sample: 0 }],
    }
    const id = newId(Date.parse(now))
    await addSurvey(db, actor.tenant, actOf(c), { id, unitId: actor.unitId, code: addressCode(), kind, content })
    return answer(c, 'addSurvey', { id })
  })
  .get('/surveys/:id', describe('getSurvey'), signIn, valid('param', one), async (c) => {
    const { db, actor, deps } = c.var
    const survey = await readable(c)
    const states = (await unitStates(db, actor.tenant, [survey.id])).get(survey.id) ?? []
    const { directory } = await rulebookOf(c)
    const result =
      survey.state === 'closed' ? surveyResult(survey.content, await answersOf(db, actor.tenant, survey.id)) : undefined
    return answer(c, 'getSurvey', surveyView(survey, { actor, directory, baseUrl: deps.baseUrl, states, result }))
  })
  .put('/surveys/:id', describe('writeSurvey'), signIn, valid('param', one), valid('json', writing), async (c) => {
    const { seenVersion, content } = c.req.valid('json')
    const survey = await may(c, 'write')
    const { directory } = await rulebookOf(c)
    const path = directory.units[survey.unitId]?.path ?? '?'
    const strange = content.strata.findIndex(({ unitId }) => !directory.units[unitId]?.path.startsWith(path))
    if (strange >= 0) throw refused([{ field: `strata.${strange}.unitId`, rule: 'not-a-unit' }])
    const faults = surveyFaults(content as SurveyContent).filter(({ rule }) => rule === 'personal-data')
    if (faults.length > 0) throw refused(faults)
    await change(c, survey, seenVersion, { from: 'draft', to: 'draft', content: content as SurveyContent })
    return answer(c, 'writeSurvey', { id: survey.id, version: seenVersion + 1 })
  })
  .post('/surveys/:id/open', describe('openSurvey'), signIn, valid('param', one), valid('json', seen), async (c) => {
    const { seenVersion } = c.req.valid('json')
    const survey = await may(c, 'open')
    const faults = surveyFaults(survey.content)
    if (faults.length > 0) throw refused(faults)
    await change(c, survey, seenVersion, { from: 'draft', to: 'open' })
    return answer(c, 'openSurvey', { id: survey.id, version: seenVersion + 1 })
  })
  .post('/surveys/:id/close', describe('closeSurvey'), signIn, valid('param', one), valid('json', seen), async (c) => {
    const { seenVersion } = c.req.valid('json')
    const survey = await may(c, 'close')
    await change(c, survey, seenVersion, { from: 'open', to: 'closed' })
    return answer(c, 'closeSurvey', { id: survey.id, version: seenVersion + 1 })
  })
  .post('/surveys/:id/drop', describe('dropSurvey'), signIn, valid('param', one), valid('json', seen), async (c) => {
    const { seenVersion } = c.req.valid('json')
    const survey = await may(c, 'drop')
    await change(c, survey, seenVersion, { from: 'draft', to: 'dropped' })
    return answer(c, 'dropSurvey', { id: survey.id, version: seenVersion + 1 })
  })
  .post(
    '/surveys/:id/codes',
    describe('handOutCodes'),
    signIn,
    valid('param', one),
    valid('json', handOut),
    async (c) => {
      const { db, actor, deps } = c.var
      const { unitId } = c.req.valid('json')
      const { id, content } = await may(c, 'hand-out')
      const sample = content.strata.find((each) => each.unitId === unitId)?.sample ?? 0
      if (sample === 0) throw refused([{ field: 'unitId', rule: 'not-an-option' }])
      const codes = Array.from({ length: sample }, newCode)
      const hashes = codes.map((code) => codeHash(deps.keys, id, code))
      const made = await handOutCodes(db, actor.tenant, { id, unitId, sample, hashes, by: actOf(c) })
      return answer(c, 'handOutCodes', { codes: codes.slice(0, made) })
    },
  )
  .post(
    '/surveys/:id/answers',
    describe('typeAnswer'),
    signIn,
    valid('param', one),
    valid('json', typed),
    async (c) => {
      const { db, actor, deps, now } = c.var
      const { code, ticked, text } = c.req.valid('json')
      const { id, state, content } = await may(c, 'type-in')
      // Paper comes back by post: what was ticked in time may be typed in until the survey is closed.
      if (!isTakingOn({ state, ...content, closesOn: '2100-12-31' }, dayOf(now)))
        throw new AnlanError('not-allowed', { doing: 'type-in' })
      const read = readAnswers(content, { ticked, ...(text ? { remark: text } : {}) })
      if ('faults' in read) throw refused(read.faults)
      const hash = typedHash(deps.keys, id, code)
      const isTaken = hash !== undefined && (await takeAnswer(db, actor.tenant, { id, hash, answers: read.answers }))
      if (!isTaken) throw refused([{ field: 'code', rule: 'not-an-option' }])
      return answer(c, 'typeAnswer', { taken: true })
    },
  )

const rulebookOf = (c: Context<OfficeEnv>) => c.var.deps.rulebooks.of(c.var.actor.tenant)

const actOf = (c: Context<OfficeEnv>): SurveyAct => ({
  at: c.var.now,
  personName: c.var.signedIn.person.name,
  postId: c.var.actor.postId,
})

const refused = (issues: readonly Issue[]) => new AnlanError('request-invalid', { issues: [...issues] })

const change = (
  c: Context<OfficeEnv>,
  { id }: StoredSurvey,
  version: number,
  to: Parameters<typeof changeSurvey>[4],
): Promise<void> => changeSurvey(c.var.db, c.var.actor.tenant, actOf(c), { id, version }, to)

/** @throws AnlanError not-found for one that is not there for the reader */
async function readable(c: Context<OfficeEnv>): Promise<StoredSurvey> {
  const id = c.req.param('id') ?? ''
  const survey = await readSurvey(c.var.db, c.var.actor.tenant, id)
  if (!mayReadSurvey(c.var.actor, survey, (await rulebookOf(c)).directory))
    throw new AnlanError('not-found', { survey: id })
  return survey
}

/** @throws AnlanError not-allowed for what the reader may not do with it as it stands */
async function may(c: Context<OfficeEnv>, doing: SurveyDoing): Promise<StoredSurvey> {
  const survey = await readable(c)
  if (!surveyDoings(c.var.actor, survey, (await rulebookOf(c)).directory).includes(doing))
    throw new AnlanError('not-allowed', { doing })
  return survey
}
