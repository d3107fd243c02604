import { expect, test } from 'vitest'
import type { ForecastFigure, ForecastWeek } from '../../../domain/forecast/forecast-view.ts'
import { forecastZh } from '../../words/forecast/forecast.zh.ts'
import { comingSentences } from './coming-line.tsx'

const said: ForecastFigure = { said: { value: 41.6, lower: 33, upper: 52 }, tries: 30, error: 3, naiveError: 5 }
const silent: ForecastFigure = { silent: 'no-better-than-naive', tries: 30, error: 5, naiveError: 4.8 }
const short: ForecastFigure = { silent: 'too-little-history', tries: 0 }
const inFourWeeks = (open: ForecastFigure, overdue: ForecastFigure) => {
  const week: ForecastWeek = { day: '2026-02-01', open, overdue }
  const ahead = [1, 2, 3].map(() => ({ ...week, open: short, overdue: short }))
  return comingSentences({ ahead: [...ahead, week] }, forecastZh.coming)
}

test('the fourth week is told with its range, each figure by itself, and what cannot be told is said in words', () => {
  expect(inFourWeeks(said, said)).toEqual(['四周后预计在办42件（十次有九次在33到52件）', '逾期预计42件（33到52件）'])
  expect(inFourWeeks(said, silent)[1]).toContain('说不出')
  expect(inFourWeeks(silent, said)[0]).toContain('照现在不变')
  expect(inFourWeeks(silent, silent)).toEqual(['四周后在办和逾期多少，说不出比“照现在不变”更准的数'])
  expect(inFourWeeks(short, short)).toEqual(['四周后会怎样还说不出：记录太短'])
})
