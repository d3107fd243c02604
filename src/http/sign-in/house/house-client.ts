import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { CLOCK_TOLERANCE, type HouseSettings } from './house-settings.ts'

/** Addresses of a house seldom change; an hour is soon enough. */
const KEPT_MS = 3_600_000
const PATIENCE_SECONDS = 10
const MOST_AGE_SECONDS = 300

type Known = {
  readonly config: client.Configuration
  readonly keys: ReturnType<typeof createRemoteJWKSet>
  readonly at: number
}

const known = new WeakMap<HouseSettings, Promise<Known>>()

/** What the house says of itself, read once an hour. A failure is not kept. */
async function read(house: HouseSettings): Promise<Known> {
  const before = await known.get(house)?.catch(() => undefined)
  if (before && Date.now() - before.at < KEPT_MS) return before
  const next = discover(house)
  known.set(house, next)
  next.catch(() => known.delete(house))
  return next
}

async function discover(house: HouseSettings): Promise<Known> {
  const insecure = house.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
  const metadata = { client_secret: house.clientSecret, [client.clockTolerance]: CLOCK_TOLERANCE }
  const config = await client.discovery(new URL(house.issuer), house.clientId, metadata, undefined, {
    execute: insecure,
    timeout: PATIENCE_SECONDS,
  })
  const { jwks_uri: address } = config.serverMetadata()
  if (!address) throw new Error('the house publishes no keys')
  // A key that is not known is asked for at once: houses change keys, and who waits at the door does not wait for a cache.
  const keys = createRemoteJWKSet(new URL(address), { cooldownDuration: 0, timeoutDuration: PATIENCE_SECONDS * 1000 })
  return { config, keys, at: Date.now() }
}

/** Whether the house answers. */
export const isReachable = (house: HouseSettings): Promise<boolean> =>
  read(house).then(
    () => true,
    () => false,
  )

export type Question = { readonly verifier: string; readonly state: string; readonly nonce: string }

/** Where to send somebody to sign in, and what the answer will be held against (PKCE, state, nonce). */
export async function askHouse(house: HouseSettings, callback: string): Promise<Question & { readonly url: URL }> {
  const { config } = await read(house)
  const question = {
    verifier: client.randomPKCECodeVerifier(),
    state: client.randomState(),
    nonce: client.randomNonce(),
  }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: house.scope,
    state: question.state,
    nonce: question.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(question.verifier),
    code_challenge_method: 'S256',
  })
  return { ...question, url }
}

export type HouseAnswer = { readonly subject: string; readonly idToken: string; readonly claims: JWTPayload }

/**
 * Who the house says signed in. The token is asked for over the back channel and its signature is checked all the same.
 * @throws when anything about the answer does not fit
 */
export async function hearHouse(house: HouseSettings, came: URL, question: Question): Promise<HouseAnswer> {
  const { config, keys } = await read(house)
  const tokens = await client.authorizationCodeGrant(config, came, {
    pkceCodeVerifier: question.verifier,
    expectedState: question.state,
    expectedNonce: question.nonce,
    idTokenExpected: true,
  })
  const idToken = tokens.id_token ?? ''
  const { payload } = await jwtVerify(idToken, keys, expectations(house, config))
  const subject = payload.sub ?? ''
  const more = config.serverMetadata().userinfo_endpoint
    ? await client.fetchUserInfo(config, tokens.access_token, subject)
    : {}
  return { subject, idToken, claims: { ...more, ...payload } as JWTPayload }
}

const expectations = (house: HouseSettings, config: client.Configuration) => ({
  issuer: config.serverMetadata().issuer,
  audience: house.clientId,
  clockTolerance: CLOCK_TOLERANCE,
  // A token is of now: neither one that was kept, nor one of a clock that runs ahead.
  maxTokenAge: MOST_AGE_SECONDS,
  requiredClaims: ['sub', 'iat', 'exp'],
})

/** Where to go to leave the house too; undefined where it has no door for that. */
export async function leaveHouse(house: HouseSettings, idToken: string, back: string): Promise<string | undefined> {
  const { config } = await read(house)
  if (!config.serverMetadata().end_session_endpoint) return undefined
  return client.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: back }).href
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

/** Whose session the house ended (OpenID Connect Back-Channel Logout 1.0). @throws when the token does not fit */
export async function hearLogout(
  house: HouseSettings,
  token: string,
): Promise<{ readonly subject?: string; readonly sid?: string }> {
  const { config, keys } = await read(house)
  const { payload } = await jwtVerify(token, keys, {
    ...expectations(house, config),
    requiredClaims: ['iat', 'jti', 'events'],
  })
  const { sub, sid, nonce, events } = payload
  const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events
  if (!isLogout || nonce !== undefined || (typeof sid !== 'string' && !sub)) throw new Error('not a logout token')
  return { ...(sub ? { subject: sub } : {}), ...(typeof sid === 'string' ? { sid } : {}) }
}
