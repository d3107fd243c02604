import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault } from '../fault.ts'
import { fieldsOf, stepsOf } from '../reading.ts'

/** A date has a first and a last day, or says why one of them is missing. */
export const dateFaults = (procedure: Procedure): Fault[] =>
  fieldsOf(procedure).flatMap(({ path, field, form }) =>
    isImported(procedure, form) ||
    (field.kind !== 'date' && field.kind !== 'dateTime') ||
    field.boundless ||
    (field.notBefore && field.notAfter)
      ? []
      : [
          fault(
            path,
            '日期要有最早和最晚两头的界限，缺一头要写明为什么（boundless）',
            'a date has a first and a last day, or says why not (boundless)',
          ),
        ],
  )

/** What an old ledger says is taken as it is. */
const isImported = (procedure: Procedure, form: string) =>
  form !== procedure.opening.form &&
  stepsOf(procedure).every(([, step]) => step.form !== form || step.imported === true)

/** Kinds of papers that people hear of. 《…》 is a title, of a law or of a paper. */
const PAPER = /(通知书|告知书|决定书|意见书|指令书|协议书|回执|通知单|告知单|督办单|裁定书)/

/** What the story, the resident's page or a notice says was issued or told is issued, or said to whom it must be told. */
export const promiseFaults = (procedure: Procedure): Fault[] =>
  stepsOf(procedure).flatMap(([id, step]) => {
    const made = [...(step.issues ?? []), ...(step.revokes ?? [])]
    return (['told', 'public'] as const).flatMap((key) => {
      const words = step[key]?.zh ?? ''
      const missing = Object.entries(procedure.documents).filter(
        ([document, { title }]) => words.includes(title.zh) && !made.includes(document),
      )
      if (missing.length > 0)
        return missing.map(([document, { title }]) =>
          fault(
            `steps.${id}.${key}`,
            `说到“${title.zh}”，这一步却没有出（issues: ${document}）`,
            `speaks of "${title.en}", which the step does not issue (issues: ${document})`,
          ),
        )
      if (PAPER.test(words) && made.length === 0 && !step.opens)
        return [fault(`steps.${id}.${key}`, '说到文书，这一步却没有出', 'speaks of a paper, but the step issues none')]
      return /告知|通知|送达/.test(words) && made.length === 0 && !step.tells
        ? [
            fault(
              `steps.${id}.${key}`,
              '说告知了谁，却没有出文书，也没有写要告知谁（tells）',
              'says that somebody was told, but issues no paper and names nobody to tell (tells)',
            ),
          ]
        : []
    })
  })
