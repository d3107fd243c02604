import { expect } from 'vitest'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { bodyOf, json, type Send } from '../office.ts'

type Named = { readonly id: string }

const ALERT = {
  seenVersion: 1,
  msgType: 'Alert',
  scope: 'Public',
  headline: { zh: '水位今晚将超警戒' },
  description: { zh: '上游持续降雨。' },
  urgency: 'Expected',
  severity: 'Severe',
  certainty: 'Likely',
  responses: ['Evacuate'],
  areas: ['dongpu'],
}

/** Asks every operation of standards once: a calendar, a key, an alert of an incident that the leader commands. */
export async function askOfStandards(clerk: Send, admin: Send, leader: Send, now: Instant): Promise<void> {
  const ok = async (answer: Response) => {
    expect(answer.ok, await answer.clone().text()).toBe(true)
    return answer
  }
  await ok(await clerk('/api/calendar'))
  await ok(await clerk('/api/calendar', json({})))
  await ok(await clerk('/api/calendar', { method: 'DELETE' }))
  const key = await ok(await admin('/api/admin/client-keys', json({ name: '便民App', reason: '接入' })))
  await ok(await admin('/api/admin/client-keys'))
  const { id: keyId } = await bodyOf<Named>(key)
  await ok(await admin(`/api/admin/client-keys/${keyId}/revoke`, json({ reason: '停用' })))

  const form = {
    title: '东浦河水位上涨',
    category: 'flood',
    reportingAs: 'township',
    eventAt: now,
    knownAt: now,
    scene: '河水上涨',
    course: '上游持续降雨',
    deaths: 0,
    missing: 0,
    injured: 0,
    loss: 0,
    measures: '巡堤',
    place: '东浦河堤',
    unit: 'dongpu',
  }
  const opening = json({ procedure: 'incident', channel: 'other', unitId: 'dongpu', form })
  const { id } = await bodyOf<Named>(await ok(await leader('/api/matters', opening)))
  const at = `/api/matters/${id}/alerts`
  const alert = { ...ALERT, expires: addMilliseconds(now, 3_600_000) }
  await ok(await leader(`${at}/preview`, json(alert)))
  const issued = await bodyOf<Named>(await ok(await leader(at, json(alert))))
  await ok(await leader(at))
  await ok(await leader(`${at}/${issued.id}/cap`))
}
