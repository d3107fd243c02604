import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given } from '../../testing/given.ts'
import { campaignV1 } from './v1/procedure.ts'

const plan: FormValues = {
  title: '九小场所消防安全百日攻坚',
  category: 'hundredDays',
  goal: '应查尽查，重大隐患清零',
  placeTypes: ['smallShop', 'smallRestaurant'],
  units: [
    { unit: 'dongpu', duty: '查本镇场所' },
    { unit: 'yunxi', duty: '查本镇场所' },
  ],
  selfCheckBy: '2026-03-13',
  sweepBy: '2026-04-10',
  rectifyBy: '2026-05-29',
  unit: 'qinglan',
}
const report = (more: FormValues = {}): FormValues => ({
  nil: false,
  placesSeen: 20,
  problemsFound: 3,
  problemsFixed: 2,
  selfCheckNote: '逐户自查',
  ...more,
})
const planned = (more: FormValues = {}) => given(campaignV1, 'clerk', { ...plan, ...more })
const mobilising = (more?: FormValues) => planned(more).takes('leader', 'approve', { planOpinion: '同意' })
const checking = (more?: FormValues) =>
  mobilising(more).takes('triage', 'mobilise', { mobilisedOn: '2026-03-02', mobilisedHow: '开会部署' })
const sweeping = (more?: FormValues) =>
  checking(more)
    .takes('dongpu-clerk', 'signFor')
    .takes('dongpu-clerk', 'reportSelfCheck', report())
    .takes('yunxi-clerk', 'reportSelfCheck', report({ nil: true, problemsFound: 0, problemsFixed: 0 }))
    .takes('triage', 'startSweep')
const accepted = (more?: FormValues) =>
  sweeping(more)
    .takes('triage', 'startRectifying')
    .takes('clerk', 'askAcceptance', { rectified: '隐患改完' })
    .takes('leader', 'passAcceptance', { acceptedOn: '2026-03-02', acceptance: '抽查合格' })
const looked = (rebound: string) => ({ lookedOn: '2026-03-02', rebound, lookBackNote: '抽查十处' })
const running = (told: ReturnType<typeof planned>, deadline: string) =>
  told.matter().clocks.filter((clock) => clock.deadline === deadline && clock.state === 'running')

describe('a campaign', () => {
  test('begins when somebody else has approved its plan, and each unit owes a signature of its own', () => {
    given(campaignV1, 'dongpu-clerk', { ...plan, unit: 'dongpu' }, { unitId: 'dongpu' }).refuses(
      'dongpu-clerk',
      'approve',
      'role-required',
    )
    expect(running(mobilising(), 'signFor').map(({ holder }) => holder)).toEqual(['dongpu', 'yunxi'])
  })

  test('asks each unit for its self-check, a nil report included; nobody reports for another', () => {
    const told = checking()
    expect(running(told, 'selfCheck')).toHaveLength(2)
    told.refuses('handler', 'reportSelfCheck', 'out-of-scope', {}, report())
    const one = told.takes('dongpu-clerk', 'reportSelfCheck', report())
    expect(running(one, 'selfCheck').map(({ holder }) => holder)).toEqual(['yunxi'])
    one.refuses('dongpu-clerk', 'reportSelfCheck', 'guard-refused', { guard: 'holderDue' }, report())
    one.refuses(
      'yunxi-clerk',
      'reportSelfCheck',
      'form-invalid',
      { issues: [{ field: 'nil' }] },
      {
        placesSeen: 0,
        problemsFound: 0,
        problemsFixed: 0,
        selfCheckNote: '没有发现问题',
      },
    )
  })

  test('goes on to the sweep when all have reported, or when the day is over', () => {
    checking()
      .takes('dongpu-clerk', 'reportSelfCheck', report())
      .refuses('triage', 'startSweep', 'guard-refused')
      .waits('2026-03-16T01:00:00.000Z')
      .takes('triage', 'startSweep')
      .isIn('sweep')
    sweeping().isIn('sweep')
  })

  test('reports each quarter and sums up each half-year, again and again', () => {
    const told = sweeping()
    expect(running(told, 'quarter')[0]?.dueOn).toBe('2026-06-02')
    const reported = told.at('2026-05-25T01:00:00.000Z').takes('clerk', 'reportQuarter', {
      placesSeen: 40,
      problemsFound: 5,
      problemsFixed: 4,
      progress: '过半',
    })
    expect(running(reported, 'quarter')[0]?.dueOn).toBe('2026-08-25')
    const summed = told.takes('clerk', 'sumUpStage', { stageSummary: '过半', nextStage: '攻坚' })
    expect(running(summed, 'stage')).toHaveLength(1)
  })

  test('is accepted by another than who asked, and refused acceptance lets the time run on', () => {
    const asked = sweeping().takes('triage', 'startRectifying').takes('handler', 'askAcceptance', { rectified: '改完' })
    asked.refuses(
      'handler',
      'passAcceptance',
      'guard-refused',
      { guard: 'notTheHandler' },
      {
        acceptedOn: '2026-03-02',
        acceptance: '合格',
      },
    )
    const refused = asked.takes('leader', 'failAcceptance', { reason: '还有三处没改' }).isIn('rectifying')
    expect(running(refused, 'rectify')).toHaveLength(1)
  })

  test('is looked at again within six months, and swept again where it came back widely', () => {
    const told = accepted().isIn('lookBack')
    expect(running(told, 'lookBack')).toHaveLength(1)
    told.refuses('verifier', 'lookBack', 'guard-refused', {}, looked('wide'))
    told
      .takes('verifier', 'sweepAgain', { againNote: '面上反弹', sweepBy: '2026-06-30', rectifyBy: '2026-07-31' })
      .isIn('sweep')
  })

  test('is over when a leader approves the summary, never whoever wrote it', () => {
    const summing = accepted().takes('verifier', 'lookBack', looked('none')).isIn('summing')
    summing.refuses('leader', 'removeListing', 'guard-refused', {}, { removedOn: '2026-03-02', removalReason: '稳定' })
    summing
      .takes('handler', 'sumUp', { summary: '查了四十处', longTerm: '每月抽查' })
      .takes('leader', 'close', { closingOpinion: '同意' })
      .isIn('done')
  })
})

describe('a listed village', () => {
  const listed = { category: 'listedPlace', title: '某村重点整治' }

  test('is taken off the list after the look-back found nothing', () => {
    accepted(listed)
      .takes('verifier', 'lookBack', looked('none'))
      .refuses('clerk', 'sumUp', 'guard-refused', {}, { summary: '总结', longTerm: '机制' })
      .takes('leader', 'removeListing', { removedOn: '2026-03-02', removalReason: '连续半年平稳' })
      .isIn('removed')
  })

  test('stays listed where some came back', () => {
    accepted(listed)
      .takes('verifier', 'lookBack', looked('some'))
      .refuses('leader', 'removeListing', 'guard-refused', {}, { removedOn: '2026-03-02', removalReason: '差不多' })
      .takes('leader', 'keepListing', { againNote: '再整治', sweepBy: '2026-06-30', rectifyBy: '2026-07-31' })
      .isIn('sweep')
  })
})
