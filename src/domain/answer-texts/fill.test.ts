import { expect, test } from 'vitest'
import { fillText, unknownPlaceholders } from './fill.ts'

test('what the matter says stands in place of the words in braces; what it does not say is a gap', () => {
  const body = '您反映的{事由}（{编号}）由{单位}办理，{期限}前答复您。'
  const facts = { 编号: 'SJ-2026-0001', 事由: '路灯不亮', 单位: '东浦镇' }
  expect(fillText(body, facts)).toBe('您反映的路灯不亮（SJ-2026-0001）由东浦镇办理，____前答复您。')
})

test('what is filled in is not filled in again', () => {
  expect(fillText('{事由}', { 事由: '{编号}', 编号: 'SJ-1' })).toBe('{编号}')
})

test('braces with other words in them are found', () => {
  expect(unknownPlaceholders('{编号}由{承办人}办，{}')).toEqual(['{承办人}', '{}'])
})
