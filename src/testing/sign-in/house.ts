import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import Provider from 'oidc-provider'
import type { HouseSettings } from '../../http/sign-in/house/house-settings.ts'
import { TEST_ORIGIN, type TestOffice } from '../office.ts'

const SECRET = 'shared-by-two-houses-only'
export type Claims = Readonly<Record<string, unknown>>

/** A real OpenID provider on a port of its own, with people of its own; keys, clock and claims are the test's to change. */
export async function testHouse(office: TestOffice, people: Record<string, Claims>) {
  let key = await newKey()
  let skew = 0
  let login = ''
  let provider: Provider | undefined
  const told: Promise<number>[] = []

  // The house tells this office by a server call; the office of the tests has no network, so it is handed on.
  const ear = await serve((body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    told.push(office.ask('/house/qinglan/logout', { method: 'POST', body, headers }).then(({ status }) => status))
  })
  const server = createServer((request, answer) => {
    const uid = /^\/interaction\/([\w-]+)/.exec(request.url ?? '')?.[1]
    if (uid)
      return void provider?.interactionFinished(request, answer, {
        login: { accountId: login, amr: (people[login]?.['amr'] as string[]) ?? ['pwd'] },
      })
    return void provider?.callback()(request, answer)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const open = () => {
    provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'anlan',
          client_secret: SECRET,
          id_token_signed_response_alg: 'ES256',
          redirect_uris: [`${TEST_ORIGIN}/api/auth/house/callback`],
          post_logout_redirect_uris: [`${TEST_ORIGIN}/`],
          backchannel_logout_uri: `http://localhost:${(ear.address() as AddressInfo).port}/`,
          backchannel_logout_session_required: true,
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['of-the-tests'] },
      conformIdTokenClaims: false,
      claims: { openid: ['sub', 'preferred_username', 'groups', 'amr'] },
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: { enabled: true },
      },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async (ctx) => {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client?.clientId ?? '',
          accountId: ctx.oidc.session?.accountId ?? '',
        })
        grant.addOIDCScope('openid')
        await grant.save()
        return grant
      },
    })
    provider.use(async (ctx, next) => {
      await next()
      const body = ctx.body as { id_token?: string } | undefined
      if (ctx.path === '/token' && body?.id_token && skew !== 0) body.id_token = await shifted(body.id_token, key, skew)
    })
  }
  open()

  const settings: HouseSettings = {
    ...{ name: '省统一身份认证', issuer, clientId: 'anlan', clientSecret: SECRET, scope: 'openid' },
    match: 'preferred_username',
  }
  return {
    issuer,
    settings,
    /** Who signs in at the house next. */
    as: (id: string) => {
      login = id
    },
    /** From now on the house signs with another key, and knows the old one no more. */
    changeKey: async () => {
      key = await newKey()
      open()
    },
    /** The clock of the house is so many seconds ahead. */
    setClock: (seconds: number) => {
      skew = seconds
    },
    /** What the office answered when the house told it that somebody left. */
    told: () => Promise.all(told),
    sign: (claims: Claims, type = 'logout+jwt') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: String(key.kid), typ: type })
        .setIssuer(issuer)
        .setAudience('anlan')
        .setIssuedAt()
        .sign(key),
    close: () => {
      for (const one of [server, ear]) {
        one.closeAllConnections()
        one.close()
      }
    },
  }
}

async function newKey(): Promise<JWK & { alg: string }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: crypto.randomUUID() }
}

/** The same token as a house with another clock would give it. */
const shifted = async (token: string, key: JWK, seconds: number): Promise<string> => {
  const { iat = 0, exp = 0, ...claims } = decodeJwt(token)
  return new SignJWT({ ...claims, iat: iat + seconds, exp: exp + seconds })
    .setProtectedHeader({ alg: 'ES256', kid: String(key.kid) })
    .sign(key)
}

async function serve(hear: (body: string) => void): Promise<Server> {
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      hear(body)
      answer.end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return server
}

/** A browser with two jars of cookies: one for the office, one for the house. */
export function houseBrowser(office: TestOffice, issuer: string) {
  const jars = { office: new Map<string, string>(), house: new Map<string, string>() }
  const cookies = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (jar: Map<string, string>, answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return answer
  }
  const atOffice = async (path: string, init: RequestInit = {}) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie: cookies(jars.office) }
    return keep(jars.office, await office.ask(path, { ...init, headers }))
  }
  const atHouse = async (url: string, init: RequestInit = {}) =>
    keep(
      jars.house,
      await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...Object.fromEntries(new Headers(init.headers)), cookie: cookies(jars.house) },
      }),
    )
  /** Goes where it is sent, at most ten times; @returns the last address at the office that sends nowhere else */
  const follow = async (path: string): Promise<string> => {
    let address = new URL(path, TEST_ORIGIN)
    for (let hop = 0; hop < 10; hop += 1) {
      const isHouse = address.origin === new URL(issuer).origin
      const answer = isHouse ? await atHouse(address.href) : await atOffice(`${address.pathname}${address.search}`)
      const next = answer.headers.get('location')
      if (!next) return `${answer.status} ${address.pathname}${address.search}`
      address = new URL(next, address)
      if (address.origin === TEST_ORIGIN && !address.pathname.startsWith('/api/'))
        return `${address.pathname}${address.search}`
    }
    return 'round in circles'
  }
  return { atOffice, atHouse, follow }
}
