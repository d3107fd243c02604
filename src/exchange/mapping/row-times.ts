import type { LedgerTimeRules } from '../table/ledger-times.ts'
import { type ImportMapping, listOf } from './import-mapping.ts'

/** What a mapping says of times: China time, year first, unless it says otherwise. */
export const timeRules = ({ time }: ImportMapping): LedgerTimeRules => ({
  zone: time?.zone ?? 'Asia/Shanghai',
  formats: listOf(time?.format),
  year: time?.year,
})

/** The ways of writing that are read, for a message. */
export const timeFormats = ({ time }: ImportMapping): string => [...listOf(time?.format), '2026-03-05 09:30'].join(', ')
