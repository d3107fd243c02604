import { html } from 'hono/html'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { errorSummary, type Option, selectInput, textArea } from '../pages/fields.ts'
import { ICONS } from '../pages/icons.ts'
import { at, type Markup, publicPage, type Reader } from '../pages/page.ts'
import { publicWords } from '../words/words.ts'

export type RequestPage = {
  readonly code: string
  readonly token: string
  readonly categories: readonly Option[]
  readonly askers: readonly Option[]
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly notice?: string
}

/** The form by which a person asks about what is kept of them in this matter. */
export function requestPage(reader: Reader, page: RequestPage) {
  const words = publicWords(reader.locale)
  const { data } = words
  const control = (name: string, label: string, hint?: string) => ({
    name,
    label,
    ...(hint ? { hint } : {}),
    ...(page.values[name] === undefined ? {} : { value: page.values[name] }),
    ...(page.errors[name] === undefined ? {} : { error: page.errors[name] }),
  })
  const path = `/t/${page.code}/data`
  const body = html`<h1>${data.heading}</h1><p class="lead">${data.lead}</p>
${errorSummary(words.errorsTitle, page.errors, page.notice)}
<form method="post" action="${at(reader, path)}" enctype="multipart/form-data" novalidate id="form">
<input type="hidden" name="token" value="${page.token}">
${selectInput(control('category', data.what), { none: data.choose, options: page.categories })}
${selectInput(control('asker', data.who), { none: data.choose, options: page.askers })}
${textArea(control('wish', data.wish, data.wishHint))}
<p class="note">${data.verified}</p>
<div class="buttons"><button class="button" type="submit">${words.send}${ICONS.arrow}</button><a class="button second" href="${at(reader, `/t/${page.code}`)}">${words.back}</a></div></form>`
  return publicPage(reader, { title: data.heading, body, form: path })
}

/** The way there from the page of a report. */
export function requestPart(reader: Reader, code: string, { steps }: Procedure): Markup | string {
  const { data } = publicWords(reader.locale)
  // A request is about another matter, and asks nothing of its own.
  if (Object.values(steps).some(({ serves }) => serves)) return ''
  return html`<h2>${data.heading}</h2><p class="hint">${data.hint}</p>
<div class="buttons screen"><a class="button second" href="${at(reader, `/t/${code}/data`)}">${data.ask}</a>
<a class="button second" href="${at(reader, '/public/personal')}">${data.rules}</a></div>`
}
