import { expect, test } from 'vitest'
import type { Matter } from '../matter/matter.ts'
import { text } from '../wording/text.ts'
import type { Field, FieldValue } from './form.ts'
import { knownAnswers } from './known-answers.ts'

const named = text('问', 'Q')
const matter = {
  title: '栏杆断了',
  place: '石桥',
  unitId: 'dongpu',
  category: 'facility',
  ownerPostId: 'handler',
  fields: {
    measures: '换栏杆',
    colour: 'red',
    several: ['a', 'b'],
    demands: [{ what: '封路', by: '今天' }],
    phone: { sealed: 'A256GCM', iv: '', data: '', tag: '' },
    photos: [{ sha256: 'a'.repeat(64), name: '一.jpg', type: 'image/jpeg', size: 1 }],
  },
} as unknown as Matter

const opensWith = (field: Field, name = 'asked'): FieldValue | undefined =>
  knownAnswers({ title: named, fields: { [name]: field } }, matter)[name]
const kept = { purpose: named, retention: { length: 1, unit: 'year' } } as const
const choice = (known: true, ...options: string[]): Field => ({
  kind: 'choice',
  title: named,
  known,
  options: Object.fromEntries(options.map((each) => [each, named])),
})

test('a question that sets a fact opens with it, unless another answer is asked for', () => {
  expect(opensWith({ kind: 'unit', title: named, sets: 'unit' })).toBe('dongpu')
  expect(opensWith({ kind: 'post', title: named, sets: 'owner' })).toBe('handler')
  expect(opensWith({ kind: 'unit', title: named, sets: 'unit', known: false })).toBeUndefined()
  expect(opensWith({ kind: 'unit', title: named, sets: 'unit', known: 'suggestedUnit' })).toBeUndefined()
})

test('what was answered before under this name, or another, stands there', () => {
  expect(opensWith({ kind: 'longText', title: named, known: true }, 'measures')).toBe('换栏杆')
  expect(opensWith({ kind: 'longText', title: named, known: 'measures' })).toBe('换栏杆')
  expect(opensWith({ kind: 'text', title: named, known: 'title' })).toBe('栏杆断了')
  expect(opensWith({ kind: 'longText', title: named }, 'measures')).toBeUndefined()
})

test('an option that is not offered any more is asked anew', () => {
  expect(opensWith(choice(true, 'red', 'blue'), 'colour')).toBe('red')
  expect(opensWith(choice(true, 'blue'), 'colour')).toBeUndefined()
  const several: Field = { kind: 'choices', title: named, known: true, options: { b: named, c: named } }
  expect(opensWith(several, 'several')).toEqual(['b'])
})

test('rows come with the columns that are asked again', () => {
  const fields = { what: { kind: 'text', title: named }, done: { kind: 'yesNo', title: named } } as const
  expect(opensWith({ kind: 'items', title: named, known: true, fields }, 'demands')).toEqual([{ what: '封路' }])
})

test('sealed answers and files never come back', () => {
  expect(opensWith({ kind: 'text', title: named, known: true, personal: kept }, 'phone')).toBeUndefined()
  expect(opensWith({ kind: 'text', title: named, known: 'phone' })).toBeUndefined()
  expect(opensWith({ kind: 'files', title: named, known: true }, 'photos')).toBeUndefined()
})

test('a name that every object has is no answer', () =>
  expect(opensWith({ kind: 'text', title: named, known: 'constructor' })).toBeUndefined())
