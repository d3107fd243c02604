import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { checklistV1 } from '../../procedures/checklist/v1/procedure.ts'
import { given } from '../../testing/given.ts'
import { checkedSite } from '../../testing/procedures/sheet-procedure.ts'

const items = [
  { no: '1', item: '通道畅通', points: 20, veto: true },
  { no: '2', item: '没有住人', points: 10 },
  { no: '2.1', item: '与住人部分分隔', points: 5, afterNo: '2', afterResult: ['failed'] },
  { no: '3', item: '燃气软管', points: 5, places: ['smallRestaurant'] },
]
const list = { name: '店铺检查表', category: 'nineSmall', items }
const drafted = () => given(checklistV1, 'inspector', list).takes('triage', 'publish')
const known = (record: Matter) => new Map([[record.reference, record]])

const place = { category: 'smallShop', address: '东浦镇中街1号', placeUnit: 'dongpu', checklist: 'JB-2026-0001' }
const site = (form: FormValues = place, record: Matter = drafted().matter()) =>
  given(checkedSite(), 'inspector', form, { named: known(record) }).takes('triage', 'publish')
const change = {
  name: '中街小店',
  category: 'smallShop',
  address: '东浦镇中街1号',
  placeUnit: 'dongpu',
  reason: '例行检查',
}
const answering = (...rows: FormValues[]) => ({ ...change, sheet: rows })
const refused = (rule: string, limit: string) => ({ issues: [{ field: 'sheet', rule, limit }] })

describe('rows that a record brings', () => {
  test('are answered by their key, and recorded with what the record says of them', () => {
    const checked = site().takes('clerk', 'revise', answering({ no: '2', result: 'ok' }, { no: '1', result: 'failed' }))
    expect(checked.matter().fields).toMatchObject({
      checklist: 'JB-2026-0001@2',
      sheet: [
        { no: '1', item: '通道畅通', points: 20, veto: true, result: 'failed' },
        { no: '2', item: '没有住人', points: 10, result: 'ok' },
      ],
      lost: 20,
    })
  })

  test('are all answered', () => {
    site().refuses('clerk', 'revise', 'form-invalid', refused('row-missing', '2'), answering({ no: '1', result: 'ok' }))
  })

  test('are no others', () => {
    const rows = [
      { no: '1', result: 'ok' },
      { no: '2', result: 'ok' },
    ]
    site()
      .refuses(
        'clerk',
        'revise',
        'form-invalid',
        refused('no-such-row', '9'),
        answering(...rows, { no: '9', result: 'ok' }),
      )
      .refuses(
        'clerk',
        'revise',
        'form-invalid',
        refused('repeated', '1'),
        answering(...rows, { no: '1', result: 'failed' }),
      )
  })

  test('are asked by the kind of place', () => {
    const rows = [
      { no: '1', result: 'ok' },
      { no: '2', result: 'ok' },
      { no: '3', result: 'ok' },
    ]
    site().refuses('clerk', 'revise', 'form-invalid', refused('no-such-row', '3'), answering(...rows))
    site().takes('clerk', 'revise', { ...answering(...rows), category: 'smallRestaurant' })
  })

  test('are asked when the earlier row was answered as the record says', () => {
    const without = [
      { no: '1', result: 'ok' },
      { no: '2', result: 'failed' },
    ]
    site()
      .refuses('clerk', 'revise', 'form-invalid', refused('row-missing', '2.1'), answering(...without))
      .takes('clerk', 'revise', answering(...without, { no: '2.1', result: 'failed' }))
  })

  test('say what the record says, whatever was sent for it', () => {
    const rows = [
      { no: '1', result: 'failed', item: '别的', points: 1 },
      { no: '2', result: 'ok' },
    ]
    const { fields } = site()
      .takes('clerk', 'revise', answering(...rows))
      .matter()
    expect(fields).toMatchObject({ sheet: [{ item: '通道畅通', points: 20 }, {}], lost: 20 })
  })

  test('are those of the version on record, also when the record has changed since', () => {
    const opened = site()
    const changed = drafted().takes('clerk', 'revise', { ...list, items: items.slice(0, 1), reason: '删去一项' })
    const [, version] = [changed.matter().version, 2]
    const rows = answering({ no: '1', result: 'ok' }, { no: '2', result: 'ok' })
    // The story of the record was not read: what it says now is all that is known.
    opened
      .knowing(known(changed.matter()))
      .refuses('clerk', 'revise', 'form-invalid', refused('no-such-row', '2'), rows)
    opened
      .knowing(known(changed.matter()), (_, asked) => (asked === version ? { items } : undefined))
      .takes('clerk', 'revise', rows)
  })
})

describe('an answer that is taken from a record', () => {
  test('stands there when nothing else was answered', () => {
    expect(site().matter()).toMatchObject({ title: '店铺检查表', fields: { name: '店铺检查表' } })
  })

  test('gives way to what was answered', () => {
    expect(site({ ...place, name: '中街小店' }).matter().title).toBe('中街小店')
  })
})
