import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { warningV2 } from './v2/procedure.ts'

const raisedForm: FormValues = {
  title: '下塘村：诉求（公共设施）一周14件，往常约4件',
  category: 'place',
  series: 'place:xiatang:report/facility:week',
  step: 'week',
  since: '2026-02-23',
  asOf: '2026-03-01',
  observed: 14,
  expected: 4.1,
  upper: 9,
  p: 0.0001,
  words: '这一周有14件，往常约4件，到9件都不算异常。',
  place: '下塘村',
  placeUnit: 'xiatang',
  unit: 'dongpu',
  about: [{ aboutUnit: 'xiatang' }],
}
const dismissal: FormValues = { verdict: 'notReal', cause: 'ownWork', dismissReason: '村里上周集中走访，一次登记的。' }
const watchTill = (day: string): FormValues => ({ watchUntil: day, watchReason: '等水务站的记录' })
const task: FormValues = {
  becomes: 'task',
  matterTitle: '查全县公共设施报修增多',
  matterDescription: '一周内报结果。',
  matterUnit: 'qinglan',
  matterPlace: '全县',
  taskDueOn: '2026-03-10',
}
const statement: FormValues = { statement: '都说水压低，已报水务站，正在查管网。' }

const ofVillage = () => given(warningV2, 'system', raisedForm)
const ofTownship = () =>
  given(warningV2, 'system', { ...raisedForm, placeUnit: 'dongpu', unit: 'qinglan', about: [{ aboutUnit: 'dongpu' }] })
const ofOffice = () =>
  given(warningV2, 'system', {
    ...raisedForm,
    placeUnit: 'qinglan',
    unit: 'qinglan',
    about: [{ aboutUnit: 'qinglan' }],
  })
const holder = (told: Told, id: string) => told.matter().holders?.find((each) => each.id === id)?.state

