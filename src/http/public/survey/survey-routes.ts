import { type Context, Hono } from 'hono'
import type { Question, SurveyContent } from '../../../domain/surveys/survey.ts'
import { isTakingOn } from '../../../domain/surveys/survey.ts'
import { type AnswerFault, readAnswers } from '../../../domain/surveys/survey-answers.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { findSurvey, type StoredSurvey } from '../../../storage/surveys/stored-survey.ts'
import { takeAnswer } from '../../../storage/surveys/survey-codes.ts'
import type { Env } from '../../request/env.ts'
import { asAnlanError } from '../../request/problems.ts'
import { readerAddress } from '../../request/reader-address.ts'
import { createTokenBuckets } from '../../request/token-buckets.ts'
import { typedHash } from '../../surveys/one-time-codes.ts'
import { newFormToken, readFormToken, tokenForMending } from '../form-token.ts'
import { readPosted } from '../posted.ts'
import { readerOf } from '../reader.ts'
import { publicWords } from '../words/words.ts'
import { boxName, surveyNote, surveyPage } from './survey-page.ts'
import { type SurveyWords, surveyWords } from './survey-words.ts'

const FORM_BYTES = 64 * 1024
const ADDRESS = '/public/survey/:code{[0-9A-HJKMNP-TV-Z]{6}}'

type Values = Readonly<Record<string, string>>
type Shown = { readonly values: Values; readonly errors: Values; readonly notice?: string }

/** Answering a survey without an account, a name or a script. */
export function createSurveyRoutes() {
  // One household mends and presses again; a hall's computers stand behind one address. The address is never written anywhere.
  const byForm = createTokenBuckets({ burst: 8, refillSeconds: 10 })
  const byAddress = createTokenBuckets({ burst: 60, refillSeconds: 20 })

  return new Hono<Env>()
    .get(ADDRESS, async (c) => {
      const survey = await surveyAt(c)
      return isOpen(c, survey) ? c.html(await form(c, survey, { values: {}, errors: {} })) : notNow(c, survey)
    })
    .post(ADDRESS, async (c) => {
      const survey = await surveyAt(c)
      if (!isOpen(c, survey)) return notNow(c, survey)
      const { values } = await readPosted(c, FORM_BYTES)
      const words = surveyWords(c.var.locale)
      if (values['again']) return c.html(await form(c, survey, { values, errors: {} }))
      const { deps, now } = c.var
      const { nonce, state } = readFormToken(deps.keys, values['token'] ?? '', now)
      const notice = noticeOf(c, values, state)
      if (notice) return c.html(await form(c, survey, { values, errors: {}, notice }, state !== 'too-fast'), 422)
      try {
        byForm.take(nonce, Date.parse(now))
        byAddress.take(readerAddress(c), Date.parse(now))
      } catch (cause) {
        const known = asAnlanError(cause as Error)
        if (known?.code !== 'too-many-requests') throw cause
        const seconds = Number(known.details['retryAfter'])
        c.header('retry-after', String(seconds))
        return c.html(await form(c, survey, { values, errors: {}, notice: words.tooMany(seconds) }), 429)
      }
      const errors = await take(c, survey, values, words)
      if (errors) return c.html(await form(c, survey, { values, errors }), 422)
      return c.html(surveyNote(await readerOf(c, c.req.path), words.thanks, words.thanksText))
    })
}

/** Keeps the answers if the code holds; else says what is to be mended. */
async function take(
  c: Context<Env>,
  { id, content }: StoredSurvey,
  values: Values,
  words: SurveyWords,
): Promise<Values | undefined> {
  const { deps } = c.var
  const code = values['code'] ?? ''
  const remark = values['remark']
  const read = readAnswers(content, { ticked: tickedIn(content, values), ...(remark ? { remark } : {}) })
  const faults = 'faults' in read ? read.faults : []
  const errors = Object.fromEntries(faults.map((fault) => [fault.field, faultText(fault, words)]))
  if (code === '') errors['code'] = words.codeNeeded
  if (Object.keys(errors).length > 0 || !('answers' in read)) return errors
  const hash = typedHash(deps.keys, id, code)
  const db = databaseFor(deps.pool, deps.publicTenant)
  const isTaken = hash !== undefined && (await takeAnswer(db, deps.publicTenant, { id, hash, answers: read.answers }))
  return isTaken ? undefined : { code: words.codeWrong }
}

const tickedIn = ({ questions }: SurveyContent, values: Values): Record<string, readonly string[]> =>
  Object.fromEntries(questions.map((question) => [question.id, ticksOf(question, values)]))

function ticksOf({ id, type, options }: Question, values: Values): readonly string[] {
  if (type !== 'multiple') return values[id] ? [values[id]] : []
  return options.flatMap((option) => (values[boxName(id, option.id)] === undefined ? [] : [option.id]))
}

const faultText = ({ rule }: AnswerFault, words: SurveyWords): string =>
  ({
    required: words.nothing,
    'not-an-option': words.strange,
    'personal-data': words.personal,
    'too-long': words.tooLong,
  })[rule]

function noticeOf(c: Context<Env>, values: Values, state: ReturnType<typeof readFormToken>['state']) {
  const words = publicWords(c.var.locale)
  if (values['website']) return words.trapFilled
  if (state === 'good') return undefined
  return state === 'too-fast' ? words.tooFast : words.formTooOld
}

/** @throws AnlanError not-found for a draft as for none: nobody learns of it before it goes out */
async function surveyAt(c: Context<Env>): Promise<StoredSurvey> {
  const { deps } = c.var
  const code = c.req.param('code') ?? ''
  const survey = await findSurvey(databaseFor(deps.pool, deps.publicTenant), deps.publicTenant, code)
  if (!survey || survey.state === 'draft' || survey.state === 'dropped') throw new AnlanError('not-found')
  return survey
}

const isOpen = (c: Context<Env>, { state, content }: StoredSurvey): boolean =>
  isTakingOn({ state, ...content }, dayOf(c.var.now))

async function notNow(c: Context<Env>, { state, content }: StoredSurvey) {
  const words = surveyWords(c.var.locale)
  const reader = await readerOf(c, c.req.path)
  const isEarly = state === 'open' && dayOf(c.var.now) < content.opensOn
  return c.html(
    isEarly
      ? surveyNote(reader, content.title, words.early(content.opensOn))
      : surveyNote(reader, words.over, words.overText),
  )
}

async function form(c: Context<Env>, { content, code }: StoredSurvey, shown: Shown, seenBefore = true) {
  const { deps, now } = c.var
  c.header('cache-control', 'no-store')
  const isFirst = Object.keys(shown.values).length === 0 || !seenBefore
  const token = isFirst ? newFormToken(deps.keys, now) : tokenForMending(deps.keys, now)
  return surveyPage(await readerOf(c, `/public/survey/${code}`), { content, code, token, ...shown })
}
