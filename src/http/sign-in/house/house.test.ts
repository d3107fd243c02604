import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DoorView, OwnFactors, SignInState } from '../../../domain/sign-in/sign-in-views.ts'
import type { AdminChange, AdminPerson, WaitingPost } from '../../../domain/views/admin-views.ts'
import {
  bodyOf,
  cookiesOf,
  giveAccount,
  json,
  type Send,
  TEST_PASSWORD,
  type TestOffice,
  testOffice,
} from '../../../testing/office.ts'
import { codeAt, enterAs, later, sendWith, setUpTotp } from '../../../testing/sign-in/factors.ts'
import { type Claims, houseBrowser, testHouse } from '../../../testing/sign-in/house.ts'
import type { HouseSettings } from './house-settings.ts'

const PEOPLE: Record<string, Claims> = {
  'sub-clerk': { preferred_username: 'Clerk' },
  'sub-handler': { preferred_username: 'handler' },
  'sub-leader': { preferred_username: 'leader', amr: ['pwd', 'mfa'] },
  'sub-other': { preferred_username: 'clerk' },
  'sub-impostor': { preferred_username: 'administrator' },
  'sub-auditor': { preferred_username: 'auditor' },
  'sub-nobody': { preferred_username: 'nobody-here' },
  'sub-groups': { preferred_username: 'mediator', groups: ['grid', 'intake', 'root'] },
}
const START = '/api/auth/house/qinglan/start'

let office: TestOffice
let admin: Send
let house: Awaited<ReturnType<typeof testHouse>>
beforeAll(async () => {
  office = await testOffice()
  admin = await office.as('administrator')
  house = await testHouse(office, PEOPLE)
  for (const post of ['clerk', 'handler', 'leader', 'mediator', 'reviewer', 'auditor'])
    await giveAccount(office.county, office.deps, post)
})
afterAll(async () => {
  house?.close()
  await office?.dispose()
})
const use = (more: Partial<HouseSettings> = {}) => {
  Object.assign(office.deps, { houses: new Map([['qinglan', { ...house.settings, ...more }]]) })
}
beforeEach(() => use())

const signInAs = async (subject: string) => {
  house.as(subject)
  const browser = houseBrowser(office, house.issuer)
  return { browser, end: await browser.follow(START) }
}
type Browser = ReturnType<typeof houseBrowser>
const linkIn = async (browser: Browser, body: object = {}) => {
  const asked = await browser.atOffice('/api/auth/house/link', json(body))
  return asked.ok ? browser.follow((await bodyOf<{ goTo: string }>(asked)).goTo) : asked.status
}
const isIn = async ({ browser }: Awaited<ReturnType<typeof signInAs>>) =>
  (await browser.atOffice('/api/session')).status === 200

