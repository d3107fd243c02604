import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { createResident } from '../../testing/resident.ts'
import { runJobs } from '../../workers/run-jobs.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())

const REPLY = '三盏都换了新灯泡'

/** A report that was answered and is over. */
async function answered(description: string) {
  const { code } = await resident.report({ description })
  const id = await resident.matterIdOf(code)
  await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
  await resident.step('clerk', id, 'answer', { opinion: 'solved', reply: REPLY, toldHow: 'code' })
  expect((await resident.fill(`/t/${code}/rate`, { rating: 'satisfied' })).status).toBe(303)
  return { code, id }
}

/** What was asked about the person's data is granted and carried out. */
async function granted(id: string, deletionWay: 'restrict' | 'erase') {
  const clerk = await office.as('clerk')
  const { matter } = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
  const form = { title: '申请删除本人信息', asker: 'self', wish: '事情已经了结', category: 'deletion' }
  const opening = json({ procedure: 'datarequest', channel: 'window', unitId: 'qinglan', form })
  const request = await bodyOf<{ id: string }>(await clerk('/api/matters', opening))
  await resident.step('clerk', request.id, 'nameMatter', { concernedReference: matter.reference })
  await resident.step('clerk', request.id, 'verifyIdentity', { verifiedHow: 'document', verifiedSame: 'same' })
  await resident.step('triage', request.id, 'propose', { foundWhat: '报告一件', proposal: '同意' })
  await resident.step('leader', request.id, 'decide', { decision: 'granted', deletionWay })
  await resident.step('clerk', request.id, deletionWay, { carryReason: '本人申请' })
  await runJobs(office.deps, 'qinglan')
}

test.each(['restrict', 'erase'] as const)(
  'whoever holds the code reads nothing of a report after %s that officials no longer read',
  async (way) => {
    const { code, id } = await answered(`北塘村口的路灯坏了三盏，${way}。`)
    expect(await resident.pageOf(code)).toContain(REPLY)
    await granted(id, way)
    const page = await resident.pageOf(code)
    expect(page).not.toContain(REPLY)
  },
)
