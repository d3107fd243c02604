import { describe, expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { impactV1 } from './v1/procedure.ts'

const WEIGHED = {
  title: '信访事项第1版',
  category: 'newKind',
  kindCode: 'petition',
  kindVersion: 1,
  lawful: '履行法定职责所必需',
  effect: '联系方式外泄会打扰信访人',
  measures: '加密、分权、打开要写理由',
  riskLevel: 'low',
}

describe('an impact assessment', () => {
  test('is written by one and signed by a leader, with a report', () => {
    const signed = given(impactV1, 'administrator', WEIGHED).takes('leader', 'publish').isIn('inForce').matter()
    expect(signed.documents?.map(({ document }) => document)).toEqual(['report'])
  })

  test('is not signed by whoever wrote it, nor by anybody but a leader', () => {
    given(impactV1, 'clerk', WEIGHED).refuses('clerk', 'publish', 'role-required')
    given(impactV1, 'clerk', WEIGHED).refuses('administrator', 'publish', 'role-required')
  })

  test('says of which version of which kind it speaks', () => {
    expect(impactV1.record?.assesses).toEqual({ kind: 'kindCode', version: 'kindVersion' })
  })
})
