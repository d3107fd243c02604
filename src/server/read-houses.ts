import { AnlanError } from '../domain/wording/errors.ts'
import type { HouseSettings, Houses } from '../http/sign-in/house/house-settings.ts'

type Given = (name: string) => string | undefined

/** The house of a tenant other than the server's own: `OIDC_ISSUER__QINGLAN_DONG` is that of `qinglan-dong`. */
const OF_TENANT = /^OIDC_ISSUER__([A-Z][A-Z0-9_]{1,30})$/

/**
 * Where people sign in besides here, from OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_SCOPE, OIDC_MATCH, OIDC_ACR,
 * OIDC_POSTS and OIDC_HTTP, each with `__TENANT` behind it for another tenant.
 * @throws AnlanError request-invalid naming the variable
 */
export function readHouses(names: readonly string[], given: Given, tenant: string): Houses {
  const others = names.flatMap((name) => OF_TENANT.exec(name)?.[1] ?? [])
  const houses = new Map<string, HouseSettings>()
  const add = (of: string, suffix: string) => {
    const house = readHouse((name) => given(`${name}${suffix}`), suffix)
    if (house) houses.set(of, house)
  }
  add(tenant, '')
  for (const other of others) add(other.toLowerCase().replaceAll('_', '-'), `__${other}`)
  return houses
}

function readHouse(given: Given, suffix: string): HouseSettings | undefined {
  const issuer = given('OIDC_ISSUER')
  if (!issuer) return undefined
  const isHttp = issuer.startsWith('http://') && given('OIDC_HTTP') === 'on'
  if (!URL.canParse(issuer) || !(issuer.startsWith('https://') || isHttp)) refuse(`OIDC_ISSUER${suffix}`, 'https://…')
  const [match, acr, posts] = [given('OIDC_MATCH'), given('OIDC_ACR'), readPosts(given('OIDC_POSTS'), suffix)]
  return {
    issuer,
    clientId: given('OIDC_CLIENT_ID') ?? refuse(`OIDC_CLIENT_ID${suffix}`, 'anlan'),
    clientSecret: given('OIDC_CLIENT_SECRET') ?? refuse(`OIDC_CLIENT_SECRET${suffix}`, '…'),
    name: given('OIDC_NAME') ?? '统一身份认证',
    scope: given('OIDC_SCOPE') ?? 'openid',
    ...(match ? { match } : {}),
    ...(acr ? { acr } : {}),
    ...(posts ? { posts } : {}),
  }
}

/** `groups:grid-a=xiatang-grid,clerks=dongpu-clerk`: the claim, and which of its values means which post. */
function readPosts(value: string | undefined, suffix: string): HouseSettings['posts'] {
  if (!value) return undefined
  const [, claim = '', list = ''] = /^([\w.-]{1,60}):(.+)$/.exec(value) ?? []
  const pairs = list.split(',').map((pair) => /^\s*([^=]{1,100})=([\w-]{1,100})\s*$/.exec(pair))
  if (!claim || pairs.some((pair) => !pair)) return refuse(`OIDC_POSTS${suffix}`, 'groups:clerks=clerk,…')
  return { claim, of: Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])) }
}

function refuse(field: string, limit: string): never {
  const text = {
    zh: `${field} 写法不对，要像这样：${limit}`,
    en: `${field} does not fit; it should look like: ${limit}`,
  }
  throw new AnlanError('request-invalid', { issues: [{ field, rule: 'wrong-form', limit }], text })
}
