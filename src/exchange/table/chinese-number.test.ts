import { expect, test } from 'vitest'
import { chineseNumber } from './chinese-number.ts'

test.each<[string, number]>([
  ['五', 5],
  ['零', 0],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['三百二十', 320],
  ['两千零一十', 2_010],
  ['三万五千', 35_000],
  ['三万零五', 30_005],
  ['叁万伍仟', 35_000],
  ['壹佰贰拾叁万', 1_230_000],
  ['一亿二千万', 120_000_000],
  ['3万5千', 35_000],
  ['1.5亿', 150_000_000],
  ['2.35万', 23_500],
  ['二〇二六', 2026],
  ['１２', 12],
])('%s is %d', (text, number) => expect(chineseNumber(text)).toBe(number))

test.each([
  '',
  '三万五',
  '三百五',
  '五十万万',
  '十百',
  '二三十',
  '若干',
  '十几',
  '三四个',
  '1万2万',
  '一二三万',
  '半',
  '万',
  '-五',
])('%s is no number that is sure', (text) => expect(chineseNumber(text)).toBeUndefined())
