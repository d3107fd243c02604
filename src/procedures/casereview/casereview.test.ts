import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { drawFrom, drawQuery, isAmong } from '../../engine/decide/apart/draw.ts'
import { given, TEST_RULEBOOK, type Told } from '../../testing/given.ts'
import { actorOf, DIRECTORY } from '../../testing/people.ts'
import { caseV1 } from '../case/v1/procedure.ts'
import { criteriaV1 } from '../criteria/v1/procedure.ts'
import { caseReviewSheet } from '../starters/criteria.ts'
import { casereviewV1 } from './v1/procedure.ts'

const directory = {
  ...DIRECTORY,
  sights: { case: caseV1.sight ?? {}, criteria: criteriaV1.sight ?? {}, casereview: casereviewV1.sight ?? {} },
}
const rulebook = { ...TEST_RULEBOOK, directory }
const criteria = given(criteriaV1, 'clerk', caseReviewSheet.form, { rulebook }).takes('triage', 'publish').matter()
const named = new Map([[criteria.reference, criteria]])

const PLAN: FormValues = {
  title: '一季度常规抽查',
  category: 'routine',
  scope: 'court',
  closedFrom: '2026-01-01',
  closedTo: '2026-02-28',
  criteria: criteria.reference,
}
const planned = (more: FormValues = {}) =>
  given(casereviewV1, 'court-head', { ...PLAN, ...more }, { unitId: 'court', rulebook, named })
const approved = (more: FormValues = {}) => planned(more).takes('court-president', 'approve', { seed: '406217' })
const LISTED = { listed: [{ reference: 'AJ-2026-0007', unit: 'court-civil', owner: 'court-judge' }] }

/** Closed cases as they stand in a court: only what a draw looks at. */
const closed = (number: number, more: Partial<Matter> = {}): Matter =>
  ({
    tenant: 'qinglan',
    procedure: 'case',
    reference: `AJ-2026-${String(number).padStart(4, '0')}`,
    state: number % 2 ? 'effective' : 'settled',
    unitId: 'court-civil',
    originUnitId: 'court',
    ownerPostId: 'court-judge',
    openedAt: '2026-01-02T01:00:00.000Z',
    closedAt: '2026-02-10T01:00:00.000Z',
    openedBy: 'person-court-filing',
    handledBy: ['person-court-judge'],
    participants: [],
    ...more,
  }) as unknown as Matter

const cases = [
  ...Array.from({ length: 20 }, (_, n) => closed(n + 1)),
  closed(90, { state: 'preparing' }),
  closed(91, { closedAt: '2026-03-01T01:00:00.000Z' }),
  closed(92, { unitId: 'dongpu' }),
]

describe('a routine review', () => {
  test('draws from the closed cases of the court and the period, by the seed that the approval set, and anyone can repeat it', () => {
    const plan = approved().matter()
    const query = drawQuery(casereviewV1, 'draw', plan, { howMany: 3 }, directory)
    if (!query) throw new Error('nothing to draw from')
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const among = cases.filter((matter) => isAmong(query, matter, actorOf('court-president'), directory))
    expect(among).toHaveLength(20)
    const lots = drawFrom(query, among, sha256)
    expect(lots).toMatchObject({
      seed: '406217',
      size: 20,
      digest: sha256(
        among
          .map(({ reference }) => reference)
          .sort()
          .join('\n'),
      ),
    })
    expect(lots.matters.map(({ reference }) => reference)).toEqual(
      among
        .map(({ reference }) => reference)
        .sort((a, b) => (sha256(`406217\n${a}`) < sha256(`406217\n${b}`) ? -1 : 1))
        .slice(0, 3),
    )
    expect(cases.filter((matter) => isAmong(query, matter, actorOf('leader'), directory))).toEqual([])
  })

  test('is drawn once it is approved, by another than who planned it, and by the president alone', () => {
    planned().refuses('court-president', 'draw', 'step-not-open', {}, { howMany: 3 })
    given(casereviewV1, 'court-president', PLAN, { unitId: 'court', rulebook, named }).refuses(
      'court-president',
      'approve',
      'guard-refused',
      { guard: 'notRegisteredBy' },
      { seed: '406217' },
    )
    approved()
      .refuses('court-head', 'draw', 'role-required', {}, { howMany: 3 })
      .refuses('court-president', 'list', 'guard-refused', {}, LISTED)
    // Nothing was drawn for it, so nothing is recorded: rows are never typed.
    approved().refuses('court-president', 'draw', 'form-invalid', {}, { howMany: 3, drawn: LISTED.listed })
  })

  test('has a seed that nothing changes later', () => {
    const asks = Object.entries(casereviewV1.steps).filter(
      ([, { form }]) => form && casereviewV1.forms[form]?.fields['seed'],
    )
    expect(asks.map(([step]) => step)).toEqual(['approve'])
  })
})

describe('a review of key cases', () => {
  const listed = () => approved({ category: 'key' }).takes('court-president', 'list', LISTED)

  test('takes each case on the list, one sheet a case, and draws nothing', () => {
    approved({ category: 'key' }).refuses('court-president', 'draw', 'guard-refused', {}, { howMany: 1 })
    const opens = (told: Told) => told.events().flatMap((event) => (event.type === 'StepTaken' ? event.opens : []))
    expect(opens(listed().isIn('reviewing'))).toMatchObject([
      {
        procedure: 'casesheet',
        link: 'childOf',
        form: {
          caseReference: 'AJ-2026-0007',
          caseUnit: 'court-civil',
          caseHandler: 'court-judge',
          criteria: `${criteria.reference}@${criteria.version}`,
        },
      },
    ])
  })

  test('is summarised when every sheet is confirmed', () => {
    const summary = { findings: '送达回证归档不全', measures: '归档前自查' }
    listed().refuses('court-president', 'summarise', 'guard-refused', { guard: 'allChildrenDone' }, summary)
    const done = listed().childCloses('confirmed').takes('court-president', 'summarise', summary).isIn('summarised')
    expect(done.matter().documents?.map(({ document }) => document)).toEqual(['list', 'summary'])
  })
})

test('a plan is returned, revised and approved, or cancelled', () => {
  planned()
    .takes('court-president', 'returnPlan', { reason: '期间太短' })
    .takes('court-president', 'revise', { ...PLAN, closedFrom: '2025-10-01' })
    .takes('court-president', 'approve', { seed: '406217' })
    .isIn('approved')
  approved().takes('court-president', 'cancel', { reason: '上级统一评查' }).isIn('cancelled')
  planned().refuses('court-judge', 'approve', 'role-required', {}, { seed: '406217' })
})
