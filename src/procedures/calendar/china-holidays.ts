// Yearly State Council notices on public holidays, 2007 to 2026 (the notice for 2026 came out in November 2025).
// Table by NateScarlet/holiday-cn (github.com/NateScarlet/holiday-cn), MIT licence; here in a shorter writing.
import type { Calendar, CalendarDay } from '../../domain/time/calendar.ts'
import { addDays, type Day, LAST_DAY } from '../../domain/time/time.ts'

/**
 * A year's notice, then one line per holiday: name, days off, and after 班 the weekend days worked instead.
 * Days are of the notice's year unless they carry their own: a notice can name days of the December before it.
 */
const NOTICES = `
2007
  元旦 01-01..01-03 班2006-12-30 班2006-12-31
  春节 02-18..02-24 班02-17 班02-25
  “五一” 05-01..05-07 班04-28 班04-29
  “十一” 10-01..10-07 班09-29 班09-30
2008
  元旦 2007-12-30..01-01 班2007-12-29
  春节 02-06..02-12 班02-02 班02-03
  清明节 04-04..04-06
  “五一”国际劳动节 05-01..05-03 班05-04
  端午节 06-07..06-09
  中秋节 09-13..09-15
  国庆节 09-29..10-05 班09-27 班09-28
2009
  元旦 01-01..01-03 班01-04
  春节 01-25..01-31 班01-24 班02-01
  清明节 04-04..04-06
  劳动节 05-01..05-03
  端午节 05-28..05-30 班05-31
  国庆节、中秋节 10-01..10-08 班09-27 班10-10
2010
  元旦 01-01..01-03
  春节 02-13..02-19 班02-20 班02-21
  清明节 04-03..04-05
  劳动节 05-01..05-03
  端午节 06-14..06-16 班06-12 班06-13
  中秋节 09-22..09-24 班09-19 班09-25
  国庆节 10-01..10-07 班09-26 班10-09
2011
  元旦 01-01..01-03
  春节 02-02..02-08 班01-30 班02-12
  清明节 04-03..04-05 班04-02
  劳动节 04-30..05-02
  端午节 06-04..06-06
  中秋节 09-10..09-12
  国庆节 10-01..10-07 班10-08 班10-09
2012
  元旦 01-01..01-03 班2011-12-31
  春节 01-22..01-28 班01-21 班01-29
  清明节 04-02..04-04 班03-31 班04-01
  劳动节 04-29..05-01 班04-28
  端午节 06-22..06-24
  中秋节、国庆节 09-30..10-07 班09-29
2013
  元旦 01-01..01-03 班01-05 班01-06
  春节 02-09..02-15 班02-16 班02-17
  清明节 04-04..04-06 班04-07
  劳动节 04-29..05-01 班04-27 班04-28
  端午节 06-10..06-12 班06-08 班06-09
  中秋节 09-19..09-21 班09-22
  国庆节 10-01..10-07 班09-29 班10-12
2014
  元旦 01-01
  春节 01-31..02-06 班01-26 班02-08
  清明节 04-05 04-07
  劳动节 05-01..05-03 班05-04
  端午节 06-02
  中秋节 09-08
  国庆节 10-01..10-07 班09-28 班10-11
2015
  元旦 01-01..01-03 班01-04
  春节 02-18..02-24 班02-15 班02-28
  清明节 04-05..04-06
  劳动节 05-01
  端午节 06-20 06-22
  抗日战争暨世界反法西斯战争胜利70周年纪念日 09-03..09-05 班09-06
  中秋节 09-27
  国庆节 10-01..10-07 班10-10
2016
  元旦 01-01
  春节 02-07..02-13 班02-06 班02-14
  清明节 04-04
  劳动节 05-01..05-02
  端午节 06-09..06-11 班06-12
  中秋节 09-15..09-17 班09-18
  国庆节 10-01..10-07 班10-08 班10-09
2017
  元旦 01-01..01-02
  春节 01-27..02-02 班01-22 班02-04
  清明节 04-02..04-04 班04-01
  劳动节 05-01
  端午节 05-28..05-30 班05-27
  中秋节、国庆节 10-01..10-08 班09-30
2018
  元旦 01-01
  春节 02-15..02-21 班02-11 班02-24
  清明节 04-05..04-07 班04-08
  劳动节 04-29..05-01 班04-28
  端午节 06-18
  中秋节 09-24
  国庆节 10-01..10-07 班09-29 班09-30
2019
  元旦 2018-12-30..01-01 班2018-12-29
  春节 02-04..02-10 班02-02 班02-03
  清明节 04-05
  劳动节 05-01..05-04 班04-28 班05-05
  端午节 06-07
  中秋节 09-13
  国庆节 10-01..10-07 班09-29 班10-12
2020
  元旦 01-01
  春节 01-24..02-02 班01-19 班02-03
  清明节 04-04..04-06
  劳动节 05-01..05-05 班04-26 班05-09
  端午节 06-25..06-27 班06-28
  国庆节、中秋节 10-01..10-08 班09-27 班10-10
2021
  元旦 01-01..01-03
  春节 02-11..02-17 班02-07 班02-20
  清明节 04-03..04-05
  劳动节 05-01..05-05 班04-25 班05-08
  端午节 06-12..06-14
  中秋节 09-19..09-21 班09-18
  国庆节 10-01..10-07 班09-26 班10-09
2022
  元旦 01-01..01-03
  春节 01-31..02-06 班01-29 班01-30
  清明节 04-03..04-05 班04-02
  劳动节 04-30..05-04 班04-24 班05-07
  端午节 06-03..06-05
  中秋节 09-10..09-12
  国庆节 10-01..10-07 班10-08 班10-09
2023
  元旦 2022-12-31..01-02
  春节 01-21..01-27 班01-28 班01-29
  清明节 04-05
  劳动节 04-29..05-03 班04-23 班05-06
  端午节 06-22..06-24 班06-25
  中秋节、国庆节 09-29..10-06 班10-07 班10-08
2024
  元旦 01-01
  春节 02-10..02-17 班02-04 班02-18
  清明节 04-04..04-06 班04-07
  劳动节 05-01..05-05 班04-28 班05-11
  端午节 06-10
  中秋节 09-15..09-17 班09-14
  国庆节 10-01..10-07 班09-29 班10-12
2025
  元旦 01-01
  春节 01-28..02-04 班01-26 班02-08
  清明节 04-04..04-06
  劳动节 05-01..05-05 班04-27
  端午节 05-31..06-02
  国庆节、中秋节 10-01..10-08 班09-28 班10-11
2026
  元旦 01-01..01-03 班01-04
  春节 02-15..02-23 班02-14 班02-28
  清明节 04-04..04-06
  劳动节 05-01..05-05 班05-09
  端午节 06-19..06-21
  国庆节 10-01..10-07 班09-20 班10-10
  中秋节 09-25..09-27
`

