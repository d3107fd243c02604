import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GrowingView } from '../../domain/overview/growing-view.ts'
import type { OverviewView } from '../../domain/overview/overview-view.ts'
import type { WallView } from '../../domain/overview/wall-view.ts'
import { sequenceLog } from '../../storage/transparency/sequence.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  office.county.setNow('2026-03-02T01:00:00.000Z')
  await open('clerk', '下塘村涵闸漏水，林虚名家的田淹了', { placeUnit: 'xiatang' })
  await open('dongpu-clerk', '东浦街口井盖破损', {})
  await open('yunxi-clerk', '云溪路灯不亮', {})
  office.county.setNow('2026-04-20T01:00:00.000Z')
})
afterAll(() => office?.dispose())

async function open(post: string, title: string, more: object) {
  const form = { title, description: `${title}，请来看看。`, category: 'facility', place: '街口', ...more }
  const answer = await (await office.as(post))('/api/matters', json({ procedure: 'report', channel: 'window', form }))
  expect(answer.status, await answer.clone().text()).toBe(201)
}

const ask = async <T>(post: string, path: string) => bodyOf<T>(await (await office.as(post))(path))

describe('the overview', () => {
  test('counts what is open and overdue, unit by unit in the order of the administration', async () => {
    const view = await ask<OverviewView>('leader', '/api/overview')
    expect(view.all).toEqual({ open: 3, overdue: 3, major: 0, opened: 0, closed: 0 })
    const order = Object.keys((await office.county.deps.rulebooks.of(TEST_TENANT)).directory.units)
    const listed = view.units.map(({ unitId }) => unitId)
    expect(listed.slice(1)).toEqual(order.filter((id) => listed.slice(1).includes(id)))
    expect(view.units.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(view.all.overdue)
    expect(view.kinds.map(({ kind, overdue }) => [kind, overdue])).toEqual([['report', 3]])
    expect(view.days).toEqual([{ day: '2026-03-02', opened: 3, closed: 0 }])
    expect(view.overdue).toHaveLength(3)
    expect(view.units.find(({ unitId }) => unitId === 'yunxi')?.overdueSince).toBe(view.overdue[0]?.overdueSince)
  })

  test('is of the reader’s own unit and below it, and of another only as far as they see', async () => {
    const own = await ask<OverviewView>('yunxi-clerk', '/api/overview')
    expect(own).toMatchObject({ unitId: 'yunxi', all: { open: 1 } })
    const other = await ask<OverviewView>('yunxi-clerk', '/api/overview?unit=dongpu')
    expect(other.all.open).toBe(0)
    expect(other.overdue).toEqual([])
  })

  test('knows no unit that is not there', async () => {
    const answer = await (await office.as('leader'))('/api/overview?unit=nowhere')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ issues: [{ field: 'unit', rule: 'not-a-unit' }] })
  })

  test('says that a week cannot be judged before there are enough of them', async () => {
    const view = await ask<GrowingView>('leader', '/api/overview/growing')
    expect(view).toMatchObject({ monday: '2026-04-13', judged: 0, rows: [] })
    expect(view.tooShort).toBeGreaterThan(0)
  })
})

describe('the wall', () => {
  test('has counts, units and numbers, and not a word that somebody wrote', async () => {
    const view = await ask<WallView>('leader', '/api/wall')
    expect(view.all.overdue).toBe(3)
    expect(view.urgent).toHaveLength(3)
    expect(view.weeks).toHaveLength(26)
    expect(view.weeks.find(({ monday }) => monday === '2026-03-02')).toMatchObject({ opened: 3, closed: 0 })
    const told = JSON.stringify(view)
    for (const word of ['林虚名', '涵闸', '井盖', '街口']) expect(told).not.toContain(word)
  })

  test('has what ends next, the soonest first, and when the log was last signed', async () => {
    office.county.setNow('2026-03-12T02:00:00.000Z')
    await sequenceLog(office.county.deps, TEST_TENANT, 'localhost')
    const view = await ask<WallView>('leader', '/api/wall')
    expect(view.next.map(({ kind, dueOn }) => [kind, dueOn !== undefined])).toEqual(Array(3).fill(['report', true]))
    const days = view.next.map(({ dueOn }) => dueOn ?? '')
    expect(days).toEqual([...days].sort())
    expect(view.log?.size).toBeGreaterThanOrEqual(3)
    expect(view.log?.witnessedAt).toBeUndefined()
  })
})
