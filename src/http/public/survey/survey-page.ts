import { html } from 'hono/html'
import type { Question, SurveyContent } from '../../../domain/surveys/survey.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { errorSummary, textArea, textInput } from '../pages/fields.ts'
import { ICONS } from '../pages/icons.ts'
import { at, type Markup, publicPage, type Reader } from '../pages/page.ts'
import { publicWords } from '../words/words.ts'
import { surveyWords } from './survey-words.ts'

export type SurveyPage = {
  readonly content: SurveyContent
  readonly code: string
  readonly token: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly notice?: string
}

/** The name of a box of a question with several answers. */
export const boxName = (question: string, option: string): string => `${question}.${option}`

/** The form: questions that are ticked, the code from the paper, nothing about who answers. */
export function surveyPage(reader: Reader, { content, code, token, values, errors, notice }: SurveyPage) {
  const words = surveyWords(reader.locale)
  const common = publicWords(reader.locale)
  const address = `/public/survey/${code}`
  const control = (name: string, label: string, hint: string) => ({
    name,
    label,
    hint,
    ...(values[name] ? { value: values[name] } : {}),
    ...(errors[name] ? { error: errors[name] } : {}),
  })
  const body = html`<h1>${content.title}</h1>
<p class="lead wide">${words.lead(reader.tenantName)}</p>
<ul class="promises">${words.promises.map((promise) => html`<li>${ICONS.check}<span>${promise}</span></li>`)}</ul>
${errorSummary(words.errorsTitle, errors, notice)}
<form method="post" action="${at(reader, address)}" novalidate id="form">
<input type="hidden" name="token" value="${token}">
<div class="trap" aria-hidden="true"><label for="website">${common.trap}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
${textInput(control('code', words.code, words.codeHint))}
<p class="hint">${words.open}</p>
${content.questions.map((question, index) => questionField(reader, question, index, values, errors[question.id]))}
${content.remark ? textArea(control('remark', words.remark, words.remarkHint)) : ''}
<div class="buttons"><button class="button" type="submit">${words.send}${ICONS.arrow}</button></div>
</form>`
  return publicPage(reader, { title: content.title, body, form: address })
}

function questionField(
  { locale }: Reader,
  { id, type, text, options }: Question,
  index: number,
  values: Readonly<Record<string, string>>,
  error: string | undefined,
): Markup {
  const say = (words: Text) => words[locale] || words.zh
  const isMany = type === 'multiple'
  const one = (option: Question['options'][number]) => {
    const isOn = isMany ? values[boxName(id, option.id)] !== undefined : values[id] === option.id
    return html`<label class="choice"><input type="${isMany ? 'checkbox' : 'radio'}" name="${isMany ? boxName(id, option.id) : id}" value="${option.id}" ${isOn ? html`checked` : ''}><span>${say(option.text)}</span></label>`
  }
  return html`<fieldset id="${id}"><legend>${index + 1}. ${say(text)}</legend>${error ? html`<span class="error">${error}</span>` : ''}
${options.map(one)}</fieldset>`
}

/** Thanks, or why nothing can be answered now. */
export function surveyNote(reader: Reader, title: string, text: string) {
  return publicPage(reader, { title, body: html`<h1>${title}</h1><p>${text}</p>` })
}
