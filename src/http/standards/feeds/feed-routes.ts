import { type Context, Hono } from 'hono'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import { addMilliseconds, CHINA_OFFSET_MS, dayOf, type Instant } from '../../../domain/time/time.ts'
import { FEW, type ToldParts, toldParts } from '../../../domain/views/small-counts.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { type AtomEntry, writeAtom } from '../../../exchange/atom/write-atom.ts'
import { writeCap } from '../../../exchange/cap/write-cap.ts'
import { chainBefore, findAlert, type KeptAlert, listAlerts, listPublicAlerts } from '../../../storage/alerts/alerts.ts'
import { listPublicised } from '../../../storage/alerts/publicised.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { type AreaCount, countByArea } from '../../../storage/open311/public-reports.ts'
import { getTenant } from '../../../storage/tenants/office-settings.ts'
import { derivedId } from '../../../storage/write/ids.ts'
import { REPORT } from '../../public/intake.ts'
import type { Env } from '../../request/env.ts'
import { readerAddress } from '../../request/reader-address.ts'
import { tokenBucketsOf } from '../../request/token-buckets.ts'
import { CAP_TYPE, speakerOf } from '../cap/speaker.ts'
import { conditional } from '../conditional.ts'
import { FEED_WORDS } from './words.ts'

const readings = tokenBucketsOf({ burst: 120, refillSeconds: 1 })
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What was published stays in the feed so long. */
const KEPT_MS = 90 * 86_400_000
const MOST = 100
const EPOCH = '2024-11-01T00:00:00.000Z'
const MINUTES_5 = 'public, max-age=300'

/** What the office tells everybody: alerts in CAP, what it publicises as an Atom feed, counts as GeoJSON. */
export const feedRoutes = new Hono<Env>()
  .use('/feeds/*', limited)
  .use('/cap/*', limited)
  .get('/cap/:file', async (c) => {
    const { deps } = c.var
    const [id = ''] = /^[0-9a-f-]{36}(?=\.xml$)/.exec(c.req.param('file')) ?? []
    const db = databaseFor(deps.pool, deps.publicTenant)
    const alert = UUID.test(id) ? await findAlert(db, deps.publicTenant, id) : undefined
    // One for few is not there for others, as if there were none.
    if (alert?.scope !== 'Public') throw new AnlanError('not-found')
    return conditional(c, { body: await capOf(c, alert), type: CAP_TYPE, cache: MINUTES_5 })
  })
  .get('/feeds/notices.atom', async (c) => {
    const { deps, locale, now } = c.var
    const { baseUrl, publicTenant } = deps
    const db = databaseFor(deps.pool, publicTenant)
    const { name } = await getTenant(db, publicTenant)
    const alerts = await listPublicAlerts(db, publicTenant, addMilliseconds(now, -KEPT_MS), MOST)
    const entries = [...alerts.map((alert) => alertEntry(c, alert)), ...(await publicisedEntries(c))]
    const body = writeAtom({
      id: `tag:${new URL(baseUrl).hostname},2024-11-01:${publicTenant}/notices`,
      title: `${name[locale]} · ${FEED_WORDS.title[locale]}`,
      author: name[locale],
      self: `${baseUrl}/feeds/notices.atom${locale === 'en' ? '?lang=en' : ''}`,
      home: `${baseUrl}/public`,
      language: locale === 'zh' ? 'zh-CN' : 'en',
      since: EPOCH,
      entries: entries.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1)),
    })
    return open(conditional(c, { body, type: 'application/atom+xml; charset=utf-8', cache: MINUTES_5 }))
  })
  .get('/feeds/reports.geojson', async (c) => {
    const body = JSON.stringify(await countsOf(c))
    return open(conditional(c, { body, type: 'application/geo+json', cache: MINUTES_5 }))
  })

async function limited(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  readings(c.var.deps).take(readerAddress(c), Date.parse(c.var.now))
  await next()
}

/** Open data, the same for everybody who reads one language. */
function open(answer: Response): Response {
  answer.headers.set('access-control-allow-origin', '*')
  answer.headers.set('vary', 'accept-language, cookie')
  return answer
}

async function capOf(c: Context<Env>, alert: KeptAlert): Promise<string> {
  const { deps } = c.var
  const alerts = await listAlerts(databaseFor(deps.pool, deps.publicTenant), deps.publicTenant, alert.matterId)
  // Messages that were for few are named to nobody else.
  const before = chainBefore(alerts, alert).filter(({ scope }) => scope === 'Public')
  return writeCap(alert, before, await speakerOf(deps, deps.publicTenant))
}

