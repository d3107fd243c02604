import { describe, expect, test } from 'vitest'
import type { Actor } from '../domain/matter/actor.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { personalOf } from '../domain/procedure/form.ts'
import { isCreditCode } from '../domain/procedure/numbers/credit-code.ts'
import { accessFacts, mayAct, maySee } from '../engine/access/access.ts'
import { decide } from '../engine/decide/decide.ts'
import { namedReferences } from '../engine/decide/named-matters.ts'
import { waitsFor } from '../engine/worklist/waits-for.ts'
import { given, TEST_RULEBOOK } from '../testing/given.ts'
import { actorOf, DIRECTORY } from '../testing/people.ts'
import { PROCEDURES } from './all.ts'
import { organisationV1 } from './organisation/v1/procedure.ts'
import { siteV1 } from './site/v1/procedure.ts'

const works = { name: '青澜示例化工厂', category: 'company', address: '东浦镇工业路1号' }
const drafted = () => given(organisationV1, 'inspector', works)
const inForce = () => drafted().takes('triage', 'publish')
const site = { name: '示例化工厂罐区', category: 'enterprise', address: '东浦镇工业路1号', placeUnit: 'dongpu' }

/** Registers a site that points to the record under this number. */
function pointing(organisation: string, record: Matter, actor: Actor = actorOf('inspector')) {
  const form = { ...site, organisation }
  const command = { type: 'OpenMatter', procedure: 'site', channel: 'inspection', unitId: 'dongpu', form } as const
  return decide(siteV1, undefined, command, actor, {
    now: '2026-03-03T01:00:00.000Z',
    rulebook: TEST_RULEBOOK,
    identity: { matterId: 'm', reference: 'CS-2026-0001' },
    named: new Map([[record.reference, record]]),
  })[0]
}

describe('a record that others point to', () => {
  test('is in force when somebody other than who drafted it has approved it', () => {
    drafted().refuses('clerk', 'revise', 'step-not-open')
    inForce().isIn('inForce')
    given(organisationV1, 'triage', works).refuses('triage', 'publish', 'guard-refused', { guard: 'notRegisteredBy' })
  })

  test('is named by its number, and what is recorded names its version', () => {
    const record = inForce().matter()
    expect(
      namedReferences(
        {
          type: 'OpenMatter',
          procedure: 'site',
          channel: 'window',
          unitId: 'dongpu',
          form: { ...site, organisation: 'dw-2026-0001' },
        },
        PROCEDURES,
      ),
    ).toEqual(['DW-2026-0001'])
    expect(pointing('dw-2026-0001', record)).toMatchObject({ form: { organisation: 'DW-2026-0001@2' } })
  })

  test('that changes leaves what points to it with the version it has', () => {
    const changed = inForce().takes('clerk', 'revise', { ...works, name: '青澜示例新材料厂', reason: '更名' })
    expect(changed.matter()).toMatchObject({ title: '青澜示例新材料厂', version: 3 })
    expect(pointing('DW-2026-0001', changed.matter())).toMatchObject({ form: { organisation: 'DW-2026-0001@3' } })
  })

  test('is not pointed to before it is approved, after it has ended, or when it is of another kind', () => {
    const refused = expect.objectContaining({
      code: 'form-invalid',
      details: expect.objectContaining({ issues: [expect.objectContaining({ rule: 'no-such-record' })] }),
    })
    expect(() => pointing('DW-2026-0001', drafted().matter())).toThrow(refused)
    expect(() => pointing('DW-2026-0001', inForce().takes('leader', 'end', { reason: '注销' }).matter())).toThrow(
      refused,
    )
    expect(() => pointing('DW-2026-0001', { ...inForce().matter(), procedure: 'site' })).toThrow(refused)
    expect(() => pointing('DW-2026-0002', inForce().matter())).toThrow(refused)
  })

  test('is on nobody’s list while it is in force', () => {
    expect(waitsFor(organisationV1, drafted().matter(), DIRECTORY)).not.toEqual([])
    expect(waitsFor(organisationV1, inForce().matter(), DIRECTORY)).toEqual([])
  })

  test('is in the sight of every post and in the hands of those who have charge of it', () => {
    const directory = { ...DIRECTORY, sights: { organisation: { line: 'everyone' } } } as const
    const facts = accessFacts(inForce().matter(), directory)
    const elsewhere = actorOf('yunxi-clerk')
    expect(maySee(elsewhere, facts)).toBe(true)
    expect(mayAct(elsewhere, facts)).toBe(false)
  })

  test('never describes a person: no record asks for anything personal', () => {
    const records = PROCEDURES.filter(({ record }) => record)
    expect(records.map(({ id }) => id)).toContain('site')
    for (const { id, forms } of records)
      for (const { fields } of Object.values(forms))
        for (const [name, field] of Object.entries(fields)) expect(personalOf(field), `${id}.${name}`).toBeUndefined()
  })
})

describe('a unified social credit code', () => {
  test('proves itself by its last character', () => {
    // The example of GB 32100-2015 itself.
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isCreditCode('91350100M000100Y34')).toBe(false)
    for (const wrong of ['', '91350100M000100Y4', '91350100m000100y43', '9135010OM000100Y43', '91350100M000100Y433'])
      expect(isCreditCode(wrong), wrong).toBe(false)
  })

  test('that does not is refused in words', () => {
    given(organisationV1, 'inspector', { ...works, creditCode: '91350100M000100Y43' }).isIn('draft')
    expect(() => given(organisationV1, 'inspector', { ...works, creditCode: '91350100M000100Y44' })).toThrow(
      'wrong-code',
    )
  })
})
