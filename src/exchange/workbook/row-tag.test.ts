import { describe, expect, test } from 'vitest'
import { createKeys } from '../../storage/keys/keys.ts'
import { rowTagMac } from '../../storage/keys/row-tags.ts'
import { readRowTag, rowTagText } from './row-tag.ts'

const keys = createKeys(Buffer.alloc(32, 7))
const mac = rowTagMac(keys, 'qinglan')
const row = { matterId: '0199a3c4-0000-7000-8000-000000000001', version: 12 }

describe('the tag of a row', () => {
  test('says which matter it is and as of which event', () => {
    expect(readRowTag(rowTagText(row, mac), mac)).toEqual(row)
    expect(readRowTag(` ${rowTagText(row, mac)} `, mac)).toEqual(row)
  })

  test.each<[string, (tag: string) => string]>([
    ['another matter', (tag) => tag.replace('0001.', '0002.')],
    ['another version', (tag) => tag.replace('.12.', '.13.')],
    ['another way to write the version', (tag) => tag.replace('.12.', '.012.')],
    ['another hash', (tag) => tag.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['a part of it', (tag) => tag.slice(0, -1)],
    ['nothing', () => ''],
  ])('does not hold with %s', (_, changed) => {
    expect(readRowTag(changed(rowTagText(row, mac)), mac)).toBeUndefined()
  })

  test('does not hold in another office, nor under another key', () => {
    const tag = rowTagText(row, mac)
    expect(readRowTag(tag, rowTagMac(keys, 'dongpu'))).toBeUndefined()
    expect(readRowTag(tag, rowTagMac(createKeys(Buffer.alloc(32, 8)), 'qinglan'))).toBeUndefined()
  })
})
