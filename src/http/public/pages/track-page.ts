import { html } from 'hono/html'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Clock } from '../../../domain/procedure/deadline.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Calendar } from '../../../domain/time/calendar.ts'
import { dayOf, daysBetween, type Instant } from '../../../domain/time/time.ts'
import { proofLink } from '../../transparency/proof-link.ts'
import { codeInGroups } from '../code.ts'
import { requestPart } from '../data/request-page.ts'
import { promisedClock } from '../promised-clock.ts'
import { readersPart, statementsPart } from '../rights/rights-page.ts'
import type { ToldReader } from '../rights/told-readers.ts'
import type { Told } from '../story/story.ts'
import { publicWords } from '../words/words.ts'
import type { PublicWords } from '../words/words.zh.ts'
import { dayInWords, momentInWords, shortDay } from './dates.ts'
import { dayStrip } from './day-strip.ts'
import { textInput } from './fields.ts'
import { ICONS } from './icons.ts'
import { at, type Markup, publicPage, type Reader } from './page.ts'

/** The page that asks for a code; `error` says why the last one did not do. */
export function codePage(reader: Reader, { typed, error }: { typed?: string; error?: string }) {
  const words = publicWords(reader.locale)
  const control = {
    name: 'code',
    label: words.code,
    hint: words.codeHint,
    ...(typed ? { value: typed } : {}),
    ...(error ? { error } : {}),
  }
  const body = html`<h1>${words.trackTitle}</h1><p class="lead">${words.trackLead}</p>
<form method="post" action="${at(reader, '/public/track')}">
${textInput(control)}
<div class="buttons"><button class="button" type="submit">${words.look}${ICONS.arrow}</button></div></form>`
  return publicPage(reader, { title: words.trackTitle, body })
}

/** Steps a reporter may take: open now, shown but locked, or not offered. */
export type ReporterSteps = {
  readonly add: boolean
  readonly withdraw: boolean
  readonly satisfied: boolean
  readonly dissatisfied: boolean
}

export type TrackPage = {
  readonly code: string
  readonly matter: Matter
  readonly procedure: Procedure
  readonly calendar: Calendar
  readonly now: Instant
  /** Name of the unit that has it now. */
  readonly unitName: string
  readonly story: readonly Told[]
  /** Who opened what the person gave. */
  readonly readers: readonly ToldReader[]
  /** How many pictures the reporter sent. */
  readonly photoCount: number
  /** How far the matter is that the report was merged into. */
  readonly jointState?: string | undefined
  readonly steps: ReporterSteps
  readonly record: { readonly ok: boolean; readonly count: number; readonly head: string }
  /** What was just done, said once. */
  readonly said?: string
}

/** Where a report stands, in words for residents; never an official's name or an internal state. */
export function trackPage(reader: Reader, page: TrackPage) {
  const words = publicWords(reader.locale)
  const { code, matter } = page
  const body = html`<div class="top"><span>${words.code} ${codeInGroups(code)}</span><a href="${at(reader, '/public/track')}">${words.another}</a></div>
<h1>${matter.title}</h1>
${page.said ? html`<div class="proof" role="status">${ICONS.check}<b>${page.said}</b></div>` : ''}
${whereNow(reader, page)}
<h2>${words.stepsTitle}</h2>
${story(reader, page)}
${photos(reader, page)}
${buttons(reader, page)}
${statementsPart(reader, code, matter, page.procedure)}
${readersPart(reader, page.readers)}
${requestPart(reader, code, page.procedure)}
${record(reader, page)}`
  return publicPage(reader, { title: matter.title, body })
}

function whereNow(reader: Reader, page: TrackPage): Markup {
  const { locale } = reader
  const words = publicWords(locale)
  const { matter, procedure } = page
  const state = procedure.states[matter.state]?.public?.[locale] ?? ''
  const clock = promisedClock(matter, procedure)
  if (matter.group === 'done') return html`<div class="note fill"><p>${words.nowDone}</p><b>${state}</b></div>`
  return html`<div class="note fill"><p>${words.nowAt}</p><b>${page.unitName}</b><p>${state}</p>${page.jointState ? html`<p>${words.jointAt(page.jointState)}</p>` : ''}${clock ? dueLine(reader, page, clock) : ''}</div>
${clock ? dayStrip(clock, { now: page.now, calendar: page.calendar, locale }) : ''}`
}

