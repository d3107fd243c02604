import { describe, expect, test } from 'vitest'
import { changesFrom } from './draft.ts'

describe('a draft holds what somebody changed', () => {
  const known = { unit: 'dongpu', measures: '换栏杆', rows: [{ what: '封路', by: '今天' }], several: ['a', 'b'] }

  test('nothing while everything stands as it is on record', () =>
    expect(changesFrom(known, { ...known, rows: [{ by: '今天', what: '封路' }] })).toEqual({}))

  test('the answer that is another, and the one that is new', () =>
    expect(changesFrom(known, { ...known, unit: 'yunxi', note: '补一句' })).toEqual({ unit: 'yunxi', note: '补一句' }))

  test('that an answer on record was emptied, and not that a question was left empty', () =>
    expect(changesFrom(known, { ...known, measures: '', note: '', rows: [] })).toEqual({ measures: null, rows: null }))

  test('one choice less, one row more', () => {
    const answers = { ...known, several: ['a'], rows: [...known.rows, { what: '立牌' }] }
    expect(changesFrom(known, answers)).toEqual({ several: ['a'], rows: answers.rows })
  })
})
