import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { HandOverPreview, HandOverView } from '../../domain/views/team-view.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { runHandOver } from '../../storage/hand-over/hand-over.ts'
import { listEvents } from '../../storage/read/get-matter.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { runJobs } from '../../workers/run-jobs.ts'

let office: TestOffice
beforeEach(async () => {
  await office?.dispose()
  office = await testOffice()
})
afterAll(() => office?.dispose())

const FROM = 'dongpu-clerk'
const TO = 'dongpu-mediator'
const A_REPORT: FormValues = {
  title: '井盖缺失',
  category: 'facility',
  description: '路口井盖不见了',
  place: '下塘村口',
  placeUnit: 'xiatang',
}

/** A report that Dongpu's desk has on its hands. */
async function onDesk(): Promise<string> {
  const { deps } = office
  const open = {
    type: 'OpenMatter',
    procedure: 'report',
    channel: 'window',
    unitId: 'qinglan',
    form: A_REPORT,
  } as const
  const { matter } = await handleCommand(deps, { actor: actorOf('clerk'), command: open })
  const take = (postId: string, step: string, form: FormValues) =>
    handleCommand(deps, { actor: actorOf(postId), matterId: matter.id, command: { type: 'TakeStep', step, form } })
  await take('clerk', 'accept', { difficulty: 'simple' })
  await take('triage', 'assign', { unit: 'dongpu' })
  await take(FROM, 'takeOver', { owner: FROM })
  return matter.id
}
const many = async (count: number) => {
  const ids: string[] = []
  while (ids.length < count) ids.push(await onDesk())
  return ids
}
const ID = '018f0000-0000-7000-8000-000000000001'
const BACK = '018f0000-0000-7000-8000-000000000002'
const leader = () => office.as('dongpu-leader')
const start = async (id = ID) =>
  (await leader())('/api/hand-overs', json({ id, from: FROM, to: TO, reason: '调任，全部移交' }))
const work = async () => {
  office.county.setNow(new Date(Date.parse(office.deps.now()) + 5_000).toISOString())
  return runJobs(office.deps, TEST_TENANT)
}
const stateOf = async (id = ID) => bodyOf<HandOverView>(await (await leader())(`/api/hand-overs/${id}`))
const ownerOf = async (id: string) =>
  (await bodyOf<MatterView>(await (await leader())(`/api/matters/${id}`))).matter.ownerPostId
const handedOver = async (id: string) =>
  (await listEvents(databaseFor(office.deps.pool, TEST_TENANT), TEST_TENANT, id)).filter(
    ({ type }) => type === 'SeatsHandedOver',
  )

describe('a post handed over with 40 open matters', () => {
  test('is shown before, goes matter by matter, and says what stayed and why; and there is a way back', async () => {
    const ids = await many(40)
    const [first = ''] = ids
    await handleCommand(office.deps, {
      actor: actorOf(TO),
      matterId: first,
      command: { type: 'TakeStep', step: 'recuse', form: { recusalReason: '与反映的事有利害关系' } },
    })
    const preview = await bodyOf<HandOverPreview>(
      await (await leader())('/api/hand-overs/preview', json({ from: FROM, to: TO })),
    )
    expect(preview.moves).toEqual([{ procedure: 'report', count: 39 }])
    expect(preview.stays).toMatchObject([{ id: first, why: 'barred' }])
    expect(await ownerOf(ids[1] ?? '')).toBe(FROM)

    expect((await start()).status).toBe(200)
    expect(await stateOf()).toMatchObject({ all: 40, moved: 0 })
    expect((await work()).failures).toEqual([])
    expect(await stateOf()).toMatchObject({ all: 40, moved: 39, stays: [{ id: first, why: 'barred' }] })
    expect((await stateOf()).finishedAt).toBeDefined()
    expect(await Promise.all(ids.map(ownerOf))).toEqual([FROM, ...ids.slice(1).map(() => TO)])
    const [event] = await handedOver(ids[1] ?? '')
    expect(event?.event).toMatchObject({
      from: FROM,
      to: TO,
      reason: '调任，全部移交',
      by: { postId: 'dongpu-leader' },
    })

    const undo = json({ id: BACK, reason: '调任取消了' })
    expect((await (await leader())(`/api/hand-overs/${ID}/undo`, undo)).status).toBe(200)
    await work()
    expect(await stateOf(BACK)).toMatchObject({ all: 39, moved: 39, undoes: ID, from: TO, to: FROM })
    expect(new Set(await Promise.all(ids.map(ownerOf)))).toEqual(new Set([FROM]))
  })

  test('broken off anywhere goes on from there, and none goes twice', async () => {
    const ids = await many(6)
    await start()
    let left = 3
    const dying = {
      ...office.deps,
      // It dies with the third matter written and not yet ticked off.
      onCommitted: () => {
        left -= 1
        if (left === 0) throw new Error('killed')
      },
    }
    await expect(runHandOver(dying, TEST_TENANT, ID)).rejects.toThrow('killed')
    expect(await stateOf()).toMatchObject({ all: 6, moved: 2 })
    await Promise.all([work(), runHandOver(office.deps, TEST_TENANT, ID)])
    expect(await stateOf()).toMatchObject({ all: 6, moved: 6, stays: [] })
    await runHandOver(office.deps, TEST_TENANT, ID)
    for (const id of ids) expect(await handedOver(id)).toHaveLength(1)
  })

  test('asked for twice is done once', async () => {
    const [id = ''] = await many(1)
    await start()
    await start()
    await work()
    await work()
    expect(await handedOver(id)).toHaveLength(1)
  })

  test('is for who oversees the post', async () => {
    await many(1)
    const asked = json({ id: ID, from: FROM, to: TO, reason: '我来接手' })
    expect((await (await office.as(TO))('/api/hand-overs', asked)).status).toBe(403)
    expect((await (await office.as('yunxi-clerk'))('/api/hand-overs', asked)).status).toBe(403)
    expect((await (await office.as(TO))('/api/hand-overs/preview', json({ from: FROM, to: TO }))).status).toBe(403)
  })
})
