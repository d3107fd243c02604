import { html } from 'hono/html'
import type { LegalBasis } from '../../../domain/personal/legal-basis.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Impact } from '../../../engine/personal/impact-of.ts'
import { periodText } from '../../../engine/why/date-text.ts'
import { contactLine } from '../pages/contact.ts'
import { at, publicPage, type Reader } from '../pages/page.ts'
import { publicWords } from '../words/words.ts'

/** Which kinds ask about people; each has a notice of its own. */
export function personalListPage(reader: Reader, kinds: readonly { procedure: Procedure; impact: Impact }[]) {
  const { notice } = publicWords(reader.locale)
  const body = html`<h1>${notice.title}</h1><p class="lead">${notice.lead}</p>
<ul class="readers">${kinds.map(
    ({ procedure, impact }) =>
      html`<li><a href="${at(reader, `/public/personal/${procedure.id}`)}"><b>${procedure.title[reader.locale]}</b></a><p>${notice.items(impact.fields.length)}</p></li>`,
  )}</ul><p class="hint">${notice.others}</p>`
  return publicPage(reader, { title: notice.title, body })
}

/** Who, why, how, what, how long, and how to exercise one's rights: read from the definition (arts 7, 17). */
export function personalNoticePage(
  reader: Reader,
  { procedure, impact, basis }: { procedure: Procedure; impact: Impact; basis: LegalBasis | undefined },
) {
  const { locale } = reader
  const { notice } = publicWords(locale)
  const body = html`<h1>${notice.of(procedure.title[locale])}</h1>
<h2>${notice.who}</h2><p>${reader.tenantName}</p>
<h2>${notice.why}</h2><p>${procedure.purpose[locale]}</p>${basis ? html`<p class="hint">${basis.article[locale]}</p>` : ''}
<h2>${notice.what}</h2><ul class="readers">${impact.fields.map(
    (field) =>
      html`<li><b>${field.title[locale]}</b>${field.required ? '' : html` <small>${notice.optional}</small>`}${field.sensitive ? html` <small>${notice.sensitive}</small>` : ''}
<p>${notice.purpose}${field.purpose[locale]}</p><p>${notice.kept(periodText(field.retention, locale))}${field.apart ? notice.apart : ''}</p></li>`,
  )}</ul>
<h2>${notice.how}</h2><p>${notice.sealed}</p>${basis?.consent ? html`<p>${notice.consent}</p>` : ''}${impact.proposes ? html`<p>${notice.proposes}</p>` : ''}
<h2>${notice.rights}</h2><p>${notice.rightsText}</p><p class="hint">${notice.rightsBasis}</p>
<div class="buttons screen"><a class="button" href="${at(reader, '/public/track')}">${notice.byCode}</a><a class="button second" href="${at(reader, '/public/personal')}">${notice.all}</a></div>
${contactLine(reader)}`
  return publicPage(reader, { title: notice.of(procedure.title[locale]), body })
}
