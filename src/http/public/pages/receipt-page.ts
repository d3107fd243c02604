import { html } from 'hono/html'
import type { PersonalKind } from '../../../domain/free-text/personal-kind.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Clock } from '../../../domain/procedure/deadline.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Calendar } from '../../../domain/time/calendar.ts'
import { dayOf, type Instant } from '../../../domain/time/time.ts'
import { kindsText } from '../../../domain/wording/personal-text.ts'
import { codeInGroups } from '../code.ts'
import { promisedClock } from '../promised-clock.ts'
import { publicWords } from '../words/words.ts'
import { contactLine } from './contact.ts'
import { dayInWords, fullMoment } from './dates.ts'
import { dayStrip } from './day-strip.ts'
import { ICONS } from './icons.ts'
import { at, type Markup, publicPage, type Reader } from './page.ts'
import { qrPicture } from './qr.ts'

export type ReceiptPage = {
  readonly code: string
  /** Address behind the QR code. */
  readonly trackUrl: string
  readonly matter: Matter
  readonly head: string
  readonly procedure: Procedure
  readonly calendar: Calendar
  readonly now: Instant
  /** Kinds of numbers and names that were masked in what the reporter wrote. */
  readonly masked: readonly PersonalKind[]
}

/** So much of a hash is enough to compare by eye. */
const SHORT_HASH = 12

/** What the reporter takes home: the code, the day by which an answer comes, and the proof. Prints on half a sheet. */
export function receiptPage(reader: Reader, page: ReceiptPage) {
  const words = publicWords(reader.locale)
  const { code, matter } = page
  const body = html`<p class="paper"><b>${words.receiptPaper}</b> · ${reader.tenantName}</p>
<div class="received"><span class="disc">${ICONS.check}</span><h1>${words.receivedTitle}</h1></div>
<p class="when">${fullMoment(matter.openedAt, reader.locale)}</p>
<p class="paper">${words.receiptNumber}: <b>${matter.reference}</b> · ${words.receiptFor}: ${matter.title}</p>
${page.masked.length > 0 ? html`<p class="note screen">${words.masked(kindsText(page.masked.join(','), reader.locale))}</p>` : ''}
<div class="ticket" data-sent><span class="hint">${words.yourCode}</span><p class="code">${codeInGroups(code)}</p>
<div class="scan">${qrPicture(page.trackUrl, words.codeScan)}<div><p>${words.codeScan}</p><p class="screen"><b>${words.codeKeep}</b></p><p class="hint">${words.codeOnly}</p></div></div></div>
<h2>${words.next}</h2>
${promise(reader, page)}
<div class="proof">${ICONS.shield}<div><b>${words.sealed}</b><span>${words.sealedDetail(matter.version, page.head.slice(0, SHORT_HASH))}</span></div></div>
<div class="buttons"><button class="button second" type="button" data-print hidden>${ICONS.printer}${words.print}</button>
<a class="button" href="${at(reader, `/t/${code}`)}">${words.seeProgress}</a></div>
<div class="paper">${contactLine(reader)}<p>${words.receiptKeep}</p><p class="tear">${words.receiptTear}</p></div>`
  return publicPage(reader, { title: words.receivedTitle, body })
}

/** By when, what, and on what basis. */
function promise(reader: Reader, { matter, procedure, calendar, now }: ReceiptPage): Markup | string {
  const clock = promisedClock(matter, procedure)
  return clock ? promiseNote(reader, { clock, procedure, calendar, now }) : ''
}

/** The one date that matters, with its reason in the law's words and the days in between. */
export function promiseNote(
  { locale, office }: Reader,
  { clock, procedure, calendar, now }: { clock: Clock; procedure: Procedure; calendar: Calendar; now: Instant },
): Markup {
  const words = publicWords(locale)
  const rule = procedure.deadlines[clock.deadline]
  const due = clock.dueOn ?? dayOf(clock.dueAt)
  const waits = rule?.source.mark === 'local' || rule?.source.mark === 'recalled'
  const unconfirmed = waits && !office.confirmed[rule.source.article.zh]
  return html`<div class="note"><b>${words.by(dayInWords(due, locale, dayOf(now).slice(0, 4)))}</b>
<p>${words.promised[clock.deadline] ?? rule?.title[locale] ?? ''}</p>
${rule ? html`<p class="hint">${words.basis(rule.source.article[locale])}${unconfirmed ? words.unconfirmed : ''}</p>` : ''}
${clock.provisional ? html`<p class="hint">${words.provisional}</p>` : ''}</div>
${dayStrip(clock, { now, calendar, locale })}`
}
