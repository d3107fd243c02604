import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressFault } from '../../../storage/outlets/address-fault.ts'
import { type Receiver, receiver } from '../../../testing/outlets/receivers.ts'
import { createGuard } from './address-guard.ts'
import { createPostToOutlet } from './post-to-outlet.ts'

const nothing = createGuard({ inside: [], http: true })
const house = createGuard({ inside: ['10.20.0.0/16', 'fd00:20::/32'], http: true })

describe('an address that an administrator names', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.20.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
  ])('is not spoken to when it is %s', (address) => expect(nothing.allows(address, 'https:')).toBe(false))

  test('is spoken to over TLS when it is public, and never without', () => {
    for (const address of ['203.119.24.1', '2400:3200::1']) {
      expect(nothing.allows(address, 'https:')).toBe(true)
      expect(nothing.allows(address, 'http:')).toBe(false)
    }
  })

  test('is spoken to in the house where the operator listed it, there without TLS too when the operator says so', () => {
    for (const address of ['10.20.1.1', '::ffff:10.20.1.1', 'fd00:20::7']) {
      expect(house.allows(address, 'https:')).toBe(true)
      expect(house.allows(address, 'http:')).toBe(true)
      expect(createGuard({ inside: ['10.20.0.0/16', 'fd00:20::/32'], http: false }).allows(address, 'http:')).toBe(
        false,
      )
    }
    for (const address of ['10.21.1.1', '127.0.0.1', '169.254.169.254'])
      expect(house.allows(address, 'https:')).toBe(false)
  })

  test('carries nothing that hides where it leads, and what the platform gave', () => {
    for (const typed of [
      'ftp://a.cn/',
      'http://a.cn/',
      'https://user:word@a.cn/',
      'https://a.cn/#x',
      'a.cn',
      'javascript:1',
    ])
      expect(addressFault('webhook', typed, false), typed).toBeTruthy()
    expect(addressFault('webhook', 'https://a.cn/in?x=1', false)).toBeUndefined()
    expect(addressFault('webhook', 'http://a.cn/in', true)).toBeUndefined()
    expect(addressFault('dingtalk', 'https://oapi.dingtalk.com/robot/send', false)).toBeTruthy()
    expect(addressFault('wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', false)).toBeUndefined()
    expect(addressFault('feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/', false)).toBeTruthy()
  })
})

describe('what is sent', () => {
  let inside: Receiver
  let redirecting: Receiver
  let endless: Receiver
  beforeAll(async () => {
    inside = await receiver(() => ({ status: 200 }))
    redirecting = await receiver(() => ({ status: 307, headers: { location: inside.url } }))
    endless = await receiver(() => ({ status: 500, body: 'x'.repeat(5_000_000) }))
  })
  afterAll(() => Promise.all([inside, redirecting, endless].map((each) => each?.close())))

  const message = { id: '01890000-0000-8000-8000-000000000000', at: '2026-03-02T01:00:00.000Z', lines: [] }
  const to = (url: string) => ({ kind: 'webhook' as const, url, secrets: [] })

  test('reaches no receiver in the house that the operator did not list, by number or by name', async () => {
    const post = createPostToOutlet({ inside: [], http: true }, 'https://anlan.example.cn')
    const { port } = new URL(inside.url)
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '127.1']) {
      const answer = await post(to(`http://${host}:${port}/`), message)
      expect(answer, host).toMatchObject({ state: 'refused', said: expect.stringContaining('内网') })
    }
    expect(inside.all).toEqual([])
  })

  test('follows no redirect', async () => {
    const post = createPostToOutlet({ inside: ['127.0.0.1'], http: true }, 'https://anlan.example.cn')
    expect(await post(to(redirecting.url), message)).toMatchObject({ state: 'refused', said: '307' })
    expect(inside.all).toEqual([])
  })

  test('reads so much of an answer and no more', async () => {
    const post = createPostToOutlet({ inside: ['127.0.0.1'], http: true }, 'https://anlan.example.cn')
    const { state, said } = await post(to(endless.url), message)
    expect(state).toBe('refused')
    expect(said.length).toBe(300)
  })
})
