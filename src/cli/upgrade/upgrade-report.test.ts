import { expect, test } from 'vitest'
import { type ToldUpgrade, upgradeReport } from './upgrade-report.ts'

const told: ToldUpgrade = {
  rehearsal: true,
  source: 'copy',
  from: 36,
  to: 38,
  changes: [
    { number: 37, name: 'shelves', worksWithPrevious: true, ms: 1_200 },
    { number: 38, name: 'books', worksWithPrevious: true, ms: 300 },
  ],
  sideBySide: true,
  schema: {
    newTables: ['public.shelves'],
    newColumns: ['public.posts.shelf'],
    goneTables: [],
    goneColumns: [],
    lines: [],
  },
  rows: [{ table: 'public.shelves', before: 0, after: 3 }],
  ms: 1_500,
  tenants: [{ tenant: 'qinglan', matters: 70, events: 612, broken: 0, examples: [], counters: [], beside: [] }],
  ok: true,
}

test('a rehearsal is told in words that whoever runs the server understands', () => {
  expect(upgradeReport(told, 'zh').split('\n')).toEqual([
    '演练：数据库从第36版到第38版，2项改动，用了1.5秒',
    '  在现在数据的一份副本上试的，现有数据没有动',
    '  新表1张：public.shelves',
    '  新列1个：public.posts.shelf',
    '  没有去掉任何表和列',
    '  public.shelves：原来0行，现在3行',
    '  旧版服务可以同时开着，一台一台换',
    '  qinglan：70件事项、612条记录，逐件核验完整',
    '演练通过，可以升级。',
  ])
  expect(upgradeReport({ ...told, sideBySide: false, ok: false }, 'en')).toMatch(
    /stop all its servers first[\s\S]*do not upgrade/,
  )
})

test.each([
  [{ rehearsal: false, source: 'anlan-2026.age' }, '升级前的备份：anlan-2026.age', '升级好了。'],
  [{ rehearsal: false, source: undefined, tenants: [] }, '升级前没有备份', '还没有逐件核验'],
  [
    { rehearsal: false, ok: false, failed: { number: 38, name: 'books', reason: 'no' } },
    '第38项改动没有做成：no',
    '没有留下痕迹',
  ],
  [{ rehearsal: false, ok: false }, '逐件核验', '不要启动'],
])('what came of an upgrade is told: %j', (more, line, verdict) => {
  const report = upgradeReport({ ...told, ...more }, 'zh')
  expect(report).toContain(line)
  expect(report.split('\n').at(-1)).toContain(verdict)
})
