import { expect, test } from 'vitest'
import { PROCEDURES } from './all.ts'
import { inAreas } from './areas.ts'

const kinds = [...new Map(PROCEDURES.map((procedure) => [procedure.id, procedure])).values()].map(({ id, record }) => ({
  id,
  ...(record ? { isRecord: true as const } : {}),
}))

test('every kind stands in one area, and none is left over', () => {
  const areas = inAreas(kinds)
  expect(areas.flatMap((area) => area.kinds.map(({ id }) => id)).sort()).toEqual(kinds.map(({ id }) => id).sort())
  expect(areas.map(({ title }) => title.zh)).not.toContain('其他')
})

test('a kind of its own that no area lists stands under other, before the records', () => {
  const areas = inAreas([{ id: 'patrol' }, { id: 'hazard' }, { id: 'site', isRecord: true }])
  expect(areas.map(({ title }) => title.zh)).toEqual(['排查与隐患', '其他', '台账'])
})
