import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, TEST_RULEBOOK, type Told } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { checklistV1 } from '../checklist/v1/procedure.ts'
import { criteriaV1 } from '../criteria/v1/procedure.ts'
import { lessonV1 } from './v1/procedure.ts'

const items = [
  { no: '1', item: '疏散通道', demand: '畅通', points: 10 },
  { no: '2', item: '灭火器材', demand: '有效期内', points: 5 },
]
const inForce = () =>
  given(checklistV1, 'inspector', { name: '九小场所检查表', category: 'nineSmall', items }).takes('triage', 'publish')
const checklist = inForce().matter()

const lesson = {
  title: '烟道油污没有列入检查',
  lesson: '小餐饮起火，烟道三年没有清洗，检查表没有这一项。',
  unit: 'qinglan',
}
const flue = { act: 'add', no: '3', item: '烟道油污', demand: '每季度清洗，有记录', points: 10 }
const proposal: FormValues = {
  category: 'checklist',
  checklist: checklist.reference,
  checklistRows: [flue, { act: 'change', no: '2', points: 8 }],
  placeTypes: ['smallRestaurant'],
  namedUnits: [{ unit: 'dongpu' }, { unit: 'yunxi' }],
  findingCategory: 'fire',
  findingItem: '烟道油污',
  checkBy: '2026-04-01',
}
const decision = { decision: '建议成立' }

const drawn = (record: Matter = checklist): Told =>
  given(lessonV1, 'reviewer', lesson, { named: new Map([[record.reference, record]]) })
const proposed = (more: FormValues = {}): Told => drawn().takes('reviewer', 'propose', { ...proposal, ...more })
const accepted = () => proposed().takes('triage', 'adopt', decision)
const made = () => accepted().takes('system', 'versionMade', { checklistAfter: `${checklist.reference}@3` })
const clock = (told: Told, deadline: string) => told.matter().clocks.find((each) => each.deadline === deadline)

describe('a lesson that is proposed', () => {
  test('names the record in the version it has, item by item what changes, and the units that check', () => {
    const { fields } = proposed().isIn('proposed').matter()
    expect(fields).toMatchObject({
      checklist: `${checklist.reference}@${checklist.version}`,
      checklistRows: [
        { act: 'add', item: '烟道油污' },
        { act: 'change', no: '2', points: 8 },
      ],
    })
  })

  test.each([
    ['adds a number that is there already', [{ ...flue, no: '1' }], 'row-exists', '1'],
    ['changes a number that is not there', [{ act: 'change', no: '9', points: 1 }], 'no-such-row', '9'],
    ['drops a number that is not there', [{ act: 'drop', no: '9' }], 'no-such-row', '9'],
    ['names a number twice', [flue, { ...flue, item: '别的' }], 'repeated', '3'],
    ['adds an item without saying what is checked', [{ act: 'add', no: '3', points: 1 }], 'row-missing', '3'],
  ])('is refused where it %s', (_, checklistRows, rule, limit) => {
    const issues = [{ field: 'checklistRows', rule, limit }]
    drawn().refuses('reviewer', 'propose', 'form-invalid', { issues }, { ...proposal, checklistRows })
  })

  test('is refused where no record in force has the number', () => {
    drawn().refuses(
      'reviewer',
      'propose',
      'form-invalid',
      { issues: [{ field: 'checklist', rule: 'no-such-record' }] },
      { ...proposal, checklist: 'JB-2026-0099' },
    )
  })
})

