import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../domain/matter/command.ts'
import { present } from '../../domain/present.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { statementsOf } from '../../testing/count-statements.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { checkedSite } from '../../testing/procedures/sheet-procedure.ts'
import { databaseFor } from '../connection/connect.ts'
import { viewMatter } from '../read/get-matter.ts'
import { handleCommand } from './handle.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES.map((each) => (each.id === 'site' ? checkedSite() : each)))
})
afterAll(() => county?.dispose())

const act = (post: string, command: Command, matterId?: string, now?: string) =>
  handleCommand(county.deps, { actor: actorOf(post), command, ...present({ matterId, now }) })
const opens = (procedure: string, form: FormValues): Command => ({
  type: 'OpenMatter',
  procedure,
  channel: 'window',
  unitId: 'dongpu',
  form,
})
const takes = (step: string, form?: FormValues): Command => ({ type: 'TakeStep', step, ...(form ? { form } : {}) })

const list = {
  name: '店铺检查表',
  category: 'fire',
  items: [
    { no: '1', item: '通道', points: 20 },
    { no: '2', item: '住人', points: 10 },
  ],
}
const place = { category: 'smallShop', address: '东浦镇中街1号', placeUnit: 'dongpu' }
const checklist = async () => {
  const { matter } = await act('inspector', opens('checklist', list))
  await act('triage', takes('publish'), matter.id)
  return matter.reference
}
const answering = (...sheet: FormValues[]) => ({ ...place, name: '中街小店', reason: '例行检查', sheet })

test('a sheet is checked against the version on record, after the record has changed, by one read and one write', async () => {
  const { matter: record } = await act('inspector', opens('checklist', list))
  await act('triage', takes('publish'), record.id)
  const { matter: site } = await act('inspector', opens('site', { ...place, checklist: record.reference }))
  await act('triage', takes('publish'), site.id)
  const shorter = { ...list, items: list.items.slice(0, 1), reason: '删去一项' }
  await act('clerk', takes('revise', shorter), record.id)

  const only1 = takes('revise', answering({ no: '1', result: 'ok' }))
  await expect(act('clerk', only1, site.id)).rejects.toThrow(
    new AnlanError('form-invalid', {
      issues: [{ field: 'sheet', rule: 'row-missing', limit: '2' }],
      form: 'revision',
      procedure: 'site',
      version: 1,
    }).message,
  )
  const both = takes('revise', answering({ no: '1', result: 'ok' }, { no: '2', result: 'failed' }))
  const sent = await statementsOf(county.deps.pool, async () => void (await act('clerk', both, site.id)))
  expect(sent).toEqual(['find-matter-rows', expect.stringMatching(/^w\d+$/)])
  const { matter } = await act('clerk', takes('end', { reason: '停用' }), site.id)
  expect(matter.fields).toMatchObject({ checklist: `${record.reference}@2`, lost: 10 })
})

test('the third hazard at one site is told by the read of the command, and by the page of the matter', async () => {
  const { matter: site } = await act(
    'inspector',
    opens('site', { ...place, name: '后街小店', checklist: await checklist() }),
  )
  await act('triage', takes('publish'), site.id)
  const found = {
    title: '通道堵塞',
    category: 'electric',
    description: '堆放货物',
    site: site.reference,
    place: '后街',
  }
  const record = async (day: string) =>
    (await act('inspector', opens('hazard', found), undefined, `2026-${day}T01:00:00.000Z`)).matter
  const first = await record('01-05')
  await record('02-02')
  // Two of one visit are one time.
  await record('03-02')
  const third = await record('03-02')
  const grade = (level: string) => takes('grade', { level, criterion: '第3条' })
  await expect(act('inspector', grade('general'), third.id)).rejects.toThrow('lower-than-computed')
  await act('inspector', grade('general'), first.id)
  const sent = await statementsOf(county.deps.pool, async () => void (await act('inspector', grade('major'), third.id)))
  expect(sent).toEqual(['find-matter-earlier', expect.stringMatching(/^w\d+$/)])
  const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const view = await viewMatter(db, actorOf('inspector'), third.reference, county.deps.now(), rulebook)
  expect(view).toMatchObject({ times: { timesHere: 3 }, matter: { level: 'major', fields: { timesHere: 3 } } })
})
