import { type DayNumber, dayAt, dayNumber } from '../../domain/time/day-number.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { isTotal } from '../../exchange/table/row-kinds.ts'
import { quotable } from '../shell/plain-text.ts'

/** Year first, so that no day can be taken for a month; midnight behind it, as spreadsheets export a plain day. */
const WRITTEN =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d\d)(\d\d))(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?$/
const WITH_TIME = /^\d{4}\D\d{1,2}\D\d{1,2}日?[ T]*\d{1,2}:\d\d/
const SPREADSHEET_DAY = /^[2-7]\d{4}(?:\.\d+)?$/

/** The day a cell names, or what is wrong with it. */
export function readDay(written: string): DayNumber | Text {
  const [, year = '', , ...rest] = WRITTEN.exec(written) ?? []
  const [month = '', day = ''] = rest.filter((part) => part !== undefined)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const number = year === '' ? Number.NaN : dayNumber(date)
  // 30 February parses as 2 March: only a day that comes back is a day.
  if (!Number.isNaN(number) && dayAt(number) === date) return number
  const shown = quotable(written)
  if (written === '') return text('没有日期', 'has no date')
  if (isTotal(written))
    return text(`“${shown}”是合计行，去掉再读`, `"${shown}" is a row of totals; remove it and read again`)
  if (WITH_TIME.test(written))
    return text(
      `“${shown}”带时刻，先合成每天（每周）一行`,
      `"${shown}" has a time of day; add up to one row a day (week) first`,
    )
  if (SPREADSHEET_DAY.test(written))
    return text(
      `“${shown}”像是表格软件的日期序号，把这一列设成日期格式再另存`,
      `"${shown}" looks like a spreadsheet's number of a day; format the column as dates and save again`,
    )
  return text(`“${shown}”不是 2026-01-31 这样的日期`, `"${shown}" is no date such as 2026-01-31`)
}

/** The day of a moment: an event happened at some time of it. */
export function readDayOf(written: string): DayNumber | Text {
  const day = written.replace(/^(\d{4}(?:\D\d{1,2}\D\d{1,2}日?|\d{4}))[ T]*\d{1,2}[:时点].*$/, '$1')
  return readDay(day)
}
