import { expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { rectificationV2 } from './v2/procedure.ts'

/** 政府督查工作条例 (2020) art. 17. */

const conclusion = {
  title: '危桥改造进度滞后',
  category: 'oversight',
  conclusionOn: '2026-02-25',
  measure: '限期开工',
  dueOn: '2026-03-31',
}
const settled = (more = {}) =>
  given(rectificationV2, 'triage', { ...conclusion, ...more }).takes('triage', 'settle', {
    kind: 'byDate',
    goal: '按期开工',
    dueOn: '2026-03-31',
    unit: 'dongpu',
    owner: 'dongpu-mediator',
  })
const asked = { objectedOn: '2026-03-02', objection: '征地批文未到，不是本镇的责任' }
const decided = { reexamined: 'changed', othersDecided: 'yes', reexaminedWhy: '批文确未到' }

test('whom the conclusion is about may ask within thirty days for it to be re-examined', () => {
  const clocks = settled().matter().clocks
  expect(clocks.find(({ deadline }) => deadline === 'askReexamination')).toMatchObject({ dueOn: '2026-03-27' })
  const told = settled().takes('dongpu-leader', 'objectToConclusion', asked)
  expect(told.matter().clocks.find(({ deadline }) => deadline === 'reexamine')).toMatchObject({ dueOn: '2026-04-01' })
  told.refuses('dongpu-leader', 'objectToConclusion', 'guard-refused', {}, asked)
  const { conclusionOn: _, ...audit } = conclusion
  given(rectificationV2, 'triage', { ...audit, category: 'audit' })
    .takes('triage', 'settle', {
      kind: 'byDate',
      goal: '按期开工',
      dueOn: '2026-03-31',
      unit: 'dongpu',
      owner: 'dongpu-mediator',
    })
    .refuses('dongpu-leader', 'objectToConclusion', 'guard-refused', {}, asked)
})

test('nobody is late who does not ask', () => {
  const silent = settled().waits('2026-03-30T01:00:00.000Z').matter()
  expect(silent.clocks.find(({ deadline }) => deadline === 'askReexamination')).toMatchObject({ state: 'lapsed' })
})

test('others than those who wrote the conclusion decide on it', () => {
  settled().refuses('leader', 'reexamine', 'guard-refused', {}, decided)
  const told = settled().takes('dongpu-leader', 'objectToConclusion', asked)
  told.refuses('dongpu-leader', 'reexamine', 'out-of-scope', {}, decided)
  told.refuses('leader', 'reexamine', 'form-invalid', {}, { ...decided, othersDecided: '' })
  const over = told.takes('leader', 'reexamine', decided).matter()
  expect(over.documents?.map(({ document }) => document)).toContain('reexamination')
  given(rectificationV2, 'leader', conclusion)
    .takes('triage', 'settle', {
      kind: 'byDate',
      goal: '按期开工',
      dueOn: '2026-03-31',
      unit: 'dongpu',
      owner: 'dongpu-mediator',
    })
    .takes('dongpu-leader', 'objectToConclusion', asked)
    .refuses('leader', 'reexamine', 'guard-refused', { guard: 'notRegisteredBy' }, decided)
})