describe('a warning of the second version', () => {
  test('is judged by the unit above, never by the one it is about, which gives its statement', () => {
    expect(ofVillage().offers('dongpu-leader')).toEqual(expect.arrayContaining(['makeMatter', 'watch', 'dismiss']))
    ofTownship()
      .refuses('dongpu-leader', 'dismiss', 'out-of-scope', {}, dismissal)
      .refuses('dongpu-leader', 'watch', 'out-of-scope', {}, watchTill('2026-03-09'))
      .takes('dongpu-leader', 'giveStatement', statement)
      .isIn('raised')
      .takes('leader', 'dismiss', dismissal)
      .isIn('notReal')
  })

  test('asks those it is about, and their statement stands in it for those who judge', () => {
    const stated = ofTownship().takes('dongpu-clerk', 'giveStatement', statement)
    expect(holder(stated, 'dongpu')).toBe('answered')
    expect(stated.matter().fields['statement']).toBe(statement['statement'])
    ofTownship().refuses('yunxi-clerk', 'giveStatement', 'out-of-scope', {}, statement)
  })

  test('of the whole office is not dismissed by one person: another has to confirm, or objects', () => {
    const proposed = ofOffice()
      .refuses('leader', 'dismiss', 'guard-refused', {}, dismissal)
      .takes('leader', 'proposeDismissal', dismissal)
      .isIn('proposed')
    proposed.refuses('leader', 'confirmDismissal', 'guard-refused', {}, {})
    proposed.refuses('leader', 'object', 'guard-refused', {}, { objection: '再看看' })
    expect(proposed.takes('triage', 'confirmDismissal', {}).isIn('notReal').matter().outcome).toBe('notReal')
    const again = ofOffice()
      .takes('leader', 'proposeDismissal', dismissal)
      .takes('triage', 'object', { objection: '三个镇都有，不像走访带来的' })
      .isIn('raised')
    expect(again.matter().fields['verdict']).toBeNull()
    ofVillage().refuses('dongpu-leader', 'proposeDismissal', 'guard-refused', {}, dismissal)
  })

  test('of the whole office does not get stuck between two: who objected stays the one who confirms', () => {
    const objection = { objection: '三个镇都有，不像走访带来的' }
    const objected = ofOffice().takes('leader', 'proposeDismissal', dismissal).takes('triage', 'object', objection)
    objected.refuses('triage', 'proposeDismissal', 'guard-refused', {}, dismissal)
    objected.refuses('triage', 'makeMatter', 'guard-refused', {}, task)
    objected.takes('leader', 'proposeDismissal', dismissal).takes('triage', 'confirmDismissal', {}).isIn('notReal')
    const outcome: FormValues = { verdict: 'real', grounds: '查明是一回事' }
    objected.takes('leader', 'makeMatter', task).takes('triage', 'sayOutcome', outcome).isIn('real')
    // A note is no handling.
    ofOffice()
      .takes('triage', 'recordProgress', { progress: '问了三个镇' })
      .takes('leader', 'proposeDismissal', dismissal)
      .takes('triage', 'confirmDismissal', {})
      .isIn('notReal')
  })

  test('of the whole office is not handed to a unit below, where one person could dismiss it', () => {
    const handedOver: FormValues = { unit: 'dongpu', handOverReason: '请东浦镇研判' }
    ofOffice().refuses('leader', 'handOver', 'guard-refused', {}, handedOver)
    ofTownship().takes('leader', 'handOver', { ...handedOver, unit: 'yunxi' })
  })

  test('of the whole office has its outcome said by another than who made the matter of it', () => {
    const outcome: FormValues = { verdict: 'notReal', grounds: '都是走访登记的' }
    const made = ofOffice().takes('leader', 'makeMatter', task).isIn('followed')
    made.refuses('leader', 'sayOutcome', 'guard-refused', {}, outcome)
    const said = made.takes('triage', 'sayOutcome', outcome).isIn('notReal')
    const correction: FormValues = { verdict: 'real', correctionGrounds: '后来查明是一回事' }
    said.refuses('leader', 'correctOutcome', 'guard-refused', {}, correction)
    said.takes('triage', 'correctOutcome', correction).isIn('real')
    ofVillage().takes('leader', 'makeMatter', task).takes('leader', 'sayOutcome', outcome).isIn('notReal')
  })

  test('is watched for 90 days at most, longer only with a reason, and then comes back to be judged', () => {
    ofTownship().refuses('leader', 'watch', 'guard-refused', {}, watchTill('2026-06-01'))
    const watched = ofTownship().takes('leader', 'watch', watchTill('2026-03-09'))
    const { watchReason: _, ...without } = watchTill('2026-03-30')
    watched
      .refuses('leader', 'watchLonger', 'form-invalid', { issues: [{ field: 'watchReason' }] }, without)
      .refuses('leader', 'watchLonger', 'guard-refused', {}, watchTill('2026-06-01'))
      .refuses('dongpu-leader', 'watchLonger', 'out-of-scope', {}, watchTill('2026-03-30'))
    const longer = watched.takes('leader', 'watchLonger', watchTill('2026-03-30'))
    expect(longer.waits('2026-03-10T01:00:00.000Z').isIn('watched').matter().clocks.at(-1)).toMatchObject({
      dueOn: '2026-03-30',
    })
    const twice = longer.takes('leader', 'watchLonger', watchTill('2026-04-10'))
    twice.refuses('leader', 'watchLonger', 'guard-refused', {}, watchTill('2026-04-20'))
    expect(twice.waits('2026-04-11T01:00:00.000Z').isIn('raised').offers('leader')).toContain('dismiss')
  })

  test('of a cluster is about each of its places', () => {
    const cluster = given(warningV2, 'system', {
      ...raisedForm,
      category: 'cluster',
      series: 'cluster:xiatang~2:report/facility:week',
      about: [{ aboutUnit: 'xiatang' }, { aboutUnit: 'qingshi' }],
    })
    const stated = cluster.takes('xiatang-grid', 'giveStatement', statement)
    expect([holder(stated, 'xiatang'), holder(stated, 'qingshi')]).toEqual(['answered', 'asked'])
  })
})
