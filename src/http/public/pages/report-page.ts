import { html } from 'hono/html'
import { ACCEPTED_ENDINGS } from '../../../domain/procedure/file-kinds.ts'
import type { Period } from '../../../domain/time/time.ts'
import { publicWords } from '../words/words.ts'
import type { PublicWords } from '../words/words.zh.ts'
import { contactLine } from './contact.ts'
import { errorSummary, fileInput, type Option, selectInput, textArea, textInput } from './fields.ts'
import { ICONS } from './icons.ts'
import { at, type Markup, publicPage, type Reader } from './page.ts'

export type ReportPage = {
  readonly token: string
  readonly categories: readonly Option[]
  /** Townships and villages, grouped by township. */
  readonly places: readonly Option[]
  readonly units: readonly Option[]
  readonly mostPhotos: number
  /** How long it takes at most until there is a first answer. */
  readonly promise: Period | undefined
  /** What was typed, by field; everything but files comes back. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** A sentence on top for what belongs to no field. */
  readonly notice?: string
}

export const PHOTO_TYPES = `image/*,audio/*,video/*,${ACCEPTED_ENDINGS}`

/** The form by which anybody reports a problem. */
export function reportPage(reader: Reader, page: ReportPage) {
  const words = publicWords(reader.locale)
  const { values, errors } = page
  const control = (name: string, label: string, more: { hint?: string; mark?: string } = {}) => ({
    name,
    label,
    ...more,
    ...(values[name] === undefined ? {} : { value: values[name] }),
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  })
  const failed = Object.keys(errors).length > 0 || page.notice !== undefined
  const body = html`<p class="emergency first">${emergency(words)}</p>
<h1>${words.reportTitle}</h1>
<p class="lead wide">${words.reportLead}</p>
<ul class="promises">${words.promises(limitText(page, words)).map((promise) => html`<li>${ICONS.check}<span>${promise}</span></li>`)}</ul>
${errorSummary(words.errorsTitle, errors, [page.notice, failed ? words.filesAgain : ''].filter(Boolean).join(' '))}
<form method="post" action="${at(reader, '/public/report')}" enctype="multipart/form-data" novalidate id="form">
<input type="hidden" name="token" value="${page.token}">
<div class="trap" aria-hidden="true"><label for="website">${words.trap}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
${textArea(control('description', words.what, { hint: words.whatHint }))}
${selectInput(control('category', words.category), { none: words.categoryNone, options: page.categories })}
${textInput(control('place', words.where, { hint: words.whereHint }))}
${selectInput(control('placeUnit', words.area, { mark: words.optional }), { none: words.areaNone, options: page.places })}
${fileInput(control('photos', words.photos, { mark: words.photosOptional, hint: words.photosHint(page.mostPhotos) }), PHOTO_TYPES)}
<div class="section"><h2>${words.sectionContact}</h2><p class="hint">${words.contactHint}</p>
${textInput(control('contactName', words.name, { mark: words.optional }), { autocomplete: 'name' })}
${textInput(control('contactPhone', words.phone, { mark: words.optional }), { type: 'tel', autocomplete: 'tel' })}
${selectInput(control('aboutUnit', words.about, { mark: words.optional, hint: words.aboutHint }), { none: words.aboutNone, options: page.units })}
</div>
<div class="buttons"><button class="button" type="submit">${words.send}${ICONS.arrow}</button></div>
</form>`
  return publicPage(reader, {
    title: words.reportTitle,
    body,
    aside: reportAside(reader, words, limitText(page, words)),
    form: '/public/report',
  })
}

const limitText = ({ promise }: ReportPage, words: PublicWords) =>
  promise ? words.within[promise.unit](promise.length) : words.inTime

const NUMBERS = ['110', '119', '120']

/** The emergency numbers, each dialled by a touch. */
function emergency(words: PublicWords): Markup {
  const [police, fire, ambulance] = NUMBERS.map((number) => html`<a href="tel:${number}"><b>${number}</b></a>`)
  const [before = '', after = ''] = words.dangerCall('|').split('|')
  return html`${words.danger}${words.htmlLang === 'en' ? ': ' : '，'}${before}${police}${words.dangerOr}${fire}${words.dangerLast}${ambulance}${after}`
}

const reportAside = (
  reader: Reader,
  words: PublicWords,
  limit: string,
): Markup => html`<section class="how"><h2>${words.howTitle}</h2>
<dl>${words.how(limit).map(([when, what]) => html`<dt>${when}</dt><dd>${what}</dd>`)}</dl></section>
<div class="note"><b>${words.shieldTitle}</b><p class="hint">${words.shieldText}</p></div>
<p class="hint">${words.otherWays}</p>${contactLine(reader)}`
