import { html } from 'hono/html'
import { publicWords } from '../words/words.ts'
import { checkBox, errorSummary, fileInput, textArea, textInput } from './fields.ts'
import { ICONS } from './icons.ts'
import { at, type Markup, publicPage, type Reader } from './page.ts'
import { PHOTO_TYPES } from './report-page.ts'

/** One of the things a reporter does with a report: what it shows, what was typed, what is wrong with it. */
export type ActPage = {
  readonly code: string
  readonly token: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly notice?: string
}

type Frame = {
  readonly act: 'add' | 'withdraw' | 'rate'
  readonly title: string
  readonly hint: string
  readonly fields: Markup
  readonly buttons: Markup
}

const control = (
  { values, errors }: ActPage,
  name: string,
  label: string,
  more: { hint?: string; mark?: string } = {},
) => ({
  name,
  label,
  ...more,
  ...(values[name] === undefined ? {} : { value: values[name] }),
  ...(errors[name] === undefined ? {} : { error: errors[name] }),
})

function frame(reader: Reader, page: ActPage, { act, title, hint, fields, buttons }: Frame) {
  const words = publicWords(reader.locale)
  const body = html`<h1>${title}</h1><p class="lead">${hint}</p>
${errorSummary(words.errorsTitle, page.errors, page.notice)}
<form method="post" action="${at(reader, `/t/${page.code}/${act}`)}" enctype="multipart/form-data" novalidate id="form">
<input type="hidden" name="token" value="${page.token}">
${fields}
<div class="buttons">${buttons}<a class="button second" href="${at(reader, `/t/${page.code}`)}">${words.back}</a></div></form>`
  return publicPage(reader, { title, body, form: `/t/${page.code}/${act}` })
}

/** Adds what was seen since or left out. */
export function addPage(reader: Reader, page: ActPage, mostPhotos: number) {
  const words = publicWords(reader.locale)
  return frame(reader, page, {
    act: 'add',
    title: words.addTitle,
    hint: words.addHint,
    fields: html`${textArea(control(page, 'note', words.addLabel))}
${fileInput(control(page, 'photos', words.photos, { mark: words.photosOptional, hint: words.photosHint(mostPhotos) }), PHOTO_TYPES)}
${textInput(control(page, 'newPhone', words.newPhone, { mark: words.optional, hint: words.newPhoneHint }), { type: 'tel', autocomplete: 'tel' })}`,
    buttons: html`<button class="button" type="submit">${words.send}${ICONS.arrow}</button>`,
  })
}

/** Withdraws a report, with a reason and a tick, so that nobody does it by accident. */
export function withdrawPage(reader: Reader, page: ActPage) {
  const words = publicWords(reader.locale)
  return frame(reader, page, {
    act: 'withdraw',
    title: words.withdrawTitle,
    hint: words.withdrawHint,
    fields: html`${textArea(control(page, 'withdrawReason', words.withdrawReason))}${checkBox(control(page, 'sure', words.withdrawSure))}`,
    buttons: html`<button class="button danger" type="submit">${words.withdraw}</button>`,
  })
}

/** Satisfied or not; not satisfied says why, and the matter is handled once more. */
export function ratePage(reader: Reader, page: ActPage) {
  const words = publicWords(reader.locale)
  const choice = (value: string, label: string) =>
    html`<label class="choice"><input type="radio" name="rating" value="${value}" ${page.values['rating'] === value ? html`checked` : ''}><span>${label}</span></label>`
  const error = page.errors['rating']
  return frame(reader, page, {
    act: 'rate',
    title: words.rateTitle,
    hint: '',
    fields: html`<fieldset id="rating"><legend>${words.rate}</legend>${error ? html`<span class="error">${error}</span>` : ''}
${choice('satisfied', words.rateSatisfied)}${choice('dissatisfied', words.rateUnsatisfied)}</fieldset>
${textArea(control(page, 'complaint', words.rateWhy, { hint: words.rateWhyHint }))}`,
    buttons: html`<button class="button" type="submit">${words.send}${ICONS.arrow}</button>`,
  })
}
