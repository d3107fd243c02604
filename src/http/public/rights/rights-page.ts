import { html } from 'hono/html'
import type { Matter } from '../../../domain/matter/matter.ts'
import { fieldTitle } from '../../../domain/procedure/field-title.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { momentInWords } from '../pages/dates.ts'
import { errorSummary, type Option, selectInput, textArea } from '../pages/fields.ts'
import { ICONS } from '../pages/icons.ts'
import { at, type Markup, publicPage, type Reader } from '../pages/page.ts'
import { publicWords } from '../words/words.ts'
import type { ToldReader } from './told-readers.ts'

/** What the title of a disputed fact is, of facts that no form asks for by this name. */
export const disputedTitle = (procedure: Procedure, name: string, { locale }: Pick<Reader, 'locale'>): string => {
  const words = publicWords(locale).statement
  return name === 'place' ? words.place : name === 'title' ? words.title : fieldTitle(procedure, name)[locale]
}

/** Who opened what the person gave; nobody yet is said too. */
export function readersPart(reader: Reader, readers: readonly ToldReader[]): Markup {
  const words = publicWords(reader.locale).readers
  if (readers.length === 0) return html`<h2>${words.title}</h2><p class="hint">${words.nobody}</p>`
  return html`<h2>${words.title}</h2><p class="hint">${words.hint}</p><ul class="readers">${readers.map(
    ({ at: when, who, fields, why }) =>
      html`<li><b>${words.line(who, fields)}</b><p>${words.why}${why}</p><small><time datetime="${when}">${momentInWords(when, reader.locale)}</time></small></li>`,
  )}</ul>`
}

/** What the person set against the record, and the way to add to it. */
export function statementsPart(
  reader: Reader,
  code: string,
  { statements = [] }: Matter,
  procedure: Procedure,
): Markup {
  const words = publicWords(reader.locale).statement
  const list = statements.map(
    ({ at: when, text, about, onBehalf }) =>
      html`<li>${about ? html`<b>${words.of(disputedTitle(procedure, about, reader))}</b>` : ''}<p>${text}</p><small><time datetime="${when}">${momentInWords(when, reader.locale)}</time>${onBehalf ? ` · ${words.onBehalf}` : ''}</small></li>`,
  )
  return html`<h2>${words.heading}</h2><p class="hint">${words.hint}</p>
${list.length > 0 ? html`<ul class="readers">${list}</ul>` : ''}
<div class="buttons screen"><a class="button second" href="${at(reader, `/t/${code}/statement`)}">${words.write}</a></div>`
}

export type StatementPage = {
  readonly code: string
  readonly token: string
  readonly about: readonly Option[]
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly notice?: string
}

/** The form for a statement. */
export function statementPage(reader: Reader, page: StatementPage) {
  const words = publicWords(reader.locale)
  const control = (name: string, label: string) => ({
    name,
    label,
    ...(page.values[name] === undefined ? {} : { value: page.values[name] }),
    ...(page.errors[name] === undefined ? {} : { error: page.errors[name] }),
  })
  const path = `/t/${page.code}/statement`
  const body = html`<h1>${words.statement.heading}</h1><p class="lead">${words.statement.lead}</p>
${errorSummary(words.errorsTitle, page.errors, page.notice)}
<form method="post" action="${at(reader, path)}" enctype="multipart/form-data" novalidate id="form">
<input type="hidden" name="token" value="${page.token}">
${selectInput(control('about', words.statement.about), { none: words.statement.whole, options: page.about })}
${textArea(control('text', words.statement.text))}
<div class="buttons"><button class="button" type="submit">${words.send}${ICONS.arrow}</button><a class="button second" href="${at(reader, `/t/${page.code}`)}">${words.back}</a></div></form>`
  return publicPage(reader, { title: words.statement.heading, body, form: path })
}