describe('somebody who signs in at the house', () => {
  test('and has the agreed name here is in, and stays who they are when the house renames them', async () => {
    const first = await signInAs('sub-clerk')
    expect([first.end, await isIn(first)]).toEqual(['/', true])
    PEOPLE['sub-clerk'] = { preferred_username: 'leader' }
    const again = await signInAs('sub-clerk')
    expect(await bodyOf(await again.browser.atOffice('/api/session'))).toMatchObject({ person: { username: 'clerk' } })
  })

  test.each([
    ['and nobody here has the name', 'sub-nobody'],
    ['with a name that another of the house was linked to', 'sub-other'],
    ['with the name of an administrator, who links the account with its password', 'sub-impostor'],
    ['with the name of an auditor', 'sub-auditor'],
  ])('%s is told so, and nobody is made', async (_, subject) => {
    const count = async () =>
      (await office.county.database.owner.query('select count(*) from auth.users')).rows[0].count
    const before = await count()
    const came = await signInAs(subject)
    expect([came.end, await isIn(came), await count()]).toEqual(['/?house=unknown', false, before])
  })

  test('without an agreed claim is known once the account was linked by its owner', async () => {
    use({ match: undefined } as never)
    expect((await signInAs('sub-handler')).end).toBe('/?house=unknown')
    house.as('sub-handler')
    const browser = houseBrowser(office, house.issuer)
    await browser.atOffice('/api/auth/sign-in/username', json({ username: 'handler', password: TEST_PASSWORD }))
    expect(await linkIn(browser)).toBe('/account?house=linked')
    expect((await bodyOf<OwnFactors>(await browser.atOffice('/api/auth/factors'))).house?.linked).toBe(true)
    expect((await signInAs('sub-handler')).end).toBe('/')
    const there = await signInAs('sub-handler')
    const isListed = async () =>
      (await bodyOf<AdminPerson[]>(await admin('/api/admin/people'))).find(({ id }) => id === 'person-handler')
        ?.isLinked
    expect([await isIn(there), await isListed()]).toEqual([true, true])
    await admin('/api/admin/people/person-handler/unlink-house', json({ reason: '换人了' }))
    expect([await isIn(there), await isListed()]).toEqual([false, false])
    expect((await signInAs('sub-handler')).end).toBe('/?house=unknown')
  })

  test('is asked for the second factor of here, unless the house asked for one', async () => {
    const own = sendWith(office, cookiesOf(await enterAs(office, 'leader')))
    const { secret } = await setUpTotp(office, own)
    PEOPLE['sub-leader'] = { preferred_username: 'leader' }
    const weak = await signInAs('sub-leader')
    expect([weak.end, await isIn(weak)]).toEqual(['/?house=second', false])
    expect((await bodyOf<DoorView>(await weak.browser.atOffice('/api/auth/door'))).second).toEqual({
      totp: true,
      passkey: false,
    })
    later(office, 31)
    const code = json({ code: codeAt(secret, office.deps.now()) })
    expect((await weak.browser.atOffice('/api/auth/second-step', code)).status).toBe(200)
    expect(await isIn(weak)).toBe(true)
    PEOPLE['sub-leader'] = { preferred_username: 'leader', amr: ['pwd', 'mfa'] }
    expect((await signInAs('sub-leader')).end).toBe('/')
  })

  test('comes in with a new key of the house at once', async () => {
    expect((await signInAs('sub-clerk')).end).toBe('/')
    await house.changeKey()
    expect((await signInAs('sub-clerk')).end).toBe('/')
  })

  test.each([
    [50, '/'],
    [-50, '/'],
    [200, '/?house=failed'],
    [-4000, '/?house=failed'],
  ])('whose clock is %i seconds off arrives at %s', async (seconds, end) => {
    house.setClock(seconds)
    expect((await signInAs('sub-clerk')).end).toBe(end)
    house.setClock(0)
  })

  test('is not let in by an answer that belongs to another browser, nor twice by the same', async () => {
    house.as('sub-clerk')
    const [own, other] = [houseBrowser(office, house.issuer), houseBrowser(office, house.issuer)]
    const started = await own.atOffice(START)
    expect(started.status).toBe(302)
    const [sent] = [new URL(started.headers.get('location') ?? '')]
    expect(sent.searchParams.get('code_challenge_method')).toBe('S256')
    expect(await other.follow(`/api/auth/house/callback?code=stolen&state=${sent.searchParams.get('state')}`)).toBe(
      '/?house=failed',
    )
    expect(await own.follow('/api/auth/house/callback?code=made-up&state=wrong')).toBe('/?house=failed')
  })
})

