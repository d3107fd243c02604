import { describe, expect, test } from 'vitest'
import { PLAN_TEXTS, type PlanText, planForm } from '../../demo/wording/plan-texts.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { waitsFor } from '../../engine/worklist/waits-for.ts'
import { given, type Told } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { planV1 } from '../plan/v1/procedure.ts'
import { incidentV1 } from './v1/procedure.ts'

/** 09:00 in China on Monday 2 March 2026; the event was at 08:30, the head of the unit knew at 08:40. */
const NINE = '2026-03-02T01:00:00.000Z'
/** A step is taken an hour after the moment the test is at. */
const HOUR = 3_600_000
const at = (time: string) => `2026-03-02T${time}:00.000+08:00`
const utc = (time: string) => new Date(at(time)).toISOString()
const justBefore = (time: string) => new Date(Date.parse(at(time)) - HOUR).toISOString()

const report = {
  title: '东浦镇工业路仓库起火',
  category: 'fire',
  place: '东浦镇工业路1号',
  placeUnit: 'dongpu',
  eventAt: at('08:30'),
  knownAt: at('08:40'),
  reportingAs: 'unit',
  scene: '二层仓库冒烟，人员已撤出。',
  course: '八点半发现明火，报警后自救。',
  deaths: 0,
  missing: 1,
  injured: 0,
  loss: 0,
  measures: '断电、疏散、报警。',
}
const reported = (more: FormValues = {}, unitId = 'qinglan') =>
  given(incidentV1, 'triage', { ...report, ...more }, { at: NINE, unitId, named })
const first = { reportedTo: 'county', reportedAt: at('09:05'), reportedHow: 'phone' }
const verification = { verifiedAt: at('09:10'), verifiedHow: 'onSite', findings: '属实。', category: 'fire' }
const grade = (more: FormValues = {}): FormValues => ({
  category: 'fire',
  deaths: 0,
  missing: 0,
  injured: 2,
  loss: 20,
  level: 'low',
  ...more,
})
const teams = [
  { team: '扑救组', unit: 'safety', duty: '灭火' },
  { team: '疏散组', unit: 'dongpu', duty: '疏散' },
]
const COMMAND = { role: '指挥长', unit: 'safety', duty: '指挥' }
const actions = [
  { key: '1', what: '首批力量到场', unit: 'safety', minutes: 20 },
  { key: '2', what: '疏散完毕', unit: 'dongpu', minutes: 45 },
  { key: '3', what: '第一次会商', unit: 'safety', minutes: 120 },
]
/** A plan in force, as it is pointed to. */
const plan = given(
  planV1,
  'inspector',
  { ...planForm(PLAN_TEXTS[2] as PlanText, () => '2026-12-31'), command: [COMMAND], supplies: [], teams, actions },
  { at: '2026-02-02T01:00:00.000Z' },
)
  .takes('leader', 'publish')
  .matter()
const named = new Map([[plan.reference, plan]])
const activation = { responseLevel: '4', activatedAt: at('09:20'), plan: plan.reference }
const verified = () => reported().at(justBefore('09:12')).takes('handler', 'verify', verification)
const graded = (more: FormValues = {}) => verified().at(justBefore('09:15')).takes('handler', 'grade', grade(more))
const responding = (more: FormValues = {}) =>
  graded(more).at(justBefore('09:25')).takes('leader', 'respond', activation).isIn('handling')
const clocks = (told: Told, deadline: string) => told.matter().clocks.filter((clock) => clock.deadline === deadline)
const ends = (told: Told, deadline: string) => clocks(told, deadline).map(({ dueAt }) => dueAt)

