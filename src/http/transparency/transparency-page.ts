import { html } from 'hono/html'
import { fullMoment } from '../public/pages/dates.ts'
import { publicPage, type Reader } from '../public/pages/page.ts'
import type { Transparency } from './read-transparency.ts'
import { transparencyWords } from './transparency-words.ts'

/** What the log is, how it stands and how to check it, in plain words. */
export function transparencyPage(reader: Reader, log: Transparency | undefined) {
  const words = transparencyWords(reader.locale)
  const body = html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${log ? standing(reader, log) : html`<p class="note">${words.none}</p>`}
<h2>${words.howTitle}</h2>
<ol>${words.how.map((line) => html`<li>${line}</li>`)}</ol>
${log ? links(reader, log) : ''}
<h2>${words.saysTitle}</h2>
<p>${words.says}</p>`
  return publicPage(reader, { title: words.title, body })
}

function standing({ locale }: Reader, { head, fingerprint, begunAt, witnesses }: Transparency) {
  const words = transparencyWords(locale)
  const seen = witnesses.map(({ name, size, at }) =>
    size === undefined || !at
      ? html`${name} · ${words.notYet}<br>`
      : html`${name} · ${words.seen(size)} · ${fullMoment(at, locale)}<br>`,
  )
  return html`<dl class="facts">
<div><dt>${words.size}</dt><dd>${words.entries(head?.size ?? 0)}</dd></div>
${head ? html`<div><dt>${words.at}</dt><dd>${fullMoment(head.at, locale)}</dd></div>` : ''}
<div><dt>${words.begun}</dt><dd>${fullMoment(begunAt, locale)}</dd></div>
<div><dt>${words.witnesses}</dt><dd>${seen.length > 0 ? seen : words.noWitness}</dd></div>
<div><dt>${words.key}</dt><dd><code class="mono">${fingerprint}</code><br><span class="hint">${words.keyHint}</span></dd></div></dl>`
}

function links({ locale }: Reader, { url, key }: Transparency) {
  const { links: named } = transparencyWords(locale)
  return html`<ul class="places">
<li><a href="${url}/checkpoint">${named.checkpoint}</a></li>
<li><a href="/tlog/check-receipt.html">${named.page}</a></li>
<li><a href="/tlog/verify-log.mjs">${named.program}</a></li>
<li>${named.key}<br><code class="mono">${key}</code></li></ul>`
}
