import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { AnlanError } from '../../../domain/wording/errors.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { findClientKey } from '../../../storage/open311/client-keys.ts'
import { getTenant } from '../../../storage/tenants/office-settings.ts'
import { fieldErrors } from '../../public/field-errors.ts'
import { placeOptions } from '../../public/intake.ts'
import { readPosted } from '../../public/posted.ts'
import { isDiallable, sendReport } from '../../public/send-report.ts'
import { publicWords } from '../../public/words/words.ts'
import type { Env } from '../../request/env.ts'
import { answerProblem, asAnlanError, statusOf, titleOf } from '../../request/problems.ts'
import { readerAddress } from '../../request/reader-address.ts'
import { tokenBucketsOf } from '../../request/token-buckets.ts'
import { refuse, say, sayOnce } from './answer.ts'
import { listRequests, readAsked, requestOf } from './requests.ts'
import { definitionOf, servicesOf } from './services.ts'
import { OPEN311_WORDS } from './words.ts'

const readings = tokenBucketsOf({ burst: 120, refillSeconds: 1 })
/** As on the page where a code is typed: guessing one takes longer than a report is kept. */
const lookups = tokenBucketsOf({ burst: 20, refillSeconds: 10 })
/** Of one key: a town's reports of a minute, not a flood. */
const sendings = tokenBucketsOf({ burst: 30, refillSeconds: 10 })
/** Keys that are none, from one address. */
const refusals = tokenBucketsOf({ burst: 10, refillSeconds: 10 })

const FORM_BYTES = 200_000
/** Changed with what this interface does. */
const CHANGESET = '2026-11-29T00:00:00Z'
const FILE = '\\.(?:json|xml)'
const ID = '[\\w.·%-]{1,60}'

/** Open311 GeoReport v2: what may be reported, what was, and reporting with a key. */
export const open311Routes = new Hono<Env>()
  .use('/open311/*', async (c, next) => {
    readings(c.var.deps).take(readerAddress(c), Date.parse(c.var.now))
    const { jurisdiction_id: asked } = c.req.query()
    if (asked !== undefined && asked !== c.var.deps.publicTenant) return fault(c, 404, OPEN311_WORDS.noJurisdiction)
    return next()
  })
  .get(`/open311/:discovery{discovery${FILE}}`, async (c) => {
    const { baseUrl, pool, publicTenant } = c.var.deps
    const { contact, name } = await getTenant(databaseFor(pool, publicTenant), publicTenant)
    return say(c, 'discovery', {
      changeset: CHANGESET,
      contact: [name[c.var.locale], contact.phone].filter(Boolean).join(' '),
      key_service: `${baseUrl}/standards`,
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: `${baseUrl}/open311/v2`,
          changeset: CHANGESET,
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    })
  })
  .get(`/open311/v2/:services{services${FILE}}`, async (c) => say(c, 'services', await servicesOf(c)))
  .get(`/open311/v2/services/:file{${ID}${FILE}}`, async (c) => {
    const code = nameOf(c.req.param('file'))
    const known = (await servicesOf(c)).some((service) => service['service_code'] === code)
    return known ? say(c, 'service_definition', await definitionOf(c, code)) : fault(c, 404, OPEN311_WORDS.noService)
  })
  .get(`/open311/v2/:requests{requests${FILE}}`, async (c) => {
    const asked = readAsked(c)
    if ('fault' in asked) return refuse(c, [asked.fault])
    if ('ids' in asked) lookups(c.var.deps).take(readerAddress(c), Date.parse(c.var.now))
    return say(c, 'service_requests', await listRequests(c, asked), 60)
  })
  .post(`/open311/v2/:requests{requests${FILE}}`, postRequest)
  .get(`/open311/v2/requests/:file{${ID}${FILE}}`, async (c) => {
    lookups(c.var.deps).take(readerAddress(c), Date.parse(c.var.now))
    const found = await requestOf(c, nameOf(c.req.param('file')))
    return found === undefined ? fault(c, 404, OPEN311_WORDS.noRequest) : say(c, 'service_requests', [found], 0)
  })
  .get(`/open311/v2/tokens/:file{${ID}${FILE}}`, (c) => fault(c, 404, OPEN311_WORDS.noToken))
  .onError(answerFault)

const nameOf = (file: string) => file.replace(/\.(json|xml)$/, '')

const fault = (c: Context<Env>, code: number, { zh, en }: Text) =>
  refuse(c, [{ code, description: c.var.locale === 'zh' ? zh : en }])

/** A report with a key: the same form, rules and receipt as the page for residents. */
async function postRequest(c: Context<Env>): Promise<Response> {
  const { deps, now, locale } = c.var
  const { values } = await readPosted(c, FORM_BYTES)
  const asked = values['jurisdiction_id']
  if (asked !== undefined && asked !== deps.publicTenant) return fault(c, 404, OPEN311_WORDS.noJurisdiction)
  const db = databaseFor(deps.pool, deps.publicTenant)
  const key = values['api_key'] ?? c.req.query('api_key') ?? ''
  const client = await findClientKey(db, deps.keys, deps.publicTenant, key)
  if (!client) {
    refusals(deps).take(readerAddress(c), Date.parse(now))
    return fault(c, 403, OPEN311_WORDS.badKey)
  }
  const code = values['service_code'] ?? ''
  if (!code) return fault(c, 400, OPEN311_WORDS.needService)
  const known = (await servicesOf(c)).some((service) => service['service_code'] === code)
  if (!known) return fault(c, 404, OPEN311_WORDS.noService)
  if (!values['description']) return fault(c, 400, OPEN311_WORDS.needDescription)
  const { directory } = await deps.rulebooks.of(deps.publicTenant)
  const places = placeOptions(directory, locale)
  const area = places.find(({ value }) => value === (values['attribute[placeUnit]'] ?? values['address_id']))
  const place = values['address_string'] || area?.label
  if (!place) return fault(c, 400, OPEN311_WORDS.needPlace)
  const words = publicWords(locale)
  const phone = values['phone'] ?? ''
  if (phone && !isDiallable(phone)) return refuse(c, [{ code: 400, description: words.rules.phone() }])
  sendings(deps).take(client, Date.parse(now))
  const report = {
    category: code,
    description: values['description'],
    place,
    placeUnit: area?.value ?? '',
    aboutUnit: values['attribute[aboutUnit]'] ?? '',
    contactName: [values['last_name'], values['first_name']].filter(Boolean).join(''),
    contactPhone: phone,
  }
  const sent = await sendReport(c, { values: report, files: [] }, [], randomBytes(16).toString('base64url'))
  if (sent instanceof AnlanError)
    return refuse(
      c,
      Object.values(fieldErrors(sent, words)).map((description) => ({ code: 400, description })),
    )
  const answer = { service_request_id: sent.code, service_notice: OPEN311_WORDS.notice[locale], account_id: null }
  return sayOnce(c, 'service_requests', [answer], 201)
}

/** What goes wrong is said in GeoReport's form too. */
function answerFault(error: Error, c: Context<Env>): Response {
  const known = asAnlanError(error)
  if (known?.code === 'too-many-requests') {
    const seconds = Number(known.details['retryAfter'])
    const description = OPEN311_WORDS.tooMany(seconds)[c.var.locale]
    return refuse(c, [{ code: 429, description }], { 'retry-after': String(seconds) })
  }
  if (known) return refuse(c, [{ code: statusOf(known.code), description: titleOf(c, known) }])
  const { status } = answerProblem(error, c)
  return refuse(c, [{ code: status, description: publicWords(c.var.locale).brokenText }])
}
