import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../domain/matter/command.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { statementsOf } from '../../testing/count-statements.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf } from '../../testing/people.ts'
import { checkedSite } from '../../testing/procedures/sheet-procedure.ts'
import { handleCommand } from './handle.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES.map((each) => (each.id === 'site' ? checkedSite() : each)))
})
afterAll(() => county?.dispose())

const act = (post: string, command: Command, matterId?: string) =>
  handleCommand(county.deps, { actor: actorOf(post), command, ...(matterId ? { matterId } : {}) })
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
