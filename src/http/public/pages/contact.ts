import { html } from 'hono/html'
import type { OfficeSettings } from '../../../domain/unit/office-settings.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import { publicWords } from '../words/words.ts'
import { MARK } from './icons.ts'

type Markup = ReturnType<typeof html>

/** The office as a page shows it, in the reader's language. */
export type OfficeShown = {
  readonly locale: Locale
  readonly office: Pick<OfficeSettings, 'contact' | 'emblem' | 'confirmed'>
}

/** How the office is reached, one fact each; nothing for what it has not set. */
function contactFacts({ locale, office: { contact } }: OfficeShown): (readonly [string, string])[] {
  const { contact: words } = publicWords(locale)
  const facts: [string, string | undefined][] = [
    [words.phone, contact.phone],
    [words.hours, contact.hours?.[locale]],
    [words.dutyPhone, contact.dutyPhone],
    [words.address, contact.address?.[locale]],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}

/** The office in one line: its phone, hours, duty phone and address. */
export function contactLine(reader: OfficeShown): Markup | string {
  const { colon } = publicWords(reader.locale).contact
  const facts = contactFacts(reader)
  if (facts.length === 0) return ''
  return html`<p class="contact">${facts.map(([name, value]) => html`<span>${name}${colon}<b>${value}</b></span> `)}</p>`
}

/** The office's emblem; ours where it has none. */
export const emblem = ({ office: { emblem: sha256 } }: OfficeShown): Markup =>
  sha256 ? html`<img class="emblem" src="/public/emblem?v=${sha256.slice(0, 10)}" alt="">` : html`${MARK}`
