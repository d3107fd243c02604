import { personalKinds } from '../free-text/personal-data.ts'
import type { Question, SurveyContent } from './survey.ts'

/** What no survey asks: who somebody is, where they belong, what they believe, and about other people by name. */
const NOT_ASKED =
  /姓\s*名|名字|身份证|证件号|电话|手机|微信|民族|族别|宗教|信仰|信教|教派|教徒|政治面貌|党员|党派|籍贯|门牌|住址|\b(?:name|id number|phone|ethnic|religi|belie[fv]|faith|political|party member|address)\w*/i

export type SurveyFault = {
  readonly field: string
  readonly rule: 'personal-data' | 'required' | 'not-an-option' | 'not-a-date' | 'too-large' | 'wrong-form'
}

/** Marks on the longest paper: more does nobody answer, and no form brings them. */
const MOST_TICKS = 50
const ticksOf = (questions: readonly Question[]) =>
  questions.reduce((sum, { type, options }) => sum + (type === 'multiple' ? options.length : 1), 0)

/** What keeps a survey from going out, by field; nothing else may be wrong with one that was written. */
export function surveyFaults({ title, opensOn, closesOn, questions, strata }: SurveyContent): SurveyFault[] {
  const ids = questions.map(({ id }) => id)
  const units = strata.map(({ unitId }) => unitId)
  return [
    ...forbidden('title', title),
    ...(closesOn < opensOn ? [{ field: 'closesOn', rule: 'not-a-date' } as const] : []),
    ...(questions.length === 0 ? [{ field: 'questions', rule: 'required' } as const] : []),
    ...(new Set(ids).size < ids.length ? [{ field: 'questions', rule: 'not-an-option' } as const] : []),
    ...(ticksOf(questions) > MOST_TICKS ? [{ field: 'questions', rule: 'too-large' } as const] : []),
    ...questions.flatMap((question, at) => questionFaults(question, `questions.${at}`)),
    ...(strata.every(({ sample }) => sample === 0) ? [{ field: 'strata', rule: 'required' } as const] : []),
    ...(new Set(units).size < units.length ? [{ field: 'strata', rule: 'not-an-option' } as const] : []),
    ...strata.flatMap(({ households, sample }, at) =>
      sample > households ? [{ field: `strata.${at}.sample`, rule: 'too-large' } as const] : [],
    ),
  ]
}

function questionFaults({ type, text, options }: Question, field: string): SurveyFault[] {
  const ids = options.map(({ id }) => id)
  const least = type === 'yesNo' || type === 'scale' ? { yesNo: 2, scale: 5 }[type] : 2
  const isWrong = options.length < least || (type === 'scale' && options.length !== 5) || new Set(ids).size < ids.length
  return [
    ...forbidden(`${field}.text`, `${text.zh}\n${text.en}`),
    ...options.flatMap((option, at) => forbidden(`${field}.options.${at}`, `${option.text.zh}\n${option.text.en}`)),
    ...(text.zh.trim() === '' ? [{ field: `${field}.text`, rule: 'required' } as const] : []),
    ...(isWrong ? [{ field: `${field}.options`, rule: 'wrong-form' } as const] : []),
  ]
}

const forbidden = (field: string, written: string): SurveyFault[] =>
  NOT_ASKED.test(written) || personalKinds(written) ? [{ field, rule: 'personal-data' }] : []
