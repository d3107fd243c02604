import { type Cycle, type DayInPeriod, offsetOf, type Schedule } from '../procedure/schedule.ts'
import type { UnitKind } from '../unit/unit.ts'
import { type Text, text } from './text.ts'

const CYCLE_TEXTS: Readonly<Record<Cycle, Text>> = {
  month: text('每月', 'each month'),
  quarter: text('每季度', 'each quarter'),
  halfYear: text('每半年', 'each half-year'),
  year: text('每年', 'each year'),
}

const KIND_TEXTS: Readonly<Record<UnitKind, Text>> = {
  province: text('省', 'province'),
  city: text('市', 'city'),
  county: text('县', 'county'),
  township: text('乡镇街道', 'township'),
  village: text('村社', 'village'),
  department: text('部门', 'department'),
  court: text('法院', 'court'),
  centre: text('中心', 'centre'),
}

/** 期初前30天, 30 days before the period begins. */
function dayText(day: DayInPeriod): Text {
  const days = offsetOf(day)
  const [zh, en] = day.at === 'start' ? ['期初', 'begins'] : ['期末', 'ends']
  if (days === 0) return text(`${zh}当天`, `on the day the period ${en}`)
  const [side, word] = days < 0 ? ['前', 'before'] : ['后', 'after']
  return text(`${zh}${side}${Math.abs(days)}天`, `${Math.abs(days)} days ${word} the period ${en}`)
}

/** When a schedule opens matters, for whom, and by when they are to be done. */
export function scheduleText({ every, units, opens, due }: Schedule): Text {
  const kinds = units.map((kind) => KIND_TEXTS[kind])
  const opened = dayText(opens)
  const last = due && dayText(due)
  return text(
    `${CYCLE_TEXTS[every].zh}一件，${kinds.map(({ zh }) => zh).join('、')}各一；${opened.zh}自动登记${last ? `，${last.zh}前办好` : ''}`,
    `one ${CYCLE_TEXTS[every].en} for each ${kinds.map(({ en }) => en).join(', ')}; opened ${opened.en}${last ? `, to be done by ${last.en.replace(/^on /, '')}` : ''}`,
  )
}
