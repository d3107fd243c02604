import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { warningV1 } from './v1/procedure.ts'

const raisedForm: FormValues = {
  title: '东浦镇：诉求（公共设施）一周14件，往常约4件',
  category: 'place',
  series: 'place:dongpu:report/facility:week',
  step: 'week',
  since: '2026-02-23',
  asOf: '2026-03-01',
  observed: 14,
  expected: 4.1,
  upper: 9,
  p: 0.0001,
  q: 0.02,
  words: '这一周有14件，往常约4件，到9件都不算异常。',
  place: '东浦镇',
  placeUnit: 'dongpu',
  unit: 'dongpu',
}
const higher: FormValues = { asOf: '2026-03-02', observed: 19, expected: 4.1, upper: 9, p: 0.00001, q: 0.001 }
const task: FormValues = {
  becomes: 'task',
  matterTitle: '东浦镇供水一周报修增多',
  matterDescription: '查清是不是同一段管网，一周内报结果。',
  matterUnit: 'dongpu',
  matterPlace: '东浦镇',
  taskDueOn: '2026-03-10',
}
const dismissal: FormValues = { verdict: 'notReal', cause: 'ownWork', dismissReason: '镇里上周集中走访，一次登记的。' }
const watchTill = (day: string): FormValues => ({ watchUntil: day, watchReason: '再看一周，等水务站的记录' })

const raised = () => given(warningV1, 'system', raisedForm)
const made = () => raised().takes('dongpu-leader', 'makeMatter', task)
const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a warning', () => {
  test('is raised by the system alone', () => {
    expect(() => given(warningV1, 'leader', raisedForm)).toThrow('role-required')
    raised().isIn('raised')
    expect(raised().matter()).toMatchObject({ unitId: 'dongpu', placeUnitId: 'dongpu', category: 'place' })
  })

  test('is judged within a working day by a leader or router of its unit or above', () => {
    expect(clock(raised(), 'judge')).toMatchObject({ dueOn: '2026-03-03' })
    for (const post of ['dongpu-leader', 'dongpu-clerk', 'leader', 'triage'])
      expect(raised().offers(post), post).toEqual(expect.arrayContaining(['makeMatter', 'watch', 'dismiss']))
    raised()
      .refuses('yunxi-clerk', 'dismiss', 'role-required', {}, dismissal)
      .refuses('handler', 'dismiss', 'role-required', {}, dismissal)
      .refuses('handler', 'makeMatter', 'role-required', {}, task)
  })

  test('becomes a matter of the kind that fits, with the words of the warning', () => {
    expect(made().isIn('followed').events().at(-1)).toMatchObject({
      opens: [{ procedure: 'task', unitId: 'dongpu', form: { title: task['matterTitle'], dueOn: '2026-03-10' } }],
    })
    const { taskDueOn: _, ...any } = task
    const opened = (form: FormValues) =>
      raised()
        .takes('leader', 'makeMatter', { ...any, ...form })
        .events()
        .at(-1)
    expect(opened({ becomes: 'hazard', hazardCategory: 'facility' })).toMatchObject({
      opens: [{ procedure: 'hazard' }],
    })
    expect(opened({ becomes: 'dispute', disputeCategory: 'property', difficulty: 'simple' })).toMatchObject({
      opens: [{ procedure: 'dispute' }],
    })
    expect(opened({ becomes: 'risk', riskDimension: 'publicSafety' })).toMatchObject({ opens: [{ procedure: 'risk' }] })
    expect(opened({ becomes: 'report', reportCategory: 'facility' })).toMatchObject({
      opens: [{ procedure: 'report' }],
    })
    raised().refuses('leader', 'makeMatter', 'form-invalid', { issues: [{ field: 'taskDueOn' }] }, any)
  })

  test('is watched until a day, and looked at again by itself', () => {
    const watched = raised().takes('leader', 'watch', watchTill('2026-03-09')).isIn('watched')
    expect(clock(watched, 'watch')).toMatchObject({ dueOn: '2026-03-09' })
    const again = watched.waits('2026-03-10T01:00:00.000Z').isIn('raised')
    expect(clock(again, 'judge')).toMatchObject({ id: 'judge#2', dueOn: '2026-03-11' })
  })

  test('is not watched for ever: after the third time it is judged', () => {
    const thrice = ['2026-03-09', '2026-03-16', '2026-03-23'].reduce(
      (told, day) => told.takes('leader', 'watch', watchTill(day)).waits(`${day}T16:30:00.000Z`),
      raised(),
    )
    thrice
      .isIn('raised')
      .refuses('leader', 'watch', 'guard-refused', {}, watchTill('2026-03-30'))
      .takes('leader', 'dismiss', dismissal)
      .isIn('notReal')
  })

  test('that crosses again while it is watched is raised again, and one that lasts goes on', () => {
    const again = raised().takes('leader', 'watch', watchTill('2026-03-09')).takes('system', 'crossAgain', higher)
    expect(again.isIn('raised').matter().fields).toMatchObject({ observed: 19, since: '2026-02-23' })
    raised().takes('system', 'goesOn', higher).isIn('raised')
    made().takes('system', 'goesOn', higher).isIn('followed').refuses('leader', 'goesOn', 'role-required', {}, higher)
  })

  test('is dismissed with a reason and with what was seen', () => {
    const { dismissReason: _, ...without } = dismissal
    raised().refuses('leader', 'dismiss', 'form-invalid', { issues: [{ field: 'dismissReason' }] }, without)
    expect(raised().takes('leader', 'dismiss', dismissal).isIn('notReal').matter().outcome).toBe('notReal')
    raised()
      .takes('leader', 'dismiss', { ...dismissal, verdict: 'real', cause: 'known' })
      .isIn('real')
    raised()
      .takes('leader', 'dismiss', { ...dismissal, verdict: 'unclear', cause: 'chance' })
      .isIn('unclear')
  })

  test('says what came of it, and that can be put right later', () => {
    expect(clock(made(), 'outcome')).toMatchObject({ state: 'running' })
    const real = made().takes('dongpu-leader', 'sayOutcome', { verdict: 'real', grounds: '一段管道漏水' }).isIn('real')
    real
      .refuses('handler', 'correctOutcome', 'role-required', {}, { verdict: 'notReal', correctionGrounds: '查错了' })
      .takes('leader', 'correctOutcome', { verdict: 'notReal', correctionGrounds: '后来查明是重复登记' })
      .isIn('notReal')
  })
})
