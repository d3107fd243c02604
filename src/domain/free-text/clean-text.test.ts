import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'

test.each([
  ['zero-width characters', '\u200b\u200d\u2060\ufeff'],
  ['fillers and blank braille', '\u3164\u115f\u2800'],
  ['tags', '\u{e0041}\u{e0042}'],
  ['marks without a letter', '\u0301\u0302'],
])('a text of %s is empty', (_, text) => {
  expect(cleanText(text)).toBe('')
})

test('a right-to-left override turns nothing round', () => {
  expect(cleanText('\u202e路灯坏了\u202c')).toBe('路灯坏了')
})

test('what people see stays: line ends, emoji families, Persian joiners', () => {
  for (const text of ['第一行\n\t第二行', '👨‍👩‍👧 坏了', '❤️', 'می\u200cخواهم', '…']) expect(cleanText(text)).toBe(text)
})
