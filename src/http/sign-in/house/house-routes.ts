import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { present } from '../../../domain/present.ts'
import type { DoorView } from '../../../domain/sign-in/sign-in-views.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import type { AdminAct } from '../../../storage/admin/admin-changes.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { beginErrand, endErrand } from '../../../storage/sign-in/errands.ts'
import { factorsOf } from '../../../storage/sign-in/factors.ts'
import {
  findLinked,
  findUnlinked,
  type HousePerson,
  linkHouse,
  unlinkOwn,
} from '../../../storage/sign-in/house-links.ts'
import { followHouse, HOUSE } from '../../../storage/sign-in/house-posts.ts'
import { endOtherSessions } from '../../../storage/sign-in/sessions.ts'
import { newId } from '../../../storage/write/ids.ts'
import { answer } from '../../description/answers.ts'
import { describe } from '../../description/describe.ts'
import type { Env } from '../../request/env.ts'
import { valid } from '../../request/valid.ts'
import { createAddressDoor } from '../door.ts'
import { enterOrAsk, halfWay, noteAtDoor } from '../enter.ts'
import { createSelfCheck } from '../factors/confirm-self.ts'
import { requireOwnPassword, selfCheck } from '../factors/factor-routes.ts'
import { findSignedIn } from '../signed-in.ts'
import { askHouse, type HouseAnswer, hearHouse, type Question } from './house-client.ts'
import type { HouseSettings } from './house-settings.ts'

const COOKIE = 'anlan-house'
const SECONDS = 600

type Errand = Question & { readonly tenant: string; readonly linkTo?: string }
/** What the door says when somebody comes back: it is in the address, and tells nothing of anybody. */
type Back = 'in' | 'second' | 'unknown' | 'failed' | 'linked' | 'not-linked'

const callbackOf = (c: Context<Env>) => `${c.var.deps.baseUrl}/api/auth/house/callback`

/** Sign-in at another house: authorisation code with PKCE. Nobody is made by it; whoever is not known here is told whom to ask. */
export function createHouseRoutes() {
  const door = createAddressDoor()
  const check = createSelfCheck()
  return (
    new Hono<Env>()
      .get('/auth/door', describe('getDoor'), async (c) => {
        const half = await halfWay(c)
        const factors = half && (await factorsOf(databaseFor(c.var.deps.pool, half.tenant), half.userId))
        const houses = [...(c.var.deps.houses ?? [])].map(([tenant, { name }]) => ({ tenant, name }))
        const view: DoorView = {
          houses,
          ...present({ second: factors && { totp: factors.totp, passkey: factors.passkeys > 0 } }),
        }
        return answer(c, 'getDoor', view)
      })
      .get('/auth/house/callback', async (c) => {
        door(c)
        const token = getCookie(c, COOKIE)
        deleteCookie(c, COOKIE, { path: '/api/auth' })
        const errand = token ? await endErrand<Errand>(c.var.deps.pool, 'oidc', token) : undefined
        const house = errand && c.var.deps.houses?.get(errand.tenant)
        if (!errand || !house) return back(c, 'failed')
        const came = new URL(callbackOf(c))
        came.search = new URL(c.req.url).search
        const heard = await hearHouse(house, came, errand).catch((error: Error) => {
          c.var.deps.log({
            level: 'warn',
            requestId: c.var.requestId,
            house: errand.tenant,
            name: error.name,
            message: error.message,
          })
          return undefined
        })
        if (!heard) return back(c, 'failed')
        return back(c, errand.linkTo ? await link(c, house, errand, heard) : await enterFrom(c, house, errand, heard))
      })
      .get('/auth/house/:tenant/start', async (c) => {
        door(c)
        const url = await start(c, c.req.param('tenant'))
        return url ? c.redirect(url) : back(c, 'failed')
      })
      // Whoever links an identity signs in by it from then on: no link on another page starts that, and no screen left open.
      .post('/auth/house/link', describe('linkHouse'), valid('json', selfCheck), async (c) => {
        door(c)
        const { tenant, userId } = await confirmed(c, check, c.req.valid('json').password)
        const goTo = await start(c, tenant, userId)
        if (!goTo) throw new AnlanError('busy', { retryAfter: 60 })
        return answer(c, 'linkHouse', { goTo })
      })
      .post('/auth/house/unlink', describe('unlinkOwnHouse'), valid('json', selfCheck), async (c) => {
        const signedIn = await confirmed(c, check, c.req.valid('json').password)
        const { tenant, userId } = signedIn
        const db = databaseFor(c.var.deps.pool, tenant)
        if (await unlinkOwn(db, tenant, userId)) {
          await endOtherSessions(db, userId, signedIn.sessionId)
          await noteAtDoor(c, signedIn, 'factorRemoved')
        }
        return answer(c, 'unlinkOwnHouse', { ok: true })
      })
  )
}

