import { expect, test } from 'vitest'
import type { DeadlineRule } from '../domain/procedure/deadline.ts'
import type { SourceMark } from '../domain/procedure/source.ts'
import { PROCEDURES } from './all.ts'

type Line = readonly [
  kind: string,
  code: string,
  length: string,
  from: string,
  roll: DeadlineRule['roll'],
  mark: SourceMark,
]

/** Thirty days for every kind of incident, seven for fire and traffic. */
const CASUALTIES =
  'flood 30, forestFire 30, geology 30, weather 30, workSafety 30, chemicals 30, fire 7, gas 30, traffic 7, utilities 30, pollution 30, health 30, food 30, animals 30, premises 30, cyber 30, socialSafety 30, other 30 calendarDay'

/**
 * The deadline catalogue, written a second time from the texts: length, the day it counts from (`step`: the day the step is
 * taken), where a last day off goes, and how sure we are. A changed definition has to be changed here too, with the law at hand.
 */
const CATALOGUE: readonly Line[] = [
  ['petition', 'PET-01', '15 calendarDay', 'receivedOn', 'previous', 'found'],
  ['petition', 'PET-02', '15 calendarDay', 'receivedOn', 'previous', 'found'],
  ['petition', 'PET-03', '15 calendarDay', 'step', 'previous', 'found'],
  ['petition', 'PET-04', '5 workingDay', 'step', 'none', 'found'],
  ['petition', 'PET-05', '60 calendarDay', 'step', 'previous', 'found'],
  ['petition', 'PET-06', '30 calendarDay', 'servedOn', 'next', 'found'],
  ['petition', 'PET-07', '30 calendarDay', 'reviewAskedOn', 'previous', 'found'],
  ['petition', 'PET-08', '30 calendarDay', 'reviewServedOn', 'next', 'found'],
  ['petition', 'PET-09', '30 calendarDay', 'recheckAskedOn', 'previous', 'found'],
  ['report', 'PET-01', '15 calendarDay', 'receivedOn', 'previous', 'found'],
  ['report', 'PET-02', '15 calendarDay', 'receivedOn', 'previous', 'found'],
  ['report', 'PET-03', '15 calendarDay', 'step', 'previous', 'found'],
  ['report', 'PET-04', '5 workingDay', 'step', 'none', 'found'],
  ['report', 'HOT-01', '5 workingDay', 'orderOn', 'none', 'local'],
  ['report', 'HOT-04', '13 workingDay', 'orderOn', 'none', 'local'],
  ['report', 'HOT-03', '3 workingDay', 'step', 'none', 'local'],
  ['activity', 'ACT-P1', 'dueOn', 'step', 'previous', 'product'],
  ['activity', 'ACT-P2', '3 workingDay', 'step', 'none', 'product'],
  ['activity', 'ACT-P3', '10 workingDay', 'step', 'none', 'product'],
  ['certification', 'CER-P1', 'dueOn', 'step', 'previous', 'recalled'],
  ['certification', 'CER-P2', '30 workingDay', 'step', 'none', 'product'],
  ['certification', 'CER-P3', '15 workingDay', 'step', 'none', 'product'],
  ['certification', 'CER-P4', '5 workingDay', 'step', 'none', 'recalled'],
  ['certification', 'CER-P5', '15 workingDay', 'step', 'none', 'product'],
  ['certification', 'CER-P6', 'validUntil', 'step', 'none', 'recalled'],
  [
    'certification',
    'CER-P7',
    'listed 6 month, missed 1 year, grave 1 year, fraud 1 year month',
    'revokedOn',
    'none',
    'local',
  ],
  ['duty', 'DUT-P1', 'startsAt', 'step', 'none', 'product'],
  ['duty', 'DUT-P2', '15 minute', 'startsAt', 'none', 'product'],
  ['duty', 'DUT-P3', '30 minute', 'endsAt', 'none', 'recalled'],
  ['duty', 'DUT-P4', '3 workingDay', 'step', 'none', 'product'],
  ['warning', 'WRN-P1', '1 workingDay', 'step', 'none', 'product'],
  ['warning', 'WRN-P2', 'watchUntil', 'step', 'none', 'product'],
  ['warning', 'WRN-P3', '30 calendarDay', 'step', 'next', 'product'],
  ['leave', 'LEV-P1', '2 workingDay', 'step', 'none', 'product'],
  ['leave', 'LEV-P2', '2 workingDay', 'step', 'none', 'product'],
  ['leave', 'LEV-P3', 'until', 'step', 'none', 'product'],
  ['drill', 'DRL-P1', 'dueOn', 'step', 'previous', 'recalled'],
  ['drill', 'DRL-P2', '5 workingDay', 'step', 'none', 'product'],
  ['drill', 'DRL-P3', 'minute minute', 'startedAt', 'none', 'product'],
  ['drill', 'DRL-P4', '10 workingDay', 'step', 'none', 'product'],
  ['drill', 'DRL-P5', '5 workingDay', 'step', 'none', 'product'],
  ['drill', 'DRL-P6', '60 calendarDay', 'step', 'previous', 'product'],
  ['periodicReport', 'RPT-P1', 'dueOn', 'step', 'previous', 'product'],
  ['dispute', 'MED-02', '30 calendarDay', 'step', 'next', 'local'],
  ['dispute', 'MED-03', 'simple 5, ordinary 5, complex 10 workingDay', 'foundOn', 'none', 'local'],
  ['dispute', 'MED-04', '3 workingDay', 'foundOn', 'none', 'local'],
  [
    'dispute',
    'MED-05',
    'people 30, administrative 30, delegated 30, entrusted 15, entrustedSimple 7 calendarDay',
    'onlineTakenOn',
    'next',
    'found',
  ],
  ['dispute', 'MED-07', '2 workingDay', 'consentedOn', 'none', 'found'],
  ['dispute', 'MED-08', '3 workingDay', 'onlineAskedOn', 'none', 'found'],
  ['dispute', 'MED-09', '3 workingDay', 'step', 'none', 'found'],
  ['dispute', 'LAB-01', '15 calendarDay', 'foundOn', 'none', 'found'],
  ['dispute', 'CNF-01', '30 calendarDay', 'effectiveOn', 'next', 'found'],
  ['dispute', 'CNF-02', '3 calendarDay', 'filedOn', 'next', 'found'],
  ['dispute', 'CNF-04', '30 calendarDay', 'filedOn', 'next', 'found'],
  ['rectification', 'ADV-01', 'replyBy', 'letterOn', 'none', 'found'],
  ['hazard', 'HAZ-01', 'rectifyBy', 'step', 'none', 'found'],
  ['hazard', 'HAZ-02', '24 hour', 'step', 'none', 'product'],
  ['hazard', 'HAZ-03', '24 hour', 'noticeGivenAt', 'none', 'found'],
  ['hazard', 'HAZ-04', '3 workingDay', 'step', 'none', 'local'],
  ['hazard', 'HAZ-04b', '3 workingDay', 'step', 'none', 'local'],
  ['hazard', 'HAZ-05', '3 workingDay', 'foundOn', 'none', 'local'],
  ['hazard', 'HAZ-06a', '7 workingDay', 'foundOn', 'none', 'recalled'],
  ['hazard', 'HAZ-06b', '3 workingDay', 'step', 'none', 'recalled'],
  ['hazard', 'HAZ-07', '10 calendarDay', 'resumptionAskedOn', 'previous', 'recalled'],
  ['hazard', 'HAZ-08', '10 calendarDay', 'step', 'previous', 'recalled'],
  ['hazard', 'HAZ-08b', '10 calendarDay', 'step', 'previous', 'recalled'],
  ['hazard', 'HAZ-09a', '5 workingDay', 'listedOn', 'none', 'local'],
  ['hazard', 'HAZ-09b', '5 workingDay', 'delistedOn', 'none', 'local'],
  ['hazard', 'HAZ-10a', '1 year', 'listedOn', 'previous', 'local'],
  ['hazard', 'HAZ-10b', '10 workingDay', 'step', 'none', 'local'],
  [
    'plan',
    'DRL-04',
    'halfYear 6 month, year 1 year, twoYears 2 year, threeYears 3 year year',
    'drilledOn',
    'previous',
    'recalled',
  ],
  ['case', 'CIV-01', '7 calendarDay', 'materialsOn', 'next', 'found'],
  ['case', 'CIV-02', '3 calendarDay', 'filedOn', 'next', 'found'],
  ['case', 'CIV-03', '5 calendarDay', 'filedOn', 'next', 'found'],
  ['case', 'CIV-04', '15 calendarDay', 'receivedOn', 'next', 'found'],
  ['case', 'CIV-05', '5 calendarDay', 'answeredOn', 'next', 'found'],
  ['case', 'MED-05', '30 calendarDay', 'papersSignedOn', 'next', 'found'],
  ['case', 'CIV-06', '3 clear days before hearingAt', 'step', 'none', 'found'],
  [
    'case',
    'CIV-07',
    'ordinary 6 month, simple 3 month, small 2 month, special 30 calendarDay, appeal 3 month, appealRuling 30 calendarDay, retrialReview 3 month month',
    'filedOn',
    'next',
    'found',
  ],
  ['case', 'CIV-11', 'judgment 15, ruling 10 calendarDay', 'arrivedOn', 'next', 'found'],
  ['case', 'CIV-11b', 'judgment 15, ruling 10 calendarDay', 'lastServedOn', 'next', 'found'],
  ['case', 'CIV-16', 'inCourt 10, fixedDate 1, served 10 calendarDay', 'endedOn', 'next', 'found'],
  ['case', 'CIV-19', '1 month', 'heldOn', 'next', 'found'],
  [
    'case',
    'CRI-01',
    'ordinary 3 month, simplified 20 calendarDay, simplifiedLong 1.5 month, fast 10 calendarDay, fastLong 15 calendarDay, private 6 month, retrial 6 month, appeal 2 month month',
    'acceptedOn',
    'none',
    'found',
  ],
  ['case', 'CRI-04', '10 clear days before hearingAt', 'step', 'none', 'found'],
  ['case', 'CRI-05', '3 clear days before hearingAt', 'step', 'none', 'found'],
  ['case', 'CRI-06', 'inCourt 5, fixedDate 1, served 5 calendarDay', 'endedOn', 'next', 'found'],
  ['case', 'CRI-07', 'judgment 10, ruling 5 calendarDay', 'arrivedOn', 'next', 'found'],
  ['case', 'CRI-07b', 'judgment 10, ruling 5 calendarDay', 'lastServedOn', 'next', 'found'],
  ['case', 'ADM-03', 'ordinary 6 month, simplified 45 calendarDay, appeal 3 month month', 'filedOn', 'next', 'found'],
  ['case', 'ENF-02', '10 calendarDay', 'materialsOn', 'next', 'found'],
  ['case', 'ENF-03', '1 month', 'step', 'next', 'local'],
  ['case', 'ENF-03b', '5 calendarDay', 'clueOn', 'next', 'local'],
  ['case', 'ENF-01', '2 year', 'enforceFrom', 'next', 'found'],
  ['case', 'ENF-06', '6 month', 'materialsOn', 'none', 'found'],
  ['case', 'ENF-06b', 'orderedBy', 'step', 'none', 'found'],
  ['case', 'CIV-14', '6 month', 'effectiveOn', 'next', 'found'],
  ['case', 'CIV-20', '10 calendarDay', 'obstacleEndedOn', 'next', 'found'],
  ['case', 'CIV-20b', 'timeUntil', 'step', 'none', 'found'],
  ['case', 'CRI-09', '3 month', 'acceptedOn', 'none', 'found'],
  ['case', 'APL-03', '10 calendarDay', 'filesCalledOn', 'next', 'found'],
  ['case', 'ENF-04', 'judgment 6 month, resumed 6 month, nonLitigation 3 month month', 'filedOn', 'next', 'found'],
  ['case', 'ENF-05', '15 calendarDay', 'objectedOn', 'next', 'found'],
  [
    'case',
    'ENF-07',
    'deposit 1 year, movable 2 year, realEstate 3 year, other 3 year year',
    'orderedOn',
    'none',
    'found',
  ],
  ['case', 'ENF-08b', '6 month', 'step', 'next', 'recalled'],
  ['case', 'APL-01', '5 calendarDay', 'appealedOn', 'next', 'found'],
  ['case', 'APL-01b', '5 calendarDay', 'appealAnsweredOn', 'next', 'found'],
  ['case', 'APL-02', '3 calendarDay', 'appealEndsOn', 'next', 'found'],
  ['case', 'ARC-01', '3 month', 'endedOn', 'next', 'recalled'],
  ['rectification', 'SUP-01', '30 calendarDay', 'conclusionOn', 'next', 'found'],
  ['rectification', 'SUP-02', '30 calendarDay', 'objectedOn', 'previous', 'found'],
  ['case', 'ARC-01b', '3 month', 'fileBackOn', 'next', 'recalled'],
  ['incident', 'INC-02', '1 hour', 'knownAt', 'none', 'found'],
  ['incident', 'INC-03', '2 hour', 'knownAt', 'none', 'found'],
  ['incident', 'INC-03b', '2 hour', 'reportedAt', 'none', 'found'],
  ['incident', 'INC-04', CASUALTIES, 'eventAt', 'none', 'found'],
  ['incident', 'INC-05', '60 calendarDay', 'eventAt', 'previous', 'found'],
  ['incident', 'INC-06', 'major 30, serious 15, general 15, low 15 calendarDay', 'submittedOn', 'previous', 'found'],
  ['incident', 'INC-07', '1 year', 'repliedOn', 'previous', 'found'],
  ['incident', 'INC-08', '30 minute', 'eventAt', 'none', 'local'],
  ['incident', 'INC-09', '30 minute', 'eventAt', 'none', 'recalled'],
  ['incident', 'INC-09b', '60 minute', 'eventAt', 'none', 'recalled'],
  ['site', 'CHM-01', '3 year', 'chemAssessedOn', 'previous', 'found'],
  ['site', 'CHM-02', '3 year', 'chemAssessedOn', 'previous', 'found'],
  ['incident', 'INC-10', '2 hour', 'knownAt', 'none', 'found'],
  // 督促阶梯、包案、吹哨: one place's rule or ours, each for the county to change.
  ['task', 'LAD-P1', '3 calendarDay', 'step', 'none', 'local'],
  ['task', 'LAD-P2', '1 workingDay', 'step', 'none', 'product'],
  ['task', 'LAD-P3', '3 workingDay', 'step', 'none', 'product'],
  ['task', 'LAD-P4', '3 workingDay', 'step', 'none', 'product'],
  ['task', 'LAD-P5', 'promisedOn', 'step', 'none', 'recalled'],
  ['task', 'LAD-P6', 'listUntil', 'step', 'none', 'recalled'],
  ['task', 'SPN-P1', 'sponsorBy', 'step', 'none', 'product'],
  ['task', 'SPN-P2', '3 workingDay', 'step', 'none', 'product'],
  [
    'whistle',
    'WHI-P1',
    'emergency 30 minute, ordinary 1 workingDay, hard 5 workingDay workingDay',
    'step',
    'none',
    'recalled',
  ],
  [
    'whistle',
    'WHI-P2',
    'emergency 1 workingDay, ordinary 5 workingDay, hard 10 workingDay workingDay',
    'step',
    'none',
    'product',
  ],
  ['whistle', 'WHI-P3', 'emergency 1 hour, ordinary 1, hard 2 workingDay', 'step', 'none', 'product'],
  ['whistle', 'WHI-P4', 'emergency 3, ordinary 10, hard 30 workingDay', 'step', 'none', 'product'],
  ['casesheet', 'REV-01', '7 workingDay', 'step', 'none', 'recalled'],
  ['integrity', 'INT-01', '24 hour', 'step', 'none', 'local'],
  ['integrity', 'INT-02', '1 year', 'step', 'previous', 'recalled'],
  ['datarequest', 'PIR-01', '15 workingDay', 'receivedOn', 'none', 'product'],
  ['breach', 'BRC-01', '2 hour', 'step', 'none', 'product'],
  ['breach', 'BRC-02', '24 hour', 'step', 'none', 'product'],
  ['breach', 'BRC-03', '72 hour', 'step', 'none', 'product'],
  ['aar', 'INC-07', '1 year', 'repliedOn', 'previous', 'found'],
]