function dueLine({ locale }: Reader, { now, procedure }: TrackPage, clock: Clock): Markup {
  const words = publicWords(locale)
  const rule = procedure.deadlines[clock.deadline]
  const due = clock.dueOn ?? dayOf(clock.dueAt)
  const left = daysBetween(dayOf(now), due)
  const distance = left > 0 ? words.daysLeft(left) : left === 0 ? words.dueToday : words.daysLate(-left)
  return html`<p>${words.by('')}<b>${dayInWords(due, locale, dayOf(now).slice(0, 4))}</b>${words.dueJoin}${words.promised[clock.deadline] ?? ''}${clock.state === 'paused' ? words.paused : distance}</p>
${rule ? html`<p class="hint">${words.basis(rule.source.article[locale])}</p>` : ''}${left < 0 ? html`<p class="hint">${words.lateNote}</p>` : ''}${clock.provisional ? html`<p class="hint">${words.provisional}</p>` : ''}`
}

function story(reader: Reader, { code, matter, procedure, story: told, now }: TrackPage): Markup {
  const { locale } = reader
  const words = publicWords(locale)
  const clock = promisedClock(matter, procedure)
  const past = [
    {
      at: matter.openedAt,
      text: words.storyReceived,
      details: [],
      photos: [],
      photoCount: matter.files.filter(({ version }) => version === 1).length,
    },
    ...told,
  ]
  return html`<ol class="story">${past.map(
    (item) => html`<li><span class="dot">${ICONS.check}</span>${item.text}
${item.details.map((detail) => html`<p class="hint">${detail}</p>`)}${workPhotos(code, item, words)}
<small><time datetime="${item.at}">${momentInWords(item.at, locale)}</time>${item.photos.length === 0 && item.photoCount > 0 ? ` · ${words.photosCount(item.photoCount)}` : ''}</small></li>`,
  )}
${clock ? html`<li class="ahead"><span class="dot"></span>${words.promised[clock.deadline] ?? ''}<small>${words.nextThing(shortDay(clock.dueOn ?? dayOf(now), locale))}</small></li>` : ''}</ol>`
}

/** The pictures that came with an answer, behind the code. */
function workPhotos(code: string, { photos }: Told, words: PublicWords): Markup | string {
  if (photos.length === 0) return ''
  const pictures = photos.map(({ sha256 }, number) => {
    const path = `/t/${code}/after/${sha256}`
    return html`<a href="${path}"><img src="${path}" alt="${words.workPhoto(number + 1)}" loading="lazy"></a>`
  })
  return html`<div class="photos screen">${pictures}</div>`
}

/** The reporter's own pictures, behind the code. */
function photos(reader: Reader, { code, photoCount }: TrackPage): Markup | string {
  const words = publicWords(reader.locale)
  if (photoCount === 0) return ''
  const pictures = Array.from({ length: photoCount }, (_, number) => {
    const path = `/t/${code}/photo/${number}`
    return html`<a href="${path}"><img src="${path}" alt="${words.yourPhoto(number + 1)}" loading="lazy"></a>`
  })
  return html`<h2 class="screen">${words.yourPhotos}</h2><div class="photos screen">${pictures}</div>`
}

function buttons(reader: Reader, { code, steps, matter }: TrackPage): Markup | string {
  const words = publicWords(reader.locale)
  const rate = steps.satisfied || steps.dissatisfied
  if (matter.group === 'done' && !rate) return ''
  const link = (path: string, label: string, look: string) =>
    html`<a class="button ${look}" href="${at(reader, `/t/${code}/${path}`)}">${label}</a>`
  return html`<div class="buttons screen">
${rate ? link('rate', words.rate, '') : ''}
${steps.add ? link('add', words.add, rate ? 'second' : '') : ''}
${steps.withdraw ? link('withdraw', words.withdraw, 'second') : ''}
${rate ? '' : html`<span class="button locked" role="link" aria-disabled="true" aria-describedby="rate-why">${ICONS.lock}${words.rate}</span>`}
</div>${rate ? '' : html`<p class="hint" id="rate-why">${words.rateLocked}</p>`}`
}

function record(reader: Reader, { code, record: { ok, count, head } }: TrackPage): Markup {
  const words = publicWords(reader.locale)
  if (!ok) return html`<div class="proof broken">${ICONS.shield}<b>${words.recordBroken}</b></div>`
  return html`<details class="screen"><summary>${ICONS.shield} ${words.recordStands}</summary>
<p>${words.recordDetail(count)}</p><p class="hint">${words.recordHash}: <span class="mono">${head}</span></p>${proofLink(reader, `/t/${code}/proof`)}</details>`
}
