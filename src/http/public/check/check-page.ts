import { html } from 'hono/html'
import type { Day } from '../../../domain/time/time.ts'
import { proofLink } from '../../transparency/proof-link.ts'
import { textInput } from '../pages/fields.ts'
import { ICONS } from '../pages/icons.ts'
import { at, publicPage, type Reader } from '../pages/page.ts'
import { checkWords } from './check-words.ts'

/** What anyone learns of a paper by its code. */
export type CheckedPaper = {
  readonly office: string
  /** As printed. */
  readonly title: string
  /** What that means, for readers of another language. */
  readonly meaning?: string
  readonly number: string
  readonly day: Day
  readonly revokedOn?: Day
  readonly exercise: boolean
  readonly fingerprint: string
}

/** Asks for the code; `error` says why the last one did not do. */
export function checkFormPage(reader: Reader, { typed, error }: { readonly typed?: string; readonly error?: string }) {
  const words = checkWords(reader.locale)
  const control = {
    name: 'code',
    label: words.code,
    hint: words.codeHint,
    ...(typed ? { value: typed } : {}),
    ...(error ? { error } : {}),
  }
  const body = html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form method="post" action="${at(reader, '/check')}">
${textInput(control)}
<div class="buttons"><button class="button" type="submit">${words.look}${ICONS.arrow}</button></div></form>
<p class="hint">${words.private}</p>`
  return publicPage(reader, { title: words.title, body })
}

/** What is known of the paper, and how to compare it with the one in hand. */
export function checkedPage(reader: Reader, paper: CheckedPaper, proof: string) {
  const words = checkWords(reader.locale)
  const title = html`<span lang="zh-CN">${paper.title}</span>${paper.meaning ? ` · ${paper.meaning}` : ''}`
  const rows = [
    [words.office, paper.office],
    [words.kind, title],
    [words.number, paper.number],
    [words.day, paper.day],
    ...(paper.revokedOn ? [[words.revokedOn, paper.revokedOn] as const] : []),
  ] as const
  const verdict = paper.revokedOn
    ? html`<div class="proof broken" role="status">${ICONS.shield}<b>${words.revoked}</b></div>`
    : html`<div class="proof" role="status">${ICONS.check}<b>${words.valid}</b></div>`
  const body = html`<div class="top"><span>${words.title}</span><a href="${at(reader, '/check')}">${words.another}</a></div>
<h1>${title}</h1>
${verdict}
${paper.exercise ? html`<p class="note red">${words.exercise}</p>` : ''}
<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
<div><dt>${words.fingerprint}</dt><dd><code class="mono">${paper.fingerprint}</code></dd></div></dl>
<h2>${words.compareTitle}</h2>
<ol>${words.compare.map((line) => html`<li>${line}</li>`)}</ol>
${proofLink(reader, proof)}
<p class="hint">${words.private}</p>`
  return publicPage(reader, { title: words.title, body })
}