// The newest version of a kind comes first: it is what is written here.
const rules = [...PROCEDURES]
  .reverse()
  .flatMap(({ id, deadlines }) => Object.values<DeadlineRule>(deadlines).map((rule) => ({ kind: id as string, rule })))

test.each(CATALOGUE)('%s %s lasts %s from %s', (kind, code, length, from, roll, mark) => {
  const rule = rules.find((each) => each.kind === kind && each.rule.code === code)?.rule
  expect(rule && [lengthOf(rule), rule.from ?? 'step', rule.roll, rule.source.mark]).toEqual([length, from, roll, mark])
})

test('every time limit that is not our own default stands in the catalogue', () => {
  const known = new Set(CATALOGUE.map(([kind, code]) => `${kind} ${code}`))
  const strays = rules
    .filter(({ rule }) =>
      /^(PET|MED|CNF|HAZ|INC|DRL|INT|CIV|CRI|ADM|ENF|APL|ARC|SUP|PIR|BRC|LAB|HOT|MSA|CHM)-\d/.test(rule.code),
    )
    .map(({ kind, rule }) => `${kind} ${rule.code}`)
    .filter((line) => !known.has(line))
  expect(strays).toEqual([])
})

test('a limit of our own is never shown as one of the law; a day that somebody sets may rest on one', () => {
  const strays = rules.filter(
    ({ rule }) => /-P\d/.test(rule.code) && typeof rule.length === 'number' && rule.source.mark === 'found',
  )
  expect(strays.map(({ kind, rule }) => `${kind} ${rule.code}: ${rule.source.article.en}`)).toEqual([])
})

