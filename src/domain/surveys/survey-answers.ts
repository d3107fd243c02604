import { personalKinds } from '../free-text/personal-data.ts'
import { LONGEST_REMARK, type SurveyAnswers, type SurveyContent } from './survey.ts'

export type AnswerFault = {
  readonly field: string
  readonly rule: 'required' | 'not-an-option' | 'personal-data' | 'too-long'
}

/**
 * What was ticked, as it is kept: only options of the survey, one where one is asked. A question may be left open, not all of them.
 * The free line is refused, never mended, when it tells of somebody.
 */
export function readAnswers(
  { questions, remark }: SurveyContent,
  given: SurveyAnswers,
): { readonly answers: SurveyAnswers } | { readonly faults: readonly AnswerFault[] } {
  const faults: AnswerFault[] = []
  const ticked: Record<string, readonly string[]> = {}
  for (const { id, type, options } of questions) {
    const own = [...new Set(given.ticked[id] ?? [])]
    if (own.length === 0) continue
    const isKnown = own.every((one) => options.some((option) => option.id === one))
    if (!isKnown || (type !== 'multiple' && own.length > 1)) faults.push({ field: id, rule: 'not-an-option' })
    else ticked[id] = options.flatMap((option) => (own.includes(option.id) ? [option.id] : []))
  }
  const strange = Object.keys(given.ticked).find((id) => !questions.some((question) => question.id === id))
  if (strange !== undefined) faults.push({ field: strange, rule: 'not-an-option' })
  const line = given.remark?.trim() ?? ''
  if (line !== '' && !remark) faults.push({ field: 'remark', rule: 'not-an-option' })
  if (line.length > LONGEST_REMARK) faults.push({ field: 'remark', rule: 'too-long' })
  if (personalKinds(line)) faults.push({ field: 'remark', rule: 'personal-data' })
  if (Object.keys(ticked).length === 0 && faults.length === 0)
    faults.push({ field: questions[0]?.id ?? 'q1', rule: 'required' })
  return faults.length > 0 ? { faults } : { answers: { ticked, ...(line === '' ? {} : { remark: line }) } }
}
