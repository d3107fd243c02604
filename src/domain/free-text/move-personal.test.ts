import { describe, expect, test } from 'vitest'
import type { Form } from '../procedure/form.ts'
import { text } from '../wording/text.ts'
import { movePersonal } from './move-personal.ts'

const kept = { purpose: text('联系', 'Contact'), retention: { length: 2, unit: 'year' } } as const
const title = text('问', 'Q')
const form: Form = {
  title: text('反映', 'Report'),
  fields: {
    description: { kind: 'longText', title },
    category: { kind: 'choice', title, options: { lamp: text('灯', 'Lamp') } },
    rows: { kind: 'items', title, fields: { title: { kind: 'text', title } } },
    contactName: { kind: 'text', title, max: 40, personal: { ...kept, holds: 'name' } },
    contactPhone: { kind: 'text', title, max: 40, personal: { ...kept, holds: 'phone' } },
  },
}

describe('contact that stands in a text', () => {
  test('moves to the sealed fields of the form', () => {
    expect(movePersonal(form, { description: '我叫王试题，打13900001234', category: 'lamp' })).toEqual({
      answers: {
        description: '我叫【姓名】，打【电话】',
        category: 'lamp',
        contactName: '王试题',
        contactPhone: '13900001234',
      },
      found: ['name', 'phone'],
    })
  })

  test('a second number stands behind the first; a known one is not repeated; a name is never replaced', () => {
    const given = {
      description: '我叫王试题，打13900001234或13900005678',
      contactName: '何范本',
      contactPhone: '139 0000 1234',
    }
    expect(movePersonal(form, given).answers).toMatchObject({
      contactName: '何范本',
      contactPhone: '139 0000 1234、13900005678',
    })
  })

  test('rows are masked, sealed fields are left alone', () => {
    const given = { rows: [{ title: '打13900001234' }], contactPhone: '0571-87654321' }
    expect(movePersonal(form, given).answers).toEqual({
      rows: [{ title: '打【电话】' }],
      contactPhone: '0571-87654321、13900001234',
    })
  })
})
