import { html } from 'hono/html'
import type { Locale } from '../../../domain/wording/text.ts'
import { publicWords } from '../words/words.ts'
import { errorSummary } from './fields.ts'
import { publicPage } from './page.ts'

/** A form that could not be sent and cannot be shown either, because the database is away: what was typed, and one press to send it again. */
export function keptTextPage(
  locale: Locale,
  values: Readonly<Record<string, string>>,
  notice: string,
  path = '/public/report',
) {
  const words = publicWords(locale)
  const reader = { locale, large: false, path: '/public', tenantName: '', office: { contact: {}, confirmed: {} } }
  const shown = values['description'] ?? values['note'] ?? values['complaint'] ?? values['withdrawReason'] ?? ''
  const body = html`<h1>${words.brokenTitle}</h1>
${errorSummary(words.errorsTitle, {}, notice)}
<form method="post" action="${path}${locale === 'en' ? '?lang=en' : ''}" enctype="multipart/form-data">
${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field"><label for="kept">${words.what}</label><textarea id="kept" rows="8" readonly>${shown}</textarea></div>
<div class="buttons"><button class="button" type="submit">${words.sendAgain}</button></div></form>`
  return publicPage(reader, { title: words.brokenTitle, body })
}