describe('who decides on a lesson', () => {
  test('is somebody of the unit that keeps the record, never whoever proposed it', () => {
    proposed()
      .refuses('reviewer', 'adopt', 'role-required', {}, decision)
      .refuses('yunxi-clerk', 'adopt', 'out-of-scope', {}, decision)
    drawn()
      .takes('triage', 'recordProgress', { progress: '商量过' })
      .takes('reviewer', 'propose', proposal)
      .refuses('triage', 'adopt', 'guard-refused', { guard: 'notTheHandler' }, decision)
      .refuses('triage', 'refuse', 'guard-refused', { guard: 'notTheHandler' }, { refusal: '不必' })
  })

  test('may change the record itself: who may not, may not have it changed by deciding', () => {
    proposed().refuses('handler', 'adopt', 'role-required', {}, decision)
    const directory = { ...DIRECTORY, sights: { checklist: { line: 'everyone' } } } as const
    given(
      lessonV1,
      'reviewer',
      { ...lesson, unit: 'dongpu' },
      { named: new Map([[checklist.reference, checklist]]), rulebook: { ...TEST_RULEBOOK, directory } },
    )
      .takes('reviewer', 'propose', proposal)
      .refuses('dongpu-clerk', 'adopt', 'out-of-scope', { record: checklist.reference }, decision)
  })

  test('is refused while the record is not in force any more', () => {
    const ended = inForce().takes('triage', 'end', { reason: '并表' }).matter()
    proposed()
      .knowing(new Map([[ended.reference, ended]]))
      .refuses('triage', 'adopt', 'step-not-open', { record: checklist.reference }, decision)
  })

  test('hears which rows do not fit any more, when the record was changed meanwhile', () => {
    const changed = inForce()
      .takes('clerk', 'revise', {
        name: '九小场所检查表',
        category: 'nineSmall',
        items: [...items, { no: '3', item: '电气线路' }],
        reason: '新增',
      })
      .matter()
    const issues = [{ field: 'checklistRows', rule: 'row-exists', limit: '3' }]
    proposed()
      .knowing(new Map([[changed.reference, changed]]))
      .refuses('triage', 'adopt', 'form-invalid', { issues }, decision)
  })

  test('gives a reason for refusing it, and it ends there', () => {
    proposed()
      .refuses('triage', 'refuse', 'form-invalid')
      .takes('triage', 'refuse', { refusal: '检查表已有相近的一项' })
      .isIn('refused')
  })

  test('names the paper that approves a change of criteria', () => {
    const facts = {
      name: '评查标准',
      category: 'caseReview',
      items: [{ no: '1', item: '送达', points: 100 }],
      passMark: 60,
    }
    const criteria = given(criteriaV1, 'clerk', facts).takes('triage', 'publish').matter()
    const told = drawn(criteria).takes('reviewer', 'propose', {
      ...proposal,
      category: 'criteria',
      checklist: null,
      checklistRows: null,
      criteria: criteria.reference,
      criteriaRows: [{ act: 'change', no: '1', evidence: '送达回证' }],
    })
    told.refuses('triage', 'adopt', 'guard-refused', { says: { zh: expect.stringContaining('文号') } }, decision)
    expect(
      told
        .takes('triage', 'adopt', { ...decision, approvalNo: '县法〔2026〕3号' })
        .events()
        .at(-1),
    ).toMatchObject({ relays: [{ to: 'record', form: { revisionApproval: '县法〔2026〕3号' } }] })
  })
})