function alertEntry(c: Context<Env>, { id, msgType, sentAt, said }: KeptAlert): AtomEntry {
  const { deps, locale } = c.var
  const own = (text: { zh: string; en?: string } | undefined) => text?.[locale] ?? text?.zh ?? ''
  return {
    id: `urn:uuid:${id}`,
    title: `${FEED_WORDS.alerts[msgType][locale]}${own(said.headline)}`,
    updated: sentAt,
    published: sentAt,
    summary: [own(said.description), own(said.instruction)].filter(Boolean).join('\n'),
    category: own(said.event),
    links: [{ rel: 'alternate', type: 'application/cap+xml', href: `${deps.baseUrl}/cap/${id}.xml` }],
  }
}

/** What is publicised, until when one may object. */
async function publicisedEntries(c: Context<Env>): Promise<AtomEntry[]> {
  const { deps, locale } = c.var
  const { procedures, directory } = await deps.rulebooks.of(deps.publicTenant)
  const publicity = deps.outward?.publicity ?? {}
  const matters = await listPublicised(databaseFor(deps.pool, deps.publicTenant), deps.publicTenant, publicity)
  return matters.map((matter) => {
    const procedure = getDefinition(procedures, matter)
    const clock = matter.clocks.findLast(({ deadline }) => deadline === publicity[matter.procedure]?.until)
    const until = clock?.dueOn ?? (clock ? dayOf(addMilliseconds(clock.dueAt, -1)) : undefined)
    const unit = directory.units[matter.unitId]?.name[locale]
    return {
      // Not the matter's own id, which tells when it was opened.
      id: `urn:uuid:${derivedId(Date.parse(matter.stateSince), 'publicity', deps.publicTenant, matter.id, matter.stateSince)}`,
      title: `${procedure.title[locale]}${locale === 'zh' ? '：' : ': '}${matter.title}`,
      updated: matter.stateSince,
      published: matter.stateSince,
      summary: [unit, procedure.states[matter.state]?.public?.[locale], until && FEED_WORDS.until(until)[locale]]
        .filter(Boolean)
        .join(locale === 'zh' ? '。' : '. '),
      category: procedure.short[locale],
      links: [{ rel: 'alternate', type: 'text/html', href: `${deps.baseUrl}/public` }],
    }
  })
}

/**
 * Reports of the last whole month by township. Nobody gave this office the outline of its places: a feature without a place has the
 * geometry null, as RFC 7946 wants (3.2). Small counts are told as few, and none follows from the others.
 */
async function countsOf(c: Context<Env>) {
  const { deps, locale, now } = c.var
  const { directory } = await deps.rulebooks.of(deps.publicTenant)
  const month = lastMonth(now)
  const counts = await countByArea(databaseFor(deps.pool, deps.publicTenant), deps.publicTenant, REPORT, month)
  const areas = Object.values(directory.units)
    .filter(({ kind }) => kind === 'township')
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const none: AreaCount = { reports: 0, listed: 0 }
  const elsewhere = [...counts].reduce(
    (sum, [path, { reports, listed }]) =>
      areas.some((area) => area.path === path) ? sum : { reports: sum.reports + reports, listed: sum.listed + listed },
    none,
  )
  const { total, parts } = toldBesideList([...areas.map(({ path }) => counts.get(path) ?? none), elsewhere])
  return {
    type: 'FeatureCollection',
    features: areas.map(({ id, name }, at) => ({
      type: 'Feature',
      id,
      geometry: null,
      properties: { name: name[locale], month: month.slice(0, 7), reports: parts[at] },
    })),
    month: month.slice(0, 7),
    reports: total,
    elsewhere: parts.at(-1),
    note: FEED_WORDS.noGeometry[locale],
  }
}

/** No count is told from which a small one follows less those that Open311 lists one by one, nor then the sum of all. */
function toldBesideList(counts: readonly AreaCount[]): ToldParts {
  const { total, parts } = toldParts(counts.map(({ reports }) => reports))
  const gives = ({ reports, listed }: AreaCount) => listed > 0 && reports > listed && reports - listed < FEW
  return {
    total: typeof total === 'number' && counts.some(gives) ? 'hidden' : total,
    parts: parts.map((part, at) => (typeof part === 'number' && gives(counts[at] as AreaCount) ? 'hidden' : part)),
  }
}

/** A day in the month in China before this one. */
function lastMonth(now: Instant): Instant {
  const today = new Date(Date.parse(now) + CHINA_OFFSET_MS)
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 2)).toISOString()
}
