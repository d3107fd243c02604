import { html } from 'hono/html'
import { text } from '../../../domain/wording/text.ts'
import { publicPage, type Reader } from '../../public/pages/page.ts'
import { FOLLOWED } from './followed.ts'

const WORDS = {
  title: text('公开标准', 'Standards'),
  lead: text(
    '本系统按下面这些公开标准给出数据、接收报事。做到哪些、没有做哪些、为什么，都写在这里。',
    'By these standards of others data go out and reports come in: what is followed, what is not, and why.',
  ),
  where: text('地址', 'Address'),
  follows: text('做到的', 'Followed'),
  leaves: text('没有做的，为什么', 'Left out, and why'),
}

/** Which standards of others this installation speaks, for whoever connects a program to it. */
export function standardsPage(reader: Reader) {
  const { locale } = reader
  const body = html`<h1>${WORDS.title[locale]}</h1><p class="lead">${WORDS.lead[locale]}</p>
${FOLLOWED.map(
  ({ name, from, title, where, follows, leaves }) => html`<section class="standard"><h2>${title[locale]}</h2>
<p><a href="${from}" rel="noreferrer">${name}</a></p>
<dl>${where.length > 0 ? html`<dt>${WORDS.where[locale]}</dt>${where.map((path) => html`<dd>${path.includes('<') ? html`<code>${path}</code>` : html`<a href="${path}"><code>${path}</code></a>`}</dd>`)}` : ''}
<dt>${WORDS.follows[locale]}</dt><dd>${follows[locale]}</dd>
<dt>${WORDS.leaves[locale]}</dt><dd>${leaves[locale]}</dd></dl></section>`,
)}`
  return publicPage(reader, { title: WORDS.title[locale], body })
}
