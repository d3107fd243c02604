import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { checkKey, keepMarks, readMarks } from '../tenants/marks.ts'
import { createKeys, DATA_KEY, type Keys, unseal, unwrapKey } from './keys.ts'
import { addWrappingKey, retire, rewrapAll, wrapByNext } from './renew.ts'
import { openKeys, refreshKeys } from './ring.ts'

let office: TestOffice
let deployment: Buffer
/** What the server holds in its memory all the time. */
let server: Keys
beforeAll(async () => {
  office = await testOffice()
  server = office.deps.keys
  deployment = server.first
})
afterAll(() => office?.dispose())

const owner = () => office.county.database.owner
const now = () => office.deps.now()
const open = async (title: string, phone: string) => {
  const clerk = await office.as('clerk')
  const form = { title, phone }
  const answer = await clerk('/api/matters', json({ procedure: 'tiny', channel: 'window', unitId: 'qinglan', form }))
  return (await bodyOf<{ id: string }>(answer)).id
}
type Row = { readonly tenant: string; readonly wrapped: string; readonly keyId: string; readonly fields: FormValues }
const rowOf = async (id: string): Promise<Row> =>
  (
    await owner().query(
      `select k.tenant, k.wrapped_key as wrapped, k.key_id as "keyId", m.matter -> 'fields' as fields from matter_keys k join matters m on m.id = k.matter_id where k.matter_id = $1`,
      [id],
    )
  ).rows[0]
const phoneOf = async (id: string, keys: Keys): Promise<unknown> => {
  const { tenant, wrapped, fields } = await rowOf(id)
  const key = unwrapKey(keys, wrapped, { tenant, matterId: id, field: DATA_KEY })
  return unseal(fields['phone'] as never, key, { tenant, matterId: id, field: 'phone' })
}
const NEXT = Buffer.from('fedcba9876543210FEDCBA9876543210')
const BROKEN = expect.objectContaining({ code: 'seal-broken' })

describe('a deployment key that is renewed while servers run', () => {
  test('loses nobody anything: before, between, after; and then opens nothing any more', async () => {
    const before = await open('换密钥以前', '13800000001')
    const shredded = await open('销毁了的', '13800000002')
    const marks = await readMarks(owner())
    await keepMarks(owner(), server, ['qinglan'], now())

    const from = await addWrappingKey(owner(), deployment, now(), 60_000)
    await refreshKeys(owner(), server, async () => deployment, now())
    // It is known by now, and not used before all know it.
    expect([server.id, [...server.wrapping.keys()]]).toEqual(['k1', ['k1', 'k2']])
    const between = await open('知道了还没用', '13800000003')
    expect((await rowOf(between)).keyId).toBe('k1')

    office.county.setNow(from)
    const late = createKeys(deployment)
    await refreshKeys(owner(), server, async () => deployment, now())
    const after = await open('用上了', '13800000004')
    expect((await rowOf(after)).keyId).toBe('k2')

    // A key that is destroyed while all are wrapped anew stays destroyed.
    await owner().query('update matter_keys set wrapped_key = null, shredded_at = now() where matter_id = $1', [
      shredded,
    ])
    expect(await rewrapAll(owner(), server)).toBe(2)
    expect(await rewrapAll(owner(), server)).toBe(0)
    expect((await rowOf(shredded)).wrapped).toBeNull()
    for (const [id, phone] of [
      [before, '13800000001'],
      [between, '13800000003'],
      [after, '13800000004'],
    ] as const)
      expect(await phoneOf(id, server)).toBe(phone)
    await expect(phoneOf(before, late)).rejects.toEqual(BROKEN)

    await wrapByNext(owner(), deployment, NEXT)
    for (const either of [deployment, NEXT]) {
      const keys = await openKeys(owner(), either, now())
      checkKey(await readMarks(owner()), keys)
      expect(await phoneOf(before, keys)).toBe('13800000001')
    }
    expect(await retire(owner(), await openKeys(owner(), NEXT, now()), NEXT, now())).toBeGreaterThan(0)
    await expect(openKeys(owner(), deployment, now())).rejects.toMatchObject({ details: { rule: 'other-key' } })
    const keys = await openKeys(owner(), NEXT, now())
    checkKey(await readMarks(owner()), keys)
    expect([keys.id, [...keys.wrapping.keys()].sort()]).toEqual(['k2', ['k1', 'k2']])
    // What was hashed is found again, and the server that runs on notices nothing.
    expect(keys.first).toEqual(deployment)
    await refreshKeys(owner(), server, async () => NEXT, now())
    expect(await phoneOf(await open('照常', '13800000005'), server)).toBe('13800000005')
    expect(marks.length).toBeGreaterThan(0)
  })

  test('can be renewed again; one renewal is brought to its end before the next', async () => {
    await addWrappingKey(owner(), NEXT, now(), 60_000)
    await expect(addWrappingKey(owner(), NEXT, now(), 0)).rejects.toMatchObject({ details: { rule: 'key-renewal' } })
    expect((await openKeys(owner(), NEXT, now())).id).toBe('k2')
    office.county.setNow(addMilliseconds(now(), 8 * 86_400_000))
    const keys = await openKeys(owner(), NEXT, now())
    expect(keys.id).toBe('k3')
    // Killed before the next deployment key was made: the present one goes on. Wrapping keys of more than a week ago go.
    expect(await retire(owner(), keys, NEXT, now())).toBe(2)
    expect((await owner().query('select distinct key_id from matter_keys where wrapped_key is not null')).rows).toEqual(
      [{ key_id: 'k3' }],
    )
  })

  test('what a thread that began before still wraps by the former key opens, and is wrapped anew', async () => {
    await refreshKeys(owner(), server, async () => NEXT, now())
    await addWrappingKey(owner(), NEXT, now(), 0)
    const keys = await openKeys(owner(), NEXT, now())
    await rewrapAll(owner(), keys)
    const straggler = await open('迟到的', '13800000006')
    expect((await rowOf(straggler)).keyId).not.toBe(keys.id)
    await expect(retire(owner(), server, NEXT, now())).rejects.toMatchObject({ details: { rule: 'key-renewal' } })
    await retire(owner(), keys, NEXT, now())
    const last = await open('最迟的', '13800000007')
    for (const [id, phone] of [
      [straggler, '13800000006'],
      [last, '13800000007'],
    ] as const)
      expect(await phoneOf(id, await openKeys(owner(), NEXT, now()))).toBe(phone)
  })
})