describe('reporting up, in minutes and hours', () => {
  test('the head of the unit has one hour from being told (Regulations art. 9)', () => {
    expect(ends(reported(), 'unitReport')).toEqual([utc('09:40')])
    expect(clocks(reported(), 'unitReport')[0]?.dueOn).toBeUndefined()
  })

  test('a duty desk of a township has thirty minutes from the event, a department and a health institution two hours', () => {
    expect(ends(reported({ reportingAs: 'township' }), 'dutyReport')).toEqual([utc('09:00')])
    expect(ends(reported({ reportingAs: 'department' }), 'departmentReport')).toEqual([utc('10:40')])
    expect(ends(reported({ reportingAs: 'health', category: 'health' }), 'healthReport')).toEqual([utc('10:40')])
    expect(
      reported()
        .matter()
        .clocks.map(({ deadline }) => deadline),
    ).toEqual(['unitReport', 'verify'])
  })

  test('who phoned at 09:05 and typed at 09:50 reported at 09:05; the record holds both', () => {
    const told = reported().waits(utc('09:45')).at(justBefore('09:50')).takes('triage', 'firstReport', first)
    const [clock] = clocks(told, 'unitReport')
    expect(clock).toMatchObject({ state: 'met', endedAt: utc('09:05') })
    expect(told.events().map(({ type, at: when }) => `${type} ${when}`)).toContain(`StepTaken ${utc('09:50')}`)
    expect(told.events().some(({ type }) => type === 'DeadlineOverdue')).toBe(true)
  })

  test('a late report is late: nobody has reported before they knew, nor in the future', () => {
    const late = reported().at(justBefore('11:00'))
    const refused = (reportedAt: string, rule: string) =>
      late.refuses(
        'triage',
        'firstReport',
        'form-invalid',
        { issues: [expect.objectContaining({ field: 'reportedAt', rule })] },
        { ...first, reportedAt },
      )
    refused(at('08:35'), 'too-early')
    refused(at('11:30'), 'too-late')
    const told = late.takes('triage', 'firstReport', { ...first, reportedAt: at('10:55') })
    expect(clocks(told, 'unitReport')[0]).toMatchObject({ endedAt: utc('10:55'), dueAt: utc('09:40') })
  })

  test('when it happened and when it was known are put right by nobody: no later form asks again', () => {
    expect(() => reported({ knownAt: at('08:20') })).toThrow('too-early')
    expect(() => reported({ eventAt: at('09:30'), knownAt: at('09:30') })).toThrow('too-late')
    const asking = Object.entries(incidentV1.forms).filter(
      ([, { fields }]) => 'eventAt' in fields || 'knownAt' in fields,
    )
    expect(asking.map(([name]) => name)).toEqual(['report', 'importedChange'])
  })

  test('the county has two hours more to the city, and it stands with whoever is on duty above', () => {
    const told = reported({ reportingAs: 'township' }, 'dongpu')
      .at(justBefore('09:08'))
      .takes('dongpu-clerk', 'firstReport', { ...first, reportedAt: at('09:06') })
    expect(ends(told, 'nextLevel')).toEqual([utc('11:06')])
    expect(waitsFor(incidentV1, told.matter(), DIRECTORY)).toContain('triageOfficer@qinglan')
    const up = told.takes('triage', 'reportUp', { upTo: 'city', upAt: at('09:40'), upHow: 'both' })
    expect(clocks(up, 'nextLevel')[0]?.state).toBe('met')
    up.refuses('triage', 'reportUp', 'guard-refused')
  })

  test('a report straight to the city leaves no level to be passed', () => {
    const told = reported().takes('triage', 'firstReport', { ...first, reportedTo: 'city' })
    expect(clocks(told, 'nextLevel')).toEqual([])
    told.refuses('triage', 'reportUp', 'guard-refused')
    told.refuses('triage', 'firstReport', 'guard-refused', {}, first)
  })

  test('is on Today of the leader and of the officers at once', () => {
    expect(waitsFor(incidentV1, reported().matter(), DIRECTORY)).toEqual(['leader@qinglan', 'triageOfficer@qinglan'])
    expect(waitsFor(incidentV1, reported({}, 'dongpu').matter(), DIRECTORY)).toEqual(
      expect.arrayContaining(['leader@dongpu', 'triageOfficer@dongpu']),
    )
  })

  test('changed casualties are reported again within thirty days, of traffic and fire within seven (art. 13)', () => {
    expect(clocks(verified(), 'casualties')[0]?.dueOn).toBe('2026-03-09')
    const told = reported({ category: 'chemicals' }).takes('handler', 'verify', {
      ...verification,
      category: 'chemicals',
    })
    expect(clocks(told, 'casualties')[0]?.dueOn).toBe('2026-04-01')
    const over = verified().waits('2026-03-11T01:00:00.000Z')
    expect(over.events().some((event) => event.type === 'StepTaken' && event.step === 'settleCasualties')).toBe(true)
  })

  test('whoever gets it wrongly passes it on at once, and the time runs on (Emergency Response Law art. 60)', () => {
    const told = reported().takes('triage', 'passOn', { unit: 'dongpu', passedAt: at('09:03') })
    expect(told.matter()).toMatchObject({ unitId: 'dongpu', state: 'reported' })
    expect(ends(told, 'unitReport')).toEqual([utc('09:40')])
    reported()
      .takes('triage', 'passOut', { passedTo: '邻县应急局', passedAt: at('09:03') })
      .isIn('passedOn')
  })
})

