import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { dayNumber } from '../../src/domain/time/day-number.ts'
import type { MatterFlow } from '../../src/statistics/forecast/matter-flow.ts'

export type Row = Readonly<Record<string, string>>

/** The rows of a packed CSV. */
export const rowsOf = (path: string): Row[] => parse(gunzipSync(readFileSync(path)), { columns: true }) as Row[]

/** Which days are watched, and how many of them make a step. */
export type Span = { readonly from: string; readonly steps: number; readonly stepDays: number }

/** Requests as matters: opened, due and closed in steps; what happened after the last step is not known. */
export function requestFlow(rows: readonly Row[], { from, steps, stepDays }: Span): MatterFlow {
  const first = dayNumber(from)
  const stepOf = (time: string) => Math.floor((dayNumber(time.slice(0, 10)) - first) / stepDays) + 1
  const records = rows.flatMap((row) => {
    const opened = stepOf(row['opened'] ?? '')
    if (!(opened <= steps)) return []
    const closed = row['closed'] ? Math.max(opened, stepOf(row['closed'])) : null
    const due = row['sla_due'] ? stepOf(row['sla_due']) : null
    return [{ count: 1, opened, due, closed: closed !== null && closed <= steps ? closed : null }]
  })
  return { now: steps, records }
}
