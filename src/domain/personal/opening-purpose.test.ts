import { expect, test } from 'vitest'
import { saysSomething } from './opening-purpose.ts'

test.each([
  '看看',
  '看一看。',
  '随便看看',
  '工作需要',
  '想了解一下情况',
  '。。。。',
  '1111',
  '啊啊啊啊',
  'just looking',
  'test test',
])('%s says nothing', (reason) => {
  expect(saysSomething(reason)).toBe(false)
})

test.each([
  '回访结果',
  '约时间上门',
  '核对门牌',
  '查处罚决定送到哪里',
  'asks for the way',
  '家属来领材料',
  'Call back',
])('%s says why', (reason) => {
  expect(saysSomething(reason)).toBe(true)
})