async function confirmed(c: Context<Env>, check: ReturnType<typeof createSelfCheck>, password: string | undefined) {
  const signedIn = await requireOwnPassword(c)
  if (signedIn.mustSetFactor) throw new AnlanError('second-factor-required')
  await check(c, signedIn, password)
  return signedIn
}

/** Begins an errand of this browser. @returns where it goes; undefined when the house does not answer */
async function start(c: Context<Env>, tenant: string, linkTo?: string): Promise<string | undefined> {
  const house = c.var.deps.houses?.get(tenant)
  if (!house) throw new AnlanError('not-found')
  const asked = await askHouse(house, callbackOf(c)).catch(() => undefined)
  if (!asked) return undefined
  const { url, ...question } = asked
  const errand: Errand = { ...question, tenant, ...present({ linkTo }) }
  setCookie(c, COOKIE, await beginErrand(c.var.deps.pool, 'oidc', errand, SECONDS), {
    path: '/api/auth',
    httpOnly: true,
    // The house sends people back from its own site.
    sameSite: 'Lax',
    secure: c.var.deps.baseUrl.startsWith('https:'),
    maxAge: SECONDS,
  })
  return url.href
}

const back = (c: Context<Env>, what: Back) =>
  c.redirect(what === 'in' ? '/' : what.endsWith('linked') ? `/account?house=${what}` : `/?house=${what}`)

async function link(c: Context<Env>, { issuer }: HouseSettings, { tenant, linkTo }: Errand, { subject }: HouseAnswer) {
  const signedIn = await findSignedIn(c)
  if (!signedIn || signedIn.userId !== linkTo) return 'not-linked'
  const linked = await linkHouse(databaseFor(c.var.deps.pool, tenant), { tenant, issuer, subject }, signedIn.userId)
  if (linked) await noteAtDoor(c, signedIn, 'houseLinked')
  return linked ? 'linked' : 'not-linked'
}

async function enterFrom(c: Context<Env>, house: HouseSettings, { tenant }: Errand, heard: HouseAnswer): Promise<Back> {
  const person = await findPerson(c, house, tenant, heard)
  if (!person) return 'unknown'
  await takePosts(c, house, { tenant, personId: person.personId }, heard)
  const { sid } = heard.claims
  const session = { subject: heard.subject, idToken: heard.idToken, ...(typeof sid === 'string' ? { sid } : {}) }
  const entering = { userId: person.userId, username: person.username, tenant, house: session }
  const entered = await enterOrAsk(c, entering, isStrong(house, heard) ? 'house' : undefined)
  return entered.second ? 'second' : 'in'
}

/** By the stable subject; the first time by the claim that was agreed on, and linked from then on. Nobody is made. */
async function findPerson(
  c: Context<Env>,
  { issuer, match }: HouseSettings,
  tenant: string,
  { subject, claims }: HouseAnswer,
): Promise<HousePerson | undefined> {
  const db = databaseFor(c.var.deps.pool, tenant)
  const name = { tenant, issuer, subject }
  const linked = await findLinked(db, name)
  if (linked || !match) return linked
  const said = claims[match]
  const found = typeof said === 'string' ? await findUnlinked(db, tenant, said) : undefined
  if (!found || !(await linkHouse(db, name, found.userId))) return undefined
  await noteAtDoor(c, { tenant, userId: found.userId }, 'houseLinked')
  return found
}

/** RFC 8176: `mfa` says that more than one factor was asked. */
const isStrong = ({ acr }: HouseSettings, { claims }: HouseAnswer): boolean =>
  (Array.isArray(claims['amr']) && claims['amr'].includes('mfa')) || (acr !== undefined && claims['acr'] === acr)

async function takePosts(
  c: Context<Env>,
  { name, posts }: HouseSettings,
  who: { readonly tenant: string; readonly personId: string },
  { claims }: HouseAnswer,
): Promise<void> {
  if (!posts) return
  const said = [claims[posts.claim]].flat().filter((value) => typeof value === 'string')
  const named = said.flatMap((value) => (Object.hasOwn(posts.of, value) ? (posts.of[value] ?? []) : []))
  const act = (): AdminAct => ({
    tenant: who.tenant,
    personId: HOUSE,
    personName: name,
    postId: HOUSE,
    reason: `${name}：${posts.claim}`,
    at: c.var.now,
    changeId: newId(Date.parse(c.var.now)),
  })
  const mapped = Object.values(posts.of)
  const db = databaseFor(c.var.deps.pool, who.tenant)
  if (await followHouse(db, act, who, { named, mapped })) c.var.deps.rulebooks.forget(who.tenant)
}
