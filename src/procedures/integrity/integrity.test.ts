import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import { mayOpenFields } from '../../engine/access/personal-access.ts'
import { given, TEST_RULEBOOK, type Told } from '../../testing/given.ts'
import { actorOf, DIRECTORY, POSTS } from '../../testing/people.ts'
import { integrityV1 } from './v1/procedure.ts'

const directory = { ...DIRECTORY, sights: { integrity: integrityV1.sight ?? {} } }
const rulebook = { ...TEST_RULEBOOK, directory }
const RECORD: FormValues = {
  category: 'interference',
  title: '3月2日填报',
  unit: 'qinglan',
  caseNo: '（2026）浙0399民初12号',
  happenedOn: '2026-03-02',
  means: 'phone',
  person: '某领导（示例）',
  content: '打电话要求快判。',
  affects: 'no',
}
const recorded = (more: FormValues = {}) =>
  given(integrityV1, 'court-judge', { ...RECORD, ...more }, { unitId: 'court-civil', rulebook })
const taken = (more: FormValues = {}, chief = 'leader') =>
  recorded(more).takes('auditor', 'takeUp', { supervisor: chief, affects: more['affects'] ?? 'no' })
const seers = (told: Told) =>
  POSTS.map(({ id }) => id).filter((id) => maySee(actorOf(id), accessFacts(told.matter(), directory)))
const END = { conclusion: 'filed', reason: '如实记录，存副卷' }

describe('a record of interference', () => {
  test('is taken up by the supervision office and concluded by the chief it names', () => {
    const done = taken().takes('leader', 'conclude', END).isIn('concluded')
    expect(done.matter().documents?.map(({ document }) => document)).toEqual(['recordForm'])
    taken()
      .refuses('auditor', 'conclude', 'role-required', {}, END)
      .refuses('court-president', 'conclude', 'out-of-scope', {}, END)
  })

  test('is for the recorder, the supervision office and that chief, and for nobody above or beside', () => {
    expect(seers(recorded())).toEqual(['auditor', 'court-judge'])
    expect(seers(taken())).toEqual(['leader', 'auditor', 'court-judge'])
    const opens = (post: string) => mayOpenFields(actorOf(post), taken().matter(), directory)
    expect(['auditor', 'leader', 'court-judge', 'court-president'].map(opens)).toEqual([true, true, true, false])
  })

  test('is never seen by those it names, whatever seat they have: neither by post, nor by person, nor by unit', () => {
    const named = recorded({ named: [{ post: 'leader' }, { unit: 'safety' }] })
    expect(seers(named)).toEqual(['auditor', 'court-judge'])
    named.refuses('auditor', 'takeUp', 'guard-refused', { guard: 'notNamed' }, { supervisor: 'leader', affects: 'no' })
    expect(seers(named.takes('auditor', 'takeUp', { supervisor: 'court-president', affects: 'no' }))).toEqual([
      'auditor',
      'court-president',
      'court-judge',
    ])
    // The same person in another post is that person still.
    const elsewhere = { ...actorOf('dongpu-leader'), personId: 'person-leader' }
    expect(maySee(elsewhere, accessFacts(named.matter(), directory))).toBe(false)
    expect(seers(recorded({ named: [{ post: 'auditor' }] }))).toEqual(['court-judge'])
  })

  test('that affects the case is reported upward within a day, before it is concluded', () => {
    const affecting = taken({ affects: 'yes' })
    expect(affecting.matter().clocks.find(({ deadline }) => deadline === 'reportAtOnce')).toMatchObject({
      dueAt: '2026-03-03T01:00:00.000Z',
    })
    affecting
      .refuses('leader', 'conclude', 'guard-refused', {}, END)
      .takes('auditor', 'reportUp', { reportedTo: ['higherCourt'], reportedOn: '2026-03-02' })
      .takes('leader', 'conclude', END)
      .isIn('concluded')
    expect(
      taken()
        .matter()
        .clocks.some(({ deadline }) => deadline === 'reportAtOnce'),
    ).toBe(false)
  })

  test('is added to and never changed', () => {
    const added = taken().takes('court-judge', 'supplement', { addedNote: '次日又来电一次。' })
    expect(added.matter().fields).toMatchObject({ affects: 'no', addedNote: '次日又来电一次。' })
    const changing = Object.entries(integrityV1.steps).filter(
      ([, step]) => !step.imported && (step.clears || step.form === 'opening'),
    )
    expect(changing).toEqual([])
    taken().refuses('leader', 'supplement', 'guard-refused', {}, { addedNote: '改一下' })
  })

  test('protects who recorded it, also after it is closed', () => {
    const threatened = taken()
      .takes('leader', 'conclude', END)
      .takes('court-judge', 'reportRetaliation', { retaliation: '被调离岗位' })
    expect(threatened.matter().clocks.find(({ deadline }) => deadline === 'protect')?.state).toBe('running')
    const safe = threatened.takes('auditor', 'protect', { protection: '查明后恢复原岗位' })
    expect(safe.matter().clocks.find(({ deadline }) => deadline === 'protect')?.state).toBe('met')
    taken()
      .refuses('auditor', 'reportRetaliation', 'guard-refused', {}, { retaliation: '代人反映' })
      .refuses('auditor', 'protect', 'guard-refused', {}, { protection: '没有人反映过' })
  })

  test('is no point of risk', () => {
    taken().refuses('auditor', 'gradePoint', 'step-not-open')
    recorded().refuses('auditor', 'gradePoint', 'guard-refused', {}, GRADING)
  })
})

