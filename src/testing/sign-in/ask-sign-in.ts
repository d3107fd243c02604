import type { OwnFactors, ServiceToken, SignInState } from '../../domain/sign-in/sign-in-views.ts'
import { bodyOf, cookiesOf, giveAccount, json, type Send, type TestOffice } from '../office.ts'
import { codeAt, deviceAsked, enterAs, later, secondStep, sendWith, setUpPasskey, setUpTotp } from './factors.ts'
import { testHouse } from './house.ts'

/** Tries every door of second factors once, as a person and as two administrators. */
export async function askSignIn(office: TestOffice, admin: Send, auditor: Send): Promise<void> {
  await giveAccount(office.county, office.deps, 'court-judge-2')
  const own = sendWith(office, cookiesOf(await enterAs(office, 'court-judge-2')))
  await own('/api/auth/sessions/revoke-others', { method: 'POST' })
  const { secret } = await setUpTotp(office, own)
  const device = await setUpPasskey(own)
  await own('/api/auth/recovery-codes', json({}))
  const { passkeys } = await bodyOf<OwnFactors>(await own('/api/auth/factors'))
  const at = `/api/auth/passkeys/${passkeys[0]?.id}`
  await own(at, { ...json({ name: '我的手机' }), method: 'PATCH' })
  later(office, 31)
  await secondStep(office, await enterAs(office, 'court-judge-2'), codeAt(secret, office.deps.now()))
  const { errand, options } = await deviceAsked(await office.ask('/api/auth/passkeys/ask', json({})))
  await office.ask('/api/auth/passkeys/sign-in', json({ errand, credential: device.show(options) }))
  await own(`${at}/remove`, json({}))
  await own('/api/auth/totp/remove', json({}))
  await office.ask('/api/auth/door')
  await askHouse(office, own)
  await administer(admin, auditor)
}

async function askHouse(office: TestOffice, own: Send): Promise<void> {
  const house = await testHouse(office, {})
  Object.assign(office.deps, { houses: new Map([['qinglan', house.settings]]) })
  await own('/api/auth/house/link', json({}))
  await own('/api/auth/house/unlink', json({}))
  Object.assign(office.deps, { houses: new Map() })
  house.close()
}

async function administer(admin: Send, auditor: Send): Promise<void> {
  const because = (body: object = {}) => json({ reason: '日常管理', ...body })
  await admin('/api/admin/factor-rules', { ...because({ rules: [] }), method: 'PUT' })
  await admin('/api/admin/people/person-court-judge-2/sessions')
  await admin('/api/admin/people/person-court-judge-2/reset-factor', because())
  const { resets } = await bodyOf<SignInState>(await admin('/api/admin/sign-in'))
  await auditor(`/api/admin/factor-resets/${resets[0]?.id}/decide`, because({ agree: true }))
  await admin('/api/admin/people/person-court-judge-2/unlink-house', because())
  const wish = { name: '平台接口', postId: 'clerk', scopes: ['readLists'], days: 30 }
  const { id } = await bodyOf<ServiceToken>(await admin('/api/admin/service-accounts', because(wish)))
  await admin('/api/admin/service-accounts')
  await admin(`/api/admin/service-accounts/${id}/end`, because())
}
