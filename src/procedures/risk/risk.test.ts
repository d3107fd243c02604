import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { riskV1 } from './v1/procedure.ts'

const found: FormValues = {
  title: '村桥老化',
  category: 'publicSafety',
  description: '三座桥超过三十年',
  place: '青石村',
}
const assess: FormValues = {
  likelihood: '4',
  impact: '4',
  inherentLevel: 'serious',
  targetLikelihood: '2',
  targetImpact: '4',
  basis: '检测报告',
}
const red: FormValues = { ...assess, likelihood: '5', impact: '5', inherentLevel: 'major' }
const yellow: FormValues = { ...assess, likelihood: '2', impact: '3', inherentLevel: 'general' }
const treat: FormValues = {
  treatment: 'reduce',
  measures: '加固、限载',
  owner: 'handler',
  treatBy: '2026-06-30',
  controls: [{ title: '设限载牌', demand: '三座桥都设', unit: 'dongpu', dueOn: '2026-03-31' }],
}
const residual: FormValues = {
  residualLikelihood: '2',
  residualImpact: '4',
  residualLevel: 'general',
  reassessedOn: '2026-03-02',
  effect: '限载有效',
}
const byLec: FormValues = {
  lecLikelihood: 3,
  exposure: 6,
  consequence: 15,
  inherentLevel: 'serious',
  targetLecLikelihood: 1,
  targetExposure: 3,
  targetConsequence: 15,
  basis: '现场评估',
}

const identified = () => given(riskV1, 'inspector', found)
const assessed = (rating = assess) => identified().takes('inspector', 'assess', rating)
const treating = () => assessed().takes('leader', 'treatSerious', treat)
const monitored = () => treating().childCloses('done').takes('handler', 'completeTreatment', residual)
const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a risk', () => {
  test('has its controls put in place as tasks before what is left is assessed', () => {
    expect(treating().events().at(-1)).toMatchObject({ opens: [{ procedure: 'task', unitId: 'dongpu' }] })
    treating().refuses('handler', 'completeTreatment', 'guard-refused', { guard: 'allChildrenDone' }, residual)
  })

  test('is treated as decided by one as high as it stands, the red one by a leader of the ordering side', () => {
    assessed(yellow).takes('handler', 'treat', treat).isIn('treating')
    assessed()
      .refuses('handler', 'treat', 'guard-refused', {}, treat)
      .refuses('handler', 'treatSerious', 'role-required', {}, treat)
    assessed(red)
      .refuses('handler', 'treat', 'guard-refused', {}, treat)
      .refuses('triage', 'treat', 'guard-refused', {}, treat)
      .refuses('leader', 'treatSerious', 'guard-refused', {}, treat)
      .refuses('handler', 'treatMajor', 'role-required', {}, treat)
      .takes('leader', 'treatMajor', treat)
      .isIn('treating')
  })

  test('has its value worked out, its level from the bands, and a lower one only with a reason', () => {
    expect(assessed().matter().fields).toMatchObject({ riskValue: 16 })
    const lower: FormValues = { ...assess, inherentLevel: 'general' }
    identified()
      .refuses('inspector', 'assess', 'form-invalid', { issues: [{ field: 'lowerReason' }] }, lower)
      .takes('inspector', 'assess', { ...lower, lowerReason: '桥下没有通行' })
      .isIn('assessed')
    expect(identified().takes('inspector', 'assessLec', byLec).matter().fields).toMatchObject({ riskValue: 270 })
  })

  test('keeps its inherent value beside what is left of it', () => {
    const { fields, level } = monitored().matter()
    expect(fields).toMatchObject({ likelihood: '4', impact: '4', inherentLevel: 'serious' })
    expect(fields).toMatchObject({ riskValue: 16, residualValue: 8, residualLevel: 'general' })
    expect(level).toBe('general')
  })

  test('may be rated by likelihood, exposure and consequence', () => {
    identified()
      .refuses('inspector', 'assessLec', 'form-invalid', {}, { ...byLec, lecLikelihood: 11 })
      .takes('inspector', 'assessLec', byLec)
      .isIn('assessed')
  })

  test('is looked at again the sooner the higher it stands', () => {
    // Half a year on 2 September; a month from 2 March is 2 April.
    expect(clock(monitored(), 'reassess')).toMatchObject({ code: 'RSK-P4', dueOn: '2026-09-02' })
    const higher = monitored().takes('inspector', 'reassess', { ...residual, residualLevel: 'major' })
    expect(clock(higher, 'reassess')).toMatchObject({ id: 'reassess#2', dueOn: '2026-04-02' })
    const accepted = assessed(yellow).takes('leader', 'acceptRisk', { reason: '可控' })
    expect(clock(accepted, 'reassessAccepted')).toMatchObject({ code: 'RSK-P5', dueOn: '2026-09-02' })
  })

  test('that rose is treated again', () => {
    const told = monitored().takes('inspector', 'treatAgain', { riseReason: '又过重车' }).isIn('assessed')
    expect(clock(told, 'decide')).toMatchObject({ id: 'decide#2', state: 'running' })
  })

  test('that is major is never simply accepted', () => {
    assessed(red).refuses('leader', 'acceptRisk', 'guard-refused', { guard: 'notMajor' }, { reason: '可控' })
  })

  test('that has occurred really opens what follows: a hazard, or a task until incidents have a kind of their own', () => {
    const occurred: FormValues = { occurredOn: '2026-03-02', occurrence: '桥面塌了一角，已封路' }
    const hazard = monitored()
      .refuses('inspector', 'recordOccurrence', 'form-invalid', {}, { ...occurred, occurredAs: 'hazard' })
      .takes('inspector', 'recordOccurrence', { ...occurred, occurredAs: 'hazard', hazardCategory: 'facility' })
      .isIn('occurred')
    expect(hazard.events().at(-1)).toMatchObject({
      opens: [{ procedure: 'hazard', form: { title: '村桥老化', description: '桥面塌了一角，已封路' } }],
    })
    const task = identified().takes('inspector', 'recordOccurrence', {
      ...occurred,
      occurredAs: 'task',
      taskUnit: 'dongpu',
      taskDueOn: '2026-03-05',
    })
    expect(task.events().at(-1)).toMatchObject({ opens: [{ procedure: 'task', unitId: 'dongpu' }] })
  })

  test('is closed as gone by somebody who did not treat it, and dismissed by another than who registered it', () => {
    monitored()
      .refuses('handler', 'close', 'guard-refused', { guard: 'notTheHandler' }, { closingReason: '新桥通车' })
      .takes('verifier', 'close', { closingReason: '新桥通车' })
      .isIn('eliminated')
    identified()
      .refuses('inspector', 'dismiss', 'guard-refused', { guard: 'notRegisteredBy' }, { closingReason: '桥是新的' })
      .takes('leader', 'dismiss', { closingReason: '桥是新的' })
      .isIn('notRisk')
  })
})
