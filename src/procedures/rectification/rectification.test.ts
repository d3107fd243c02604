import { expect, test } from 'vitest'
import { given, PHOTO } from '../../testing/given.ts'
import { rectificationV1 } from './v1/procedure.ts'

const settled = () =>
  given(rectificationV1, 'triage', { title: '巡查记录缺失', measure: '补巡查制度', dueOn: '2026-03-20' }).takes(
    'triage',
    'settle',
    { kind: 'byDate', goal: '每日有记录', dueOn: '2026-03-20', unit: 'dongpu', owner: 'dongpu-mediator' },
  )
const evidence = { fixedOn: '2026-03-02', doneWork: '制度已印发' }
const signed = () =>
  settled()
    .takes('dongpu-mediator', 'fileEvidence', evidence, [PHOTO])
    .takes('dongpu-leader', 'sign', { signature: '情况属实' })
const accepted = () => signed().takes('verifier', 'accept', { acceptedOn: '2026-03-02', opinion: '到位' })
const approval = { writtenOffOn: '2026-03-02', approval: '同意' }

test('a unit neither accepts, writes off, cancels nor gives itself more time for what the county listed', () => {
  signed().refuses('dongpu-leader', 'accept', 'out-of-scope')
  accepted().refuses('dongpu-clerk', 'writeOff', 'out-of-scope').refuses('dongpu-leader', 'writeOff', 'out-of-scope')
  settled()
    .refuses('dongpu-leader', 'cancel', 'out-of-scope')
    .takes('dongpu-mediator', 'askExtension', { askedDays: 30, extensionReason: '来不及' })
    .refuses('dongpu-leader', 'grantExtension', 'out-of-scope')
})

test('the head who signs for a unit works there or above it; one who only takes part does not', () => {
  const filed = settled().takes('dongpu-mediator', 'fileEvidence', evidence, [PHOTO])
  filed.refuses('handler', 'sign', 'role-required')
  filed.takes('leader', 'sign', { signature: '情况属实' })
})

test('is written off by another than the one who checked it', () => {
  accepted()
    .takes('triage', 'writeOff', { ...approval, lookBackAfter: 'none' })
    .isIn('writtenOff')
})

test('is looked at again when the write-off says so, and what came back is settled anew with a day of its own', () => {
  const later = accepted().takes('triage', 'writeOff', { ...approval, lookBackAfter: 'oneMonth' })
  later.isIn('lookingBack')
  const seen = { lookedBackOn: '2026-03-02', lookBack: '又缺三天' }
  const again = later.takes('verifier', 'lookBack', { ...seen, holds: 'relapsed' }).isIn('listed')
  expect(again.matter().clocks.at(-1)).toMatchObject({ deadline: 'settle', state: 'running' })
  later.takes('verifier', 'lookBack', { ...seen, lookBack: '没有反弹', holds: 'held' }).isIn('writtenOff')
})

test('what is corrected at once has five working days', () => {
  const atOnce = given(rectificationV1, 'triage', { title: '标识缺失', measure: '补上', dueOn: '2026-03-20' }).takes(
    'triage',
    'settle',
    { kind: 'atOnce', goal: '补齐', dueOn: '2026-03-20', unit: 'dongpu', owner: 'dongpu-mediator' },
  )
  expect(atOnce.matter().clocks.find(({ deadline }) => deadline === 'atOnce')).toMatchObject({ dueOn: '2026-03-09' })
})

test('evidence that its own head has not signed yet stops no clock: the day is overdue like any other', () => {
  const filed = settled().takes('dongpu-mediator', 'fileEvidence', evidence, [PHOTO])
  const late = filed.waits('2026-03-21T02:00:00.000Z')
  expect(late.matter().clocks.find(({ deadline }) => deadline === 'rectify')).toMatchObject({ state: 'overdue' })
  const held = signed().waits('2026-03-21T02:00:00.000Z')
  expect(held.matter().clocks.find(({ deadline }) => deadline === 'rectify')).toMatchObject({ state: 'held' })
})

test('a unit does not keep the county from checking it by naming its checker the handler', () => {
  signed().refuses('dongpu-clerk', 'assignOwner', 'form-invalid', {}, { owner: 'verifier' })
  signed().takes('dongpu-clerk', 'assignOwner', { owner: 'dongpu-clerk' })
})
