import { describe, expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { organisationV1 } from '../organisation/v1/procedure.ts'
import { dataholdV1 } from './v1/procedure.ts'

const organisation = given(organisationV1, 'clerk', { name: '示例公司', category: 'company', address: '桥头' }).matter()
const other = { ...organisation, id: 'other' }
const ASKED = { title: '复核没有结束', category: 'remedy', holdReason: '复核期间要用原件', holdUntil: '2026-09-01' }
const asked = () =>
  given(dataholdV1, 'clerk', ASKED, { named: new Map([[other.reference, other]]) }).takes('clerk', 'nameMatter', {
    concernedReference: other.reference,
  })
const YES = { carryReason: '同意，复核结束再看' }

describe('a legal hold', () => {
  test('is approved by a leader with a reason, is looked at again on its day, and is lifted by event', () => {
    const kept = asked().takes('leader', 'approveKeeping', YES).isIn('kept')
    expect(kept.events().at(-1)).toMatchObject({ orders: 'keep' })
    expect(kept.matter().clocks.find(({ deadline }) => deadline === 'again')?.dueOn).toBe('2026-09-01')
    const longer = kept.takes('leader', 'renew', { holdUntil: '2027-03-01', reason: '再审没有结束' })
    expect(longer.matter().clocks.findLast(({ deadline }) => deadline === 'again')?.dueOn).toBe('2027-03-01')
    const lifted = longer.takes('leader', 'lift', { carryReason: '结束了' }).isIn('lifted')
    expect(lifted.events().at(-1)).toMatchObject({ orders: 'release' })
  })

  test('may be a restriction: stored and not used', () => {
    const restricted = asked().takes('leader', 'approveRestriction', YES).isIn('restricted')
    expect(restricted.events().at(-1)).toMatchObject({ orders: 'restrict' })
  })

  test('is not approved by whoever asked for it, nor before a matter is named', () => {
    given(dataholdV1, 'leader', ASKED, { named: new Map([[other.reference, other]]) })
      .takes('leader', 'nameMatter', { concernedReference: other.reference })
      .refuses('leader', 'approveKeeping', 'guard-refused', { guard: 'notRegisteredBy' }, YES)
    given(dataholdV1, 'clerk', ASKED).refuses('leader', 'approveRestriction', 'guard-refused', {}, YES)
    asked().refuses('clerk', 'approveKeeping', 'role-required', {}, YES)
  })

  test('that is refused keeps nothing', () => {
    const refused = asked().takes('leader', 'refuse', { reason: '没有依据' }).isIn('refused')
    expect(refused.events().every((event) => event.type !== 'StepTaken' || !event.orders)).toBe(true)
  })
})
