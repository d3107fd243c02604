import { Hono } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { expect, test } from 'vitest'
import { signedValue } from './signed-cookie.ts'

const SECRET = 'calm water runs deep, and long enough'
const NAME = 'anlan.session_token'

/** What Hono finds in a cookie, and the cookie as it signs a value. */
async function honoFinds(cookie: string): Promise<string | undefined> {
  const app = new Hono().get('/', async (c) => c.json({ value: (await getSignedCookie(c, SECRET, NAME)) || undefined }))
  const answer = await app.request('/', { headers: { cookie: `${NAME}=${encodeURIComponent(cookie)}` } })
  return ((await answer.json()) as { value?: string }).value
}
async function signed(value: string, secret = SECRET): Promise<string> {
  const app = new Hono().get('/', async (c) => {
    await setSignedCookie(c, NAME, value, secret)
    return c.text('')
  })
  const [cookie = ''] = (await app.request('/')).headers.getSetCookie()
  return decodeURIComponent(cookie.slice(NAME.length + 1, cookie.indexOf(';')))
}

test('a cookie as Hono signs it says what it says', async () => {
  const cookie = await signed('token-of.a-session')
  expect(signedValue(cookie, SECRET)).toBe('token-of.a-session')
  expect(await honoFinds(cookie)).toBe('token-of.a-session')
})

test('another value, another secret, a cut or lengthened mark and none at all say nothing, as with Hono', async () => {
  const cookie = await signed('token-of-a-session')
  const [value = '', mark = ''] = cookie.split('.')
  const strange = await signed('token-of-a-session', 'the secret of another server, also long')
  const wrong = [
    `${value}x.${mark}`,
    strange,
    `${value}.${mark.slice(0, -1)}`,
    `${value}.${mark}=`,
    `${value}.${mark.slice(0, 20)}`,
    `${value}.`,
    `.${mark}`,
    value,
    '',
    `${value}.${'A'.repeat(43)}=`,
    `${value}.${'*'.repeat(43)}=`,
  ]
  for (const each of wrong) {
    expect(signedValue(each, SECRET), each).toBeUndefined()
    expect(await honoFinds(each), each).toBeUndefined()
  }
  expect(signedValue(undefined, SECRET)).toBeUndefined()
})