describe('grade and response level are two things', () => {
  test.each([
    [{ deaths: 2, injured: 9, loss: 999 }, 'low'],
    [{ deaths: 3 }, 'general'],
    [{ injured: 10 }, 'general'],
    [{ loss: 1000 }, 'general'],
    [{ deaths: 9, injured: 50 }, 'serious'],
    [{ loss: 5000 }, 'serious'],
    [{ deaths: 10 }, 'serious'],
    [{ deaths: 30 }, 'major'],
    [{ injured: 100 }, 'major'],
    [{ loss: 10_000 }, 'major'],
  ])('%j is %s: the lower bound is in the grade (Regulations art. 3)', (numbers, level) => {
    const { level: _, ...form } = grade({ injured: 0, loss: 0, ...numbers })
    expect(verified().takes('handler', 'grade', form).matter().level).toBe(level)
  })

  test('an accident is graded by its numbers, whatever the reason; a natural event by its own standard', () => {
    const lower = grade({ deaths: 3, gradeWhy: '影响不大' })
    verified().refuses('handler', 'grade', 'guard-refused', {}, lower)
    const { gradeWhy: _, ...without } = lower
    verified().refuses('handler', 'grade', 'form-invalid', {}, without)
    const flood = { ...lower, category: 'flood', gradeWhy: '按防汛预案分级标准' }
    expect(verified().takes('handler', 'grade', flood).matter().level).toBe('low')
  })

  test('the level of the response changes and the grade stays', () => {
    const told = responding().takes('leader', 'changeLevel', {
      responseLevel: '2',
      changedAt: at('09:40'),
      levelReason: '火势扩大',
    })
    expect(told.matter()).toMatchObject({ level: 'low', fields: { responseLevel: '2' } })
    told.refuses('handler', 'changeLevel', 'role-required', {}, {})
  })

  test('nobody but a leader starts the response, before verification if it must be', () => {
    graded().refuses('handler', 'respond', 'role-required', {}, activation)
    const told = reported().at(justBefore('09:25')).takes('leader', 'respondAtOnce', activation).isIn('handling')
    expect(clocks(told, 'grade')[0]?.state).toBe('running')
    told.refuses('leader', 'standDown', 'guard-refused', {}, {})
    expect(clocks(told.takes('handler', 'regrade', grade()), 'grade')[0]?.state).toBe('met')
  })
})

