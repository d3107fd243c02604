import { expect, test } from 'vitest'
import { readOfficePhone } from './office-phone.ts'

test.each([
  ['0399-6012345', '0399-6012345'],
  ['0399 6012345', '03996012345'],
  ['６０１２３４５', '6012345'],
  ['0399-6012345转8', '0399-6012345转8'],
  ['12345', '12345'],
  ['400-820-0000', '400-820-0000'],
])('the line of a desk: %s', (typed, kept) => expect(readOfficePhone(typed)).toBe(kept))

test.each(['13812345678', '138 1234 5678', '0399', '问值班员', '6012345、13812345678'])(
  'nobody’s own number and no words: %s',
  (typed) => expect(readOfficePhone(typed)).toBeUndefined(),
)