test('more time is granted as the law grants it: sixty days and thirty more, a year and one extension asked for twenty working days ahead', () => {
  const more = (code: string) => rules.find(({ rule }) => rule.code === code)?.rule.extension
  expect(more('PET-05')).toMatchObject([{ max: { length: 30, unit: 'calendarDay' }, by: ['leader'] }])
  expect(more('HAZ-10a')).toMatchObject([{ applyBefore: { length: 20, unit: 'workingDay' } }])
  for (const code of ['PET-01', 'PET-02', 'PET-03', 'PET-04', 'PET-07', 'PET-09', 'CNF-01', 'HAZ-04', 'HAZ-08']) {
    expect(more(code), code).toBeUndefined()
  }
})

function lengthOf({ length, unit }: DeadlineRule): string {
  if (typeof length === 'number') return `${length} ${unit}`
  if ('dayIn' in length) return length.dayIn
  if ('numberIn' in length) return `${length.numberIn} ${unit}`
  if ('before' in length) return `${length.clearDays} clear days before ${length.before}`
  const each = Object.entries(length.lengths).map(([answer, one]) =>
    typeof one === 'number' ? `${answer} ${one}` : `${answer} ${one.length} ${one.unit}`,
  )
  return `${each.join(', ')} ${unit}`
}