describe('a lesson that is accepted', () => {
  test('asks for a new version of the record, resting on its own number, by the step the record has for it', () => {
    const event = accepted().isIn('changing').events().at(-1)
    expect(event).toMatchObject({
      relays: [
        {
          to: 'record',
          step: 'revise',
          form: { reason: `JY-2026-0001 ${lesson.title}` },
          revision: { matterId: checklist.id, basis: 'reason', rows: { of: 'items', key: 'no', act: 'act' } },
        },
      ],
    })
  })

  test('asks each exposed unit once: those that have such places, raised to where somebody is, and those named', () => {
    const rows = accepted().matter().fields['exposed']
    expect(rows).toEqual([
      { unit: 'dongpu', places: 0 },
      { unit: 'yunxi', places: 0 },
    ])
    expect(accepted().events().at(-1)).toMatchObject({
      opens: [
        {
          procedure: 'selfcheck',
          link: 'learnedFrom',
          unitId: 'dongpu',
          form: { title: lesson.title, dueOn: '2026-04-01' },
        },
        { procedure: 'selfcheck', unitId: 'yunxi' },
      ],
    })
  })

  test('asks nobody when no unit is exposed, and so cannot be accepted', () => {
    const issues = [{ field: 'exposed', rule: 'required' }]
    proposed({ namedUnits: null }).refuses('triage', 'adopt', 'form-invalid', { issues }, decision)
  })

  test('in part changes only the rows that are taken, and says why the others are not', () => {
    const told = proposed()
    const taken = { decision: '分值不改', part: 'checklist', checklistDecided: [flue] }
    told.refuses('triage', 'adoptInPart', 'form-invalid', {}, { ...taken, checklistDecided: [] })
    const other = { ...taken, part: 'plan', checklistDecided: null, planDecided: [{ act: 'drop', key: '1' }] }
    told.refuses('triage', 'adoptInPart', 'guard-refused', {}, other)
    const part = told.takes('triage', 'adoptInPart', taken)
    expect(part.events().at(-1)).toMatchObject({
      relays: [{ revision: { rows: { changes: [{ act: 'add', no: '3' }] } } }],
    })
    part.refuses('clerk', 'retry', 'guard-refused').takes('clerk', 'retryInPart', {})
  })

  test('is tried again by somebody who may, while there is no new version', () => {
    expect(accepted().takes('clerk', 'retry', {}).events().at(-1)).toMatchObject({
      relays: [{ to: 'record', step: 'revise' }],
    })
    accepted().refuses('clerk', 'retryInPart', 'guard-refused').refuses('reviewer', 'retry', 'role-required')
  })

  test('has two working days for the version, and the day that was set for the units', () => {
    expect(clock(accepted(), 'change')).toMatchObject({ dueOn: '2026-03-04' })
    expect(clock(accepted(), 'apply')).toMatchObject({ dueOn: '2026-04-01' })
    expect(clock(made(), 'change')).toMatchObject({ state: 'met' })
  })
})

describe('a lesson is applied', () => {
  const conclusion = { conclusion: '新版已用，两镇都查了' }
  const checked = () => made().childCloses('notHere').childCloses('corrected')

  test('when the new version is there and every unit has answered', () => {
    checked().takes('leader', 'apply', conclusion).isIn('applied')
  })

  test('never before every unit has answered', () => {
    made().childCloses('notHere').refuses('leader', 'apply', 'guard-refused', { guard: 'allChildrenDone' }, conclusion)
  })

  test('never without the version: what was only promised does not count', () => {
    const left = accepted()
      .takes('leader', 'leaveRecord', { leaveReason: '表已停用' })
      .childCloses('notHere')
      .childCloses('notHere')
    left
      .refuses('leader', 'apply', 'guard-refused', { says: { zh: expect.stringContaining('改后的版本') } }, conclusion)
      .takes('leader', 'closeUnchanged', conclusion)
      .isIn('checkedOnly')
    checked().refuses('leader', 'closeUnchanged', 'guard-refused', {}, conclusion)
  })

  test('never by whoever proposed it, nor by hand of whoever would like a version', () => {
    checked().refuses('reviewer', 'apply', 'guard-refused', { guard: 'notTheHandler' }, conclusion)
    accepted().refuses('triage', 'versionMade', 'role-required', {}, { checklistAfter: `${checklist.reference}@9` })
  })

  test('without a record to change, once every unit has answered', () => {
    proposed({ category: 'none', checklist: null, checklistRows: null })
      .takes('triage', 'adopt', decision)
      .isIn('checking')
      .childCloses('notHere')
      .childCloses('notHere')
      .takes('leader', 'apply', conclusion)
      .isIn('applied')
  })

  test('asks more units while it is being checked, and waits for them too', () => {
    const more = { more: [{ unit: 'xiatang' }], moreBy: '2026-04-10' }
    made()
      .childCloses('notHere')
      .childCloses('notHere')
      .takes('reviewer', 'nameMore', more)
      .refuses('leader', 'apply', 'guard-refused', { guard: 'allChildrenDone' }, conclusion)
  })
})

test('a lesson may be cancelled while nothing was decided, by a leader who had no hand in it', () => {
  proposed()
    .refuses('reviewer', 'cancel', 'role-required')
    .takes('leader', 'cancel', { reason: '重复' })
    .isIn('cancelled')
})

test('everybody in the county reads a lesson', () => {
  expect(lessonV1.sight).toEqual({ line: 'everyone' })
  expect(TEST_RULEBOOK.procedures).toContain(lessonV1)
})
