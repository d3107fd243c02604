import type { SurveyResult, SurveyView } from '../../../domain/surveys/survey-view.ts'
import type { Text } from '../../../domain/wording/text.ts'
import type { SurveysWords } from '../../words/surveys/surveys.zh.ts'

type Say = (text: Text) => string

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: string | number): string => {
  const plain = String(value)
  const safe = /^[=+\-@\t\r]/.test(plain) && !/^-?\d/.test(plain) ? `'${plain}` : plain
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Hands over as a table what is on the page and may be told; units in the order of the page. */
export function saveResult(
  view: SurveyView,
  result: SurveyResult,
  words: SurveysWords,
  name: (unitId: string) => string,
  say: Say,
): void {
  const rows: (string | number)[][] = [[words.questions, words.unit, words.where, '%', '95% <', '95% >']]
  for (const question of result.questions) {
    const asked = view.content.questions.find(({ id }) => id === question.id)
    const title = asked ? say(asked.text) : question.id
    for (const { id, share, count } of question.options) {
      const option = asked?.options.find((each) => each.id === id)
      const told = count === 'few' ? words.few : words.hidden
      rows.push([
        title,
        option ? say(option.text) : id,
        '',
        ...(share ? [share.percent, share.lower, share.upper] : [told]),
      ])
    }
    for (const { unitId, share, verdict } of question.units)
      rows.push([
        title,
        name(unitId),
        words.verdicts[verdict],
        ...(share ? [share.percent, share.lower, share.upper] : []),
      ])
  }
  for (const { unitId, asked, answered } of view.strata)
    rows.push([words.rate, name(unitId), words.answeredOf(answered, asked)])
  const csv = `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  link.download = `${view.title.replace(/[\\/:*?"<>|]/g, '_')}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
