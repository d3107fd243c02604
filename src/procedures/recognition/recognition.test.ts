import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given } from '../../testing/given.ts'
import { recognitionV1 } from './v1/procedure.ts'

const honour: FormValues = {
  title: '平安创建先进单位',
  category: 'unit',
  unit: 'dongpu',
  honour: '平安创建先进集体',
  deeds: '全年没有重大事故，纠纷化解率最高',
}
const mistake: FormValues = {
  title: '汛期提前转移多算一个组',
  category: 'tolerance',
  unit: 'dongpu',
  deeds: '预警时宁早勿晚，转移范围偏大',
  indicator: '应急处置费用',
  periodFrom: '2026-01-10',
  periodTo: '2026-01-12',
}
const checked: FormValues = { verified: '逐项核实', vetoed: 'none' }
const grounds: FormValues = {
  noGain: 'yes',
  notForbidden: 'yes',
  procedureKept: 'yes',
  unintended: 'yes',
  remedied: 'yes',
  verified: '查了会议纪要和台账',
}
const granted: FormValues = { decision: 'yes', decisionReason: '符合条件' }
const tolerated: FormValues = { ...granted, annotation: '1月汛期提前转移，不作负面评价', correctBy: '2026-04-30' }

const nominated = (form: FormValues = honour) => given(recognitionV1, 'dongpu-clerk', form)
const publicised = () =>
  nominated().takes('reviewer', 'examineHonour', checked).takes('leader', 'decideHonour', granted).isIn('publicised')
const examined = () => nominated(mistake).takes('reviewer', 'examineTolerance', grounds).isIn('examined')

describe('an honour for a unit or a post', () => {
  test('takes effect by itself when nobody objects in five working days', () => {
    publicised().waits('2026-03-10T02:00:00.000Z').isIn('honoured')
  })

  test('is neither examined nor decided by the unit itself, nor by one and the same', () => {
    nominated()
      .refuses('dongpu-leader', 'examineHonour', 'out-of-scope', {}, checked)
      .takes('reviewer', 'examineHonour', checked)
      .refuses('dongpu-leader', 'decideHonour', 'out-of-scope', {}, granted)
    given(recognitionV1, 'reviewer', honour).refuses('reviewer', 'examineHonour', 'guard-refused', {
      guard: 'notRegisteredBy',
    })
  })

  test('is not given where something rules it out', () => {
    nominated()
      .takes('reviewer', 'examineHonour', { ...checked, vetoed: 'found' })
      .isIn('refused')
  })

  test('waits for an objection to be decided, and is published again when that fails', () => {
    const objected = publicised()
      .takes('clerk', 'object', { objectionOn: '2026-03-02', objection: '材料不实' })
      .isIn('objected')
    objected.takes('leader', 'decideObjection', { upheld: 'no', objectionReason: '核实无误' }).isIn('publicised')
    objected.takes('leader', 'decideObjection', { upheld: 'yes', objectionReason: '确有虚报' }).isIn('refused')
  })

  test('is revoked with a reason, and its paper with it', () => {
    const revoked = publicised()
      .waits('2026-03-10T02:00:00.000Z')
      .takes('leader', 'revoke', { revokedOn: '2026-03-10', revocationReason: '事后查明虚报' })
      .isIn('revoked')
      .matter()
    expect(revoked.documents?.map(({ document, revokedAt }) => [document, revokedAt !== undefined])).toEqual([
      ['honour', true],
    ])
  })

  test('names a post, and no person is asked for', () => {
    const fields = Object.values(recognitionV1.forms).flatMap((form) => Object.values(form.fields))
    expect(fields.some((field) => 'personal' in field)).toBe(false)
  })
})

describe('tolerance of a mistake', () => {
  test('needs every one of its grounds', () => {
    for (const missing of ['noGain', 'notForbidden', 'procedureKept', 'unintended', 'remedied'])
      nominated(mistake)
        .takes('reviewer', 'examineTolerance', { ...grounds, [missing]: 'no' })
        .isIn('refused')
  })

  test('carries one sentence for the comparison, and ends when others confirm that it was put right', () => {
    const done = examined().takes('leader', 'decideTolerance', tolerated).isIn('toCorrect')
    expect(done.matter().fields).toMatchObject({ annotation: '1月汛期提前转移，不作负面评价' })
    done
      .takes('dongpu-clerk', 'reportCorrection', { note: '已修订转移方案' })
      .refuses('dongpu-leader', 'confirmCorrection', 'out-of-scope')
      .takes('reviewer', 'confirmCorrection')
      .isIn('tolerated')
  })

  test('is another path than honours', () => {
    nominated(mistake).refuses('reviewer', 'examineHonour', 'guard-refused', {}, checked)
    nominated().refuses('reviewer', 'examineTolerance', 'guard-refused', {}, grounds)
    examined().refuses('leader', 'decideHonour', 'guard-refused', {}, granted)
  })

  test('may be withdrawn by the unit before it is decided', () => {
    nominated(mistake).takes('dongpu-clerk', 'withdraw', { reason: '改为自查' }).isIn('withdrawn')
  })
})