describe('the plan that is activated', () => {
  test('calls its teams and runs each of its steps to the minute, from the activation', () => {
    const told = responding()
    expect(ends(told, 'act')).toEqual([utc('09:40'), utc('10:05'), utc('11:20')])
    expect(ends(told, 'signIn')).toEqual([utc('09:50'), utc('09:50')])
    expect(told.matter().holders?.map(({ seat, id, state }) => `${seat} ${id} ${state}`)).toEqual([
      'forces safety asked',
      'forces dongpu asked',
      'actions actions.0 asked',
      'actions actions.1 asked',
      'actions actions.2 asked',
    ])
  })

  test('brings its teams and steps as they stand in the version that was activated, and no others', () => {
    const { fields } = responding().matter()
    expect(fields['plan']).toBe(`${plan.reference}@${plan.version}`)
    expect(fields['actions']).toEqual(actions)
    const told = graded().takes('leader', 'respond', {
      ...activation,
      actions: [{ key: '9', what: '别的', unit: 'dongpu', minutes: 1 }],
    })
    expect(told.matter().fields['actions']).toEqual(actions)
  })

  test('that is not in force, or none, runs no steps; units are then called one by one', () => {
    graded().refuses('leader', 'respond', 'form-invalid', {}, { ...activation, plan: 'YA-2026-0099' })
    const { plan: _, ...none } = activation
    const told = graded().takes('leader', 'respond', none).isIn('handling')
    expect(told.matter().holders ?? []).toEqual([])
    const called = told.takes('leader', 'callForces', { forces: teams.slice(1) })
    expect(called.matter().holders?.map(({ id }) => id)).toEqual(['dongpu'])
    expect(called.takes('leader', 'changePlan', activation).matter().holders).toHaveLength(5)
    responding().refuses('leader', 'changePlan', 'guard-refused')
    responding()
      .takes('leader', 'dropPlan', { planReason: '不对路' })
      .refuses('leader', 'dropPlan', 'guard-refused', {}, { planReason: '再撤' })
      .takes('leader', 'changePlan', activation)
  })

  test('each unit has it on Today, signs in and answers for itself', () => {
    expect(waitsFor(incidentV1, responding().matter(), DIRECTORY)).toContain('handler@dongpu')
    const told = responding()
      .at(justBefore('09:45'))
      .takes('dongpu-clerk', 'signIn', { arrivedAt: at('09:38'), people: 12 })
    expect(told.matter().holders?.find(({ id }) => id === 'dongpu')?.state).toBe('signed')
    expect(clocks(told, 'signIn').map(({ state }) => state)).toEqual(['running', 'met'])
    told
      .takes('dongpu-clerk', 'answerForce', { forceAnswer: '疏散四十人。' })
      .refuses('dongpu-clerk', 'signIn', 'guard-refused', { guard: 'holderDue' }, { arrivedAt: at('09:50') })
      .refuses('yunxi-clerk', 'signIn', 'out-of-scope', {}, { arrivedAt: at('09:50') })
  })

  test('who cannot come says why, and it is brought to the unit in charge', () => {
    const told = responding().takes('dongpu-clerk', 'refuseForce', { forceRefusal: '道路中断。' })
    expect(told.matter().holders?.find(({ id }) => id === 'dongpu')?.state).toBe('refused')
    expect(told.matter().raised?.at(-1)?.to.length).toBeGreaterThan(0)
  })

  test('a step is done once, by whoever takes part; a late one stays late', () => {
    const told = responding().waits(utc('10:20'))
    expect(clocks(told, 'act').map(({ state }) => state)).toEqual(['overdue', 'overdue', 'running'])
    const done = told
      .at(justBefore('10:30'))
      .takes('dongpu-clerk', 'doAction', { action: 'actions.1', actionAt: at('10:25'), actionResult: '全部疏散' })
    expect(clocks(done, 'act').map(({ state }) => state)).toEqual(['overdue', 'met', 'running'])
    expect(clocks(done, 'act')[1]?.endedAt).toBe(utc('10:25'))
    done.refuses(
      'handler',
      'doAction',
      'form-invalid',
      {},
      {
        action: 'actions.1',
        actionAt: at('10:26'),
        actionResult: '再记一次',
      },
    )
  })

  test('a step is left out by a leader only, and a plan that does not fit is taken away with its steps', () => {
    const drop = { action: 'actions.2', dropReason: '不需要' }
    responding().refuses('handler', 'dropAction', 'role-required', {}, drop)
    expect(clocks(responding().takes('leader', 'dropAction', drop), 'act')[2]?.state).toBe('cancelled')
  })

  test('its end ends what still runs, and is no end before the grade is known (art. 86)', () => {
    const down = { endedAt: at('10:00'), endBasis: '明火扑灭', secondaryRisks: '看守余火两小时' }
    const told = responding().at(justBefore('10:05')).takes('leader', 'standDown', down).isIn('recovering')
    expect(
      told
        .matter()
        .clocks.filter(({ state }) => state === 'running')
        .map(({ deadline }) => deadline),
    ).toEqual(['unitReport', 'casualties', 'formGroup', 'recover'])
    responding().refuses('handler', 'standDown', 'role-required', {}, down)
  })

  test('what cannot be controlled is handed up (art. 17)', () => {
    responding()
      .takes('leader', 'handUp', { handedTo: '市政府', handedAt: at('09:30'), handUpReason: '火场跨县' })
      .isIn('handling')
      .refuses('handler', 'handUp', 'role-required', {}, {})
  })
})

describe('the situation log', () => {
  test('grows and is never changed: every entry stands in the story', () => {
    const entry = (logWhat: string) => ({ logSource: 'scene', logWhat })
    const told = responding()
      .takes('dongpu-clerk', 'log', entry('风向转北'))
      .takes('handler', 'log', entry('二层塌落'))
      .takes('leader', 'log', entry('增派一车'))
    const entries = told
      .events()
      .flatMap((event) => (event.type === 'StepTaken' && event.step === 'log' ? [event.form] : []))
    expect(entries.map((form) => form['logWhat'])).toEqual(['风向转北', '二层塌落', '增派一车'])
  })
})