describe('linking, which opens an account to another identity,', () => {
  const signedIn = async (username: string) => {
    const browser = houseBrowser(office, house.issuer)
    await browser.atOffice('/api/auth/sign-in/username', json({ username, password: TEST_PASSWORD }))
    return browser
  }
  const isLinked = async (browser: Browser) =>
    (await bodyOf<OwnFactors>(await browser.atOffice('/api/auth/factors'))).house?.linked
  const grewOld = () =>
    office.county.database.owner.query(`update auth.sessions set created_at = created_at - interval '11 minutes'`)

  test('is started by no address that a page of somebody else sends the browser to', async () => {
    house.as('sub-stranger')
    const browser = await signedIn('mediator')
    expect(await browser.follow('/api/auth/house/qinglan/link')).toMatch(/^404 /)
    expect(await browser.follow('/api/auth/house/link')).toMatch(/^404 /)
    // What browsers send to another site without asking it first; a body of JSON they ask for, and are refused.
    const form = { 'content-type': 'text/plain', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect((await browser.atOffice('/api/auth/house/link', { method: 'POST', body: '{}', headers: form })).status).toBe(
      403,
    )
    expect(await isLinked(browser)).toBe(false)
  })

  test('asks for the password again where the sign-in was a while ago, and so does unlinking', async () => {
    house.as('sub-reviewer')
    const browser = await signedIn('reviewer')
    await grewOld()
    expect(await linkIn(browser)).toBe(400)
    expect(await linkIn(browser, { password: 'not-the-password' })).toBe(400)
    expect(await isLinked(browser)).toBe(false)
    later(office, 60)
    expect(await linkIn(browser, { password: TEST_PASSWORD })).toBe('/account?house=linked')
    const unlink = async (body: object) => (await browser.atOffice('/api/auth/house/unlink', json(body))).status
    expect([await unlink({}), await isLinked(browser)]).toEqual([400, true])
    const there = await signInAs('sub-reviewer')
    expect(await isIn(there)).toBe(true)
    expect([await unlink({ password: TEST_PASSWORD }), await isLinked(browser)]).toEqual([200, false])
    expect(await isIn(there)).toBe(false)
  })

  test('links nobody who signed in as another meanwhile', async () => {
    house.as('sub-reviewer')
    const browser = await signedIn('reviewer')
    const { goTo } = await bodyOf<{ goTo: string }>(await browser.atOffice('/api/auth/house/link', json({})))
    await browser.atOffice('/api/auth/sign-in/username', json({ username: 'mediator', password: TEST_PASSWORD }))
    expect(await browser.follow(goTo)).toBe('/account?house=not-linked')
    expect(await isLinked(browser)).toBe(false)
  })
})

describe('leaving', () => {
  test('here leads on to the house, which ends its session too', async () => {
    const came = await signInAs('sub-clerk')
    const { goTo } = await bodyOf<{ goTo: string }>(
      await came.browser.atOffice('/api/auth/sign-out', { method: 'POST' }),
    )
    expect(await isIn(came)).toBe(false)
    const asked = await came.browser.atHouse(goTo)
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(await asked.text()) ?? []
    const body = new URLSearchParams({ xsrf, logout: 'yes' }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const left = await came.browser.atHouse(`${house.issuer}/session/end/confirm`, { method: 'POST', body, headers })
    expect(left.headers.get('location')).toMatch(/^http:\/\/localhost:8080\//)
  })

  test('the house ends the session here', async () => {
    const came = await signInAs('sub-clerk')
    expect(await isIn(came)).toBe(true)
    const { rows } = await office.county.database.owner.query('select sid from auth.oidc_sessions order by sid limit 1')
    const tell = async (claims: Claims) => {
      const token = await house.sign({ jti: crypto.randomUUID(), ...claims })
      const body = new URLSearchParams({ logout_token: token }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return (await office.ask('/house/qinglan/logout', { method: 'POST', body, headers })).status
    }
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    expect(rows).toHaveLength(1)
    expect(await tell({ sub: 'sub-clerk' })).toBe(400)
    expect(await tell({ sub: 'sub-clerk', events, nonce: 'x' })).toBe(400)
    expect(await isIn(came)).toBe(true)
    expect(await tell({ sub: 'sub-clerk', events })).toBe(200)
    expect(await isIn(came)).toBe(false)
  })
})

describe('posts that follow a claim', () => {
  const posts = { claim: 'groups', of: { grid: 'xiatang-grid', intake: 'yunxi-clerk', root: 'administrator' } }
  const held = async () =>
    (
      await office.county.database.owner.query(`select id from posts where person_id = 'person-mediator' order by id`)
    ).rows.map(({ id }) => id)

  test('are given when vacant, on record; the vault waits for a second person, administration never comes so', async () => {
    await office.county.database.owner.query(
      `update posts set person_id = null, confirmed_person_id = null where id in ('xiatang-grid', 'yunxi-clerk')`,
    )
    use({ posts })
    expect((await signInAs('sub-groups')).end).toBe('/')
    expect(await held()).toEqual(['mediator', 'xiatang-grid', 'yunxi-clerk'])
    const waiting = await bodyOf<WaitingPost[]>(await admin('/api/admin/waiting-posts'))
    expect(waiting.map(({ postId }) => postId)).toContain('yunxi-clerk')
    const changes = await bodyOf<AdminChange[]>(await admin('/api/admin/changes'))
    expect(changes.find(({ subjectId }) => subjectId === 'xiatang-grid')).toMatchObject({
      personName: '省统一身份认证',
      what: 'holderChanged',
    })
  })

  test('go when the claim goes; what an administrator gave stays', async () => {
    use({ posts })
    later(office, 60)
    PEOPLE['sub-groups'] = { preferred_username: 'mediator', groups: ['intake'] }
    expect((await signInAs('sub-groups')).end).toBe('/')
    expect(await held()).toEqual(['mediator', 'yunxi-clerk'])
  })

  test('are shown to administrators with the rest, without the secret', async () => {
    use({ posts })
    const answer = await admin('/api/admin/sign-in')
    const text = await answer.text()
    expect(text).not.toContain(house.settings.clientSecret)
    expect((JSON.parse(text) as SignInState).house).toMatchObject({
      name: '省统一身份认证',
      match: 'preferred_username',
      posts: { claim: 'groups', of: [{ value: 'grid', postId: 'xiatang-grid' }, {}, {}] },
      reachable: true,
    })
  })
})
