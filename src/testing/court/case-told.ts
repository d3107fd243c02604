import type { FormValues } from '../../domain/procedure/form.ts'
import { caseV2 } from '../../procedures/case/v2/procedure.ts'
import { given, type Told } from '../given.ts'

/** Sentences that several tests of cases begin with. */

export const day = (date: string) => `${date}T01:00:00.000Z`

export const P1 = 'parties.0'
export const D1 = 'parties.1'

const papers: FormValues = {
  title: '示例市场改造工程款',
  category: 'civil',
  cause: 'contract',
  materialsOn: '2026-01-05',
  amount: 260_000_000,
  claims: '请求支付工程款。',
  parties: [{ position: 'plaintiff1' }, { position: 'defendant1' }],
  place: '示例市场',
  placeUnit: 'xiatang',
}

const NUMBERS: Readonly<Record<string, string>> = {
  civil: '（2026）浙0399民初123号',
  criminal: '（2026）浙0399刑初7号',
  administrative: '（2026）浙0399行初3号',
  enforcement: '（2026）浙0399执88号',
}
const TRACKS: Readonly<Record<string, string>> = {
  civil: 'civilTrack',
  criminal: 'criminalTrack',
  administrative: 'adminTrack',
  enforcement: 'enforcementTrack',
}

export const received = (family = 'civil', more: FormValues = {}): Told =>
  given(caseV2, 'court-filing', { ...papers, category: family, ...more }, { at: day('2026-01-06'), unitId: 'court' })

export const filedAs = (family: string, track: string, more: FormValues = {}): FormValues => ({
  caseNumber: NUMBERS[family] ?? '',
  category: family,
  [TRACKS[family] ?? '']: track,
  filedOn: '2026-01-08',
  ...(family === 'criminal' ? { acceptedOn: '2026-01-08' } : {}),
  ...more,
})

export const filed = (family = 'civil', track = 'ordinary'): Told =>
  received(family).at(day('2026-01-08')).takes('court-filing', 'file', filedAs(family, track))

const allotment = (enforcement: boolean): FormValues => ({
  unit: enforcement ? 'court-enforcement' : 'court-civil',
  owner: enforcement ? 'court-executor' : 'court-judge',
  panel: 'single',
  allottedHow: 'random',
})

/** With its judge, on the day after filing. */
export const inTrial = (family = 'civil', track = 'ordinary'): Told =>
  filed(family, track)
    .at(day('2026-01-09'))
    .takes('court-filing', 'allot', allotment(family === 'enforcement'))

export const hearing = (on: string): FormValues => ({ hearingAt: `${on}T09:30`, venue: '第二审判庭', openly: 'open' })
export const held = (on: string): FormValues => ({ heldOn: on, recusalAsked: 'none', transcript: '法庭辩论终结。' })
export const adjourned = (on: string, more: FormValues = {}): FormValues => ({
  adjournedOn: on,
  adjournGround: 'evidence',
  gapGround: 'none',
  adjournReason: '重新鉴定',
  ...more,
})
export const judgment = (on: string, more: FormValues = {}): FormValues => ({
  decisionKind: 'judgment',
  result: 'partly',
  pronounced: 'fixedDate',
  endedOn: on,
  appealable: 'yes',
  documentNo: '民事判决书',
  ...more,
})
export const serviceOn = (party: string, on: string, more: FormValues = {}): FormValues => ({
  party,
  paper: 'judgment',
  method: 'direct',
  sentOn: on,
  arrivedOn: on,
  basis: 'signed',
  ...more,
})
export const ended = (how: string, on: string): FormValues => ({
  endedHow: how,
  endedOn: on,
  documentNo: '民事调解书',
  endReason: '双方自愿。',
})
export const archiveFile = (on: string): FormValues => ({
  handedOn: on,
  mainPages: 120,
  innerPages: 20,
  electronicFile: 'complete',
  keptFor: 'long',
})

export const INDICTED: FormValues = { indictmentServedOn: '2026-01-09' }
export const SANCTIONED: FormValues = { sanctionsConsidered: true, consumptionLimited: true, debtorSought: 'sought' }

/** Heard, with the judge to decide. */
export const heard = (family = 'civil', track = 'ordinary'): Told => {
  const quick = ['simple', 'small', 'simplified', 'simplifiedLong', 'fast', 'fastLong'].includes(track)
  const schedule = quick
    ? 'scheduleSimpleHearing'
    : family === 'criminal'
      ? 'scheduleCriminalHearing'
      : 'scheduleHearing'
  const told = inTrial(family, track)
  return (family === 'criminal' ? told.takes('court-clerk', 'recordIndictment', INDICTED) : told)
    .takes('court-clerk', schedule, hearing('2026-01-23'))
    .at(day('2026-01-23'))
    .takes('court-judge', 'holdHearing', held('2026-01-23'))
}

/** The last clock of a time limit. */
export const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)