test('the quarterly report is sent also where there was nothing', () => {
  const quarter = given(
    integrityV1,
    'auditor',
    { category: 'quarterly', title: '2026年第一季度', dueOn: '2026-04-10' },
    { rulebook },
  )
  quarter
    .takes('auditor', 'fileQuarter', {
      quarter: 'q1',
      recordCount: 0,
      analysis: '没有填报。',
      reportedOn: '2026-03-02',
    })
    .isIn('quarterFiled')
  recorded().refuses(
    'auditor',
    'fileQuarter',
    'guard-refused',
    {},
    { quarter: 'q1', recordCount: 0, analysis: '无', reportedOn: '2026-03-02' },
  )
})

const GRADING: FormValues = {
  gradedBecause: 'first',
  money: 1,
  staffing: 0,
  procurement: 1,
  discretion: 0,
  outsiders: 1,
  unchecked: 0,
  control: 'collective',
  owner: 'handler',
  supervisor: 'leader',
  controls: [{ measure: '三人以上评议', trace: '会议记录' }],
}

describe('a point of risk', () => {
  const point = () =>
    given(
      integrityV1,
      'auditor',
      {
        category: 'riskPoint',
        title: '委托评估机构的选定',
        unit: 'qinglan',
        powerItem: '委托评估',
        processStep: '选定机构',
        riskForm: '指定机构。',
      },
      { rulebook },
    )
  const graded = (more: FormValues = {}) => point().takes('auditor', 'gradePoint', { ...GRADING, ...more })

  test('is graded by how many criteria it meets: three high, two medium, one low', () => {
    expect(graded().matter()).toMatchObject({ level: 'major', fields: { criteriaCount: 3 } })
    expect(graded({ outsiders: 0, control: 'head' }).matter().level).toBe('general')
    expect(graded({ outsiders: 0, procurement: 0, control: 'post' }).matter().level).toBe('low')
    point().refuses('auditor', 'gradePoint', 'form-invalid', {}, { ...GRADING, level: 'low' })
    expect(graded({ level: 'general', lowerBecause: '已有第三方监督' }).matter().level).toBe('general')
  })

  test('is controlled as high as it is: a high one together, a medium one by a head at least', () => {
    point()
      .refuses('auditor', 'gradePoint', 'guard-refused', {}, { ...GRADING, control: 'head' })
      .refuses('auditor', 'gradePoint', 'guard-refused', {}, { ...GRADING, outsiders: 0, control: 'post' })
  })

  test('is approved by the chief, graded anew within a year or when something changes, and retired by the chief alone', () => {
    graded().refuses('auditor', 'approvePoint', 'role-required')
    graded()
      .takes('leader', 'returnPoint', { reason: '措施不具体' })
      .isIn('toRegrade')
      .takes('auditor', 'gradePoint', GRADING)
      .isIn('graded')
    const inForce = graded().takes('leader', 'approvePoint').isIn('controlled')
    expect(inForce.matter().clocks.findLast(({ state }) => state === 'running')).toMatchObject({
      deadline: 'regrade',
      dueOn: '2027-03-02',
    })
    inForce.takes('auditor', 'gradePoint', { ...GRADING, gradedBecause: 'changed' }).isIn('graded')
    inForce.refuses('auditor', 'retirePoint', 'role-required', {}, { reason: '职能划出' })
    inForce.takes('leader', 'retirePoint', { reason: '职能划出' }).isIn('retired')
  })
})
