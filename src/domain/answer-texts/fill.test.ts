import { expect, test } from 'vitest'
import { text } from '../wording/text.ts'
import { fillText, unknownPlaceholders } from './fill.ts'

const same = (words: string) => text(words, words)
const facts = { 编号: same('SJ-2026-0001'), 事由: same('路灯不亮'), 单位: text('东浦镇', 'Dongpu Town') }

test('what the matter says stands in place of the words in braces; what it does not say is a gap', () => {
  const body = '您反映的{事由}（{编号}）由{单位}办理，{期限}前答复您。'
  expect(fillText(body, facts)).toBe('您反映的路灯不亮（SJ-2026-0001）由东浦镇办理，____前答复您。')
})

test('an English text is filled in in English', () => {
  expect(fillText('{编号} is with {单位}.', facts)).toBe('SJ-2026-0001 is with Dongpu Town.')
})

test('what is filled in is not filled in again', () => {
  expect(fillText('标题{事由}', { ...facts, 事由: same('{编号}') })).toBe('标题{编号}')
})

test('braces with other words in them are found', () => {
  expect(unknownPlaceholders('{编号}由{承办人}办，{}')).toEqual(['{承办人}', '{}'])
})
