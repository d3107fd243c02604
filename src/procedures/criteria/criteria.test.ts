import { test } from 'vitest'
import { given } from '../../testing/given.ts'
import { criteriaV1 } from './v1/procedure.ts'

const criteria = {
  name: '平安村社评价标准',
  category: 'certification',
  items: [{ no: '1', item: '矛盾纠纷排查', points: 100 }],
  passMark: 80,
}

test('what others are scored by is approved by somebody else, at first and on every change', () => {
  const drafted = given(criteriaV1, 'clerk', criteria)
  drafted.refuses('clerk', 'publish', 'guard-refused', { guard: 'notRegisteredBy' })
  const inForce = drafted.takes('triage', 'publish')
  const change = { ...criteria, passMark: 85, reason: '提高门槛' }
  inForce.refuses(
    'clerk',
    'revise',
    'form-invalid',
    { issues: [{ field: 'revisionApproval', rule: 'required' }] },
    change,
  )
  inForce.takes('clerk', 'revise', { ...change, revisionApproval: '平安办，青平安办〔2026〕3号' })
})
