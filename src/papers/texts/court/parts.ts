import type { Block } from '../../text/paper-text.ts'
import { given, row } from '../build/blocks.ts'

/** What court papers share: they are signed by the court, not by its division, and name the case by its number. */

export const COURT_SIGNED: Block = { kind: 'signature', office: '{office}' }

/** Names of parties are sealed: written in by hand, or opened on record to be printed. */
export const PARTY = '{answer.partyNames}'

export const CASE_ROWS = [
  row('案号', '{answer.caseNumber}'),
  row('案由', '{answer.cause}', given('answer.cause')),
  row('案件类别', '{answer.category}', given('answer.category')),
]
