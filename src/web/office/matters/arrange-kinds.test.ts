import { describe, expect, test } from 'vitest'
import type { KindCount, KindName } from '../../../domain/views/views.ts'
import { text } from '../../../domain/wording/text.ts'
import { arrangeKinds } from './arrange-kinds.ts'

const IDS = [
  'report',
  'petition',
  'dispute',
  'hazard',
  'inspection',
  'risk',
  'incident',
  'task',
  'site',
  'plan',
] as const
const KINDS = IDS.map(
  (id): KindName => ({
    id,
    version: 1,
    title: text('某类事项', 'Some kind'),
    short: text('某类', 'Some'),
    prefix: 'ML',
    by: id === 'plan' ? ['leader'] : ['inspector'],
    ...(id === 'site' || id === 'plan' ? { isRecord: true } : {}),
  }),
)
const counts = (...ids: readonly string[]): KindCount[] =>
  ids.map((procedure) => ({ procedure, open: 1, all: 1, isLimit: false }))
const ids = (kinds: readonly KindName[]) => kinds.map(({ id }) => id)

describe('more kinds than a row holds', () => {
  test('a post that meets three has three tabs and the one it registers; it never sees the others', () => {
    const { areas, shown } = arrangeKinds(KINDS, counts('task', 'report', 'hazard'), ['leader'], [])
    expect(areas).toEqual([])
    expect(ids(shown)).toEqual(['report', 'hazard', 'task', 'plan'])
  })

  test('a post that meets all has a tab for what the office does, and below it the kinds of the one that is open', () => {
    const closed = arrangeKinds(KINDS, counts(...IDS), ['leader'], [])
    expect(closed.areas.map(({ title }) => title.zh)).toEqual([
      '诉求与纠纷',
      '排查与隐患',
      '应急',
      '督办与整改',
      '台账',
    ])
    expect(closed.shown).toEqual([])
    const open = arrangeKinds(KINDS, counts(...IDS), ['leader'], ['hazard'])
    expect(open.areas.filter(({ isCurrent }) => isCurrent).map(({ title }) => title.zh)).toEqual(['排查与隐患'])
    expect(ids(open.shown)).toEqual(['hazard', 'inspection', 'risk'])
  })

  test('an area of one kind needs no second row', () => {
    expect(arrangeKinds(KINDS, counts(...IDS), ['leader'], ['incident']).shown).toEqual([])
  })

  test('the kind that is open has a tab, also when the post has none of it', () => {
    expect(ids(arrangeKinds(KINDS, counts('report'), ['mediator'], ['risk']).shown)).toEqual(['report', 'risk'])
  })
})