/** A day of the table with its year. */
const fullDay = (year: string, day: string): Day => (day.length === 5 ? `${year}-${day}` : day)

function daysOfEntry(year: string, entry: string): { date: Day; off: boolean }[] {
  if (entry.startsWith('班')) return [{ date: fullDay(year, entry.slice(1)), off: false }]
  const [first = '', last = first] = entry.split('..')
  const days: { date: Day; off: boolean }[] = []
  for (let date = fullDay(year, first); date <= fullDay(year, last); date = addDays(date, 1)) {
    days.push({ date, off: true })
  }
  return days
}

function readNotices(table: string): Calendar {
  const days: Record<Day, CalendarDay> = {}
  const publishedYears: number[] = []
  let year = ''
  for (const line of table.trim().split('\n')) {
    const [name = '', ...entries] = line.trim().split(' ')
    if (entries.length === 0) {
      year = name
      publishedYears.push(Number(year))
    }
    const source = `国务院办公厅关于${year}年部分节假日安排的通知`
    for (const day of entries.flatMap((entry) => daysOfEntry(year, entry))) days[day.date] = { ...day, name, source }
  }
  return { days: { ...fixedDays(Math.max(...publishedYears) + 1), ...days }, publishedYears }
}

/**
 * Holidays whose date of the sun the regulation itself fixes (全国年节及纪念日放假办法, as of 2025): off in every year, whatever
 * its notice adds. The others follow the moon or the sun's terms and wait for the notice.
 */
const FIXED = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

function fixedDays(fromYear: number): Record<Day, CalendarDay> {
  const days: Record<Day, CalendarDay> = {}
  for (let year = fromYear; year <= Number(LAST_DAY.slice(0, 4)); year += 1)
    for (const [monthAndDay, name] of Object.entries(FIXED)) {
      const date = `${year}-${monthAndDay}`
      days[date] = { date, off: true, name, source: '全国年节及纪念日放假办法' }
    }
  return days
}

/** The days off and make-up working days of mainland China, as far as their notices are published. */
export const chinaCalendar: Calendar = readNotices(NOTICES)
