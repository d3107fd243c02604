import { expect, test } from 'vitest'
import { DEMO_UNITS } from '../../../demo/county/units.ts'
import { comparedUnits } from './compared-units.ts'

const units = Object.fromEntries(DEMO_UNITS.map((unit) => [unit.id, unit]))
const choices = (unitId: string) =>
  comparedUnits({ units }, { unitId, unitPath: units[unitId]?.path ?? '?' }).map(
    ({ unit, depth }) => `${depth} ${unit.id}`,
  )

test('a county chooses among all that have units below them; a township itself and the county; a department itself among the others', () => {
  expect(choices('qinglan')).toEqual([
    '0 qinglan',
    '1 court',
    ...['dongpu', 'yunxi', 'shiqiao', 'liuhe', 'yuehu', 'fenglin'].map((id) => `1 ${id}`),
  ])
  expect(choices('dongpu')).toEqual(['0 qinglan', '1 dongpu'])
  expect(choices('safety')).toEqual(['0 qinglan', '1 safety'])
})
