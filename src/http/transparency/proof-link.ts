import { html } from 'hono/html'
import { at, type Reader } from '../public/pages/page.ts'
import { transparencyWords } from './transparency-words.ts'

/** Where somebody takes home the proof that their record is in the log. */
export function proofLink(reader: Reader, path: string) {
  const words = transparencyWords(reader.locale)
  return html`<p><a href="${path}">${words.receipt}</a> · <a href="${at(reader, '/transparency')}">${words.title}</a><br><span class="hint">${words.receiptHint}</span></p>`
}
