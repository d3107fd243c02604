import { createCipheriv, createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Sealed } from '../../domain/procedure/form.ts'
import { createKeys, newDataKey, type Sealing, seal, unseal, unwrapKey, wrapKey } from './keys.ts'

const PLACE = { tenant: 'qinglan', matterId: '0199f0a0-0000-7000-8000-000000000001', field: 'phone' }
const SEALINGS: readonly Sealing[] = ['A256GCM', 'SM4CTR-SM3']

describe.each(SEALINGS)('a value sealed by %s', (sealing) => {
  const key = newDataKey()
  const sealed = seal('13800000001', key, PLACE, sealing)

  test('opens in its place, says how it was sealed, and shows nothing', () => {
    expect(unseal(sealed, key, PLACE)).toBe('13800000001')
    expect(sealed.sealed).toBe(sealing)
    expect(JSON.stringify(sealed)).not.toContain('13800')
    for (const value of [null, '', 0, ['甲', '乙'], { name: '张示例' }])
      expect(unseal(seal(value, key, PLACE, sealing), key, PLACE)).toEqual(value)
  })

  test.each([
    ['another matter', { ...PLACE, matterId: '0199f0a0-0000-7000-8000-000000000002' }],
    ['another field', { ...PLACE, field: 'name' }],
    ['another tenant', { ...PLACE, tenant: 'yunxi' }],
  ])('does not open in %s', (_, place) => {
    expect(() => unseal(sealed, key, place)).toThrow(expect.objectContaining({ code: 'seal-broken' }))
  })

  test.each(['iv', 'data', 'tag'] as const)('does not open with one bit of its %s changed', (part) => {
    const bytes = Buffer.from(sealed[part], 'base64')
    bytes[0] = (bytes[0] ?? 0) ^ 1
    const changed = { ...sealed, [part]: bytes.toString('base64') }
    expect(() => unseal(changed, key, PLACE)).toThrow(expect.objectContaining({ code: 'seal-broken' }))
  })

  test('does not open with its end cut off, under another key, or as the other cipher’s', () => {
    const cut: Sealed = { ...sealed, tag: Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64') }
    const other: Sealed = { ...sealed, sealed: sealing === 'A256GCM' ? 'SM4CTR-SM3' : 'A256GCM' }
    for (const wrong of [cut, other])
      expect(() => unseal(wrong, key, PLACE)).toThrow(expect.objectContaining({ code: 'seal-broken' }))
    expect(() => unseal(sealed, newDataKey(), PLACE)).toThrow(expect.objectContaining({ code: 'seal-broken' }))
  })

  test('has its key wrapped the same way, and either way unwraps', () => {
    const own = createKeys(Buffer.alloc(32, 5), 'k1', sealing)
    const wrapped = wrapKey(own, key, PLACE)
    expect(JSON.parse(wrapped)).toMatchObject({ sealed: sealing })
    expect(unwrapKey(createKeys(Buffer.alloc(32, 5)), wrapped, PLACE)).toEqual(key)
  })
})

test('SM4 and SM3 of this Node.js give the values of their standards', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  // GB/T 32907-2016, appendix A.1; GB/T 32905-2016, appendix A.1.
  const block = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  expect(block.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
})
