import { expect, test } from 'vitest'
import { calibrationReport } from '../../statistics/budget-report.ts'
import { calibrationTable } from './calibration.ts'

test('the calibration table names sizes by what they hold, from small to large, then the days', () => {
  const points = [0.2, 1, 5, 20].flatMap((expected) =>
    [0, 1, 6].map((weekday) => ({ logP: -1, expected, weekday, daysAfterHoliday: 3 })),
  )
  const groups = calibrationTable(calibrationReport(points), 'zh')
    .slice(2)
    .map((line) => line.split('  ')[0])
  expect([...new Set(groups)]).toEqual([
    '全部',
    '预期 0–0.5',
    '预期 0.5–2',
    '预期 2–10',
    '预期 ≥ 10',
    '周一',
    '周六',
    '周日',
    '节后两周',
  ])
})
