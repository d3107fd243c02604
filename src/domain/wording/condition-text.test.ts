import { describe, expect, test } from 'vitest'
import { planted } from '../../testing/planted.ts'
import { seatedProcedure } from '../../testing/seated-procedure.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import type { Condition } from '../procedure/condition.ts'
import { NAMED_CONDITIONS } from '../procedure/named-conditions.ts'
import type { Guard } from '../procedure/procedure.ts'
import type { Taker } from '../procedure/taker.ts'
import { conditionText, guardText } from './condition-text.ts'
import { GUARD_TEXT } from './guard-text.ts'
import { takersText } from './taker-text.ts'
import { text } from './text.ts'

const major: Condition = { the: 'level', is: ['major', 'serious'] }
const often: Condition = { the: { rounds: 'back' }, atLeast: 3 }

const WORDS: readonly (readonly [Condition, zh: string, en: string])[] = [
  [major, '“等级”是重大、较大', '"Level" is Major or Serious'],
  [{ not: major }, '“等级”不是重大、较大', '"Level" is not Major or Serious'],
  [{ the: 'ready', is: ['yes'] }, '“同意”是“是”', '"Agrees" is yes'],
  [often, '“退回”的次数不少于3', 'the number of times "Back" was taken is at least 3'],
  [{ not: often }, '“退回”的次数少于3', 'the number of times "Back" was taken is below 3'],
  [{ the: 'returns', atMost: 2 }, '退回次数不多于2', 'the number of returns is at most 2'],
  [{ not: { the: 'returns', atMost: 2 } }, '退回次数多于2', 'the number of returns is above 2'],
  [
    { the: { rows: 'assistants' }, atLeast: 1 },
    '“协办单位”的行数不少于1',
    'the number of rows of "Assisting units" is at least 1',
  ],
  [
    { the: { sum: 'assistants', of: 'what' }, atLeast: 5 },
    '“协办单位”的“协办什么”合计不少于5',
    'the sum of "What" over "Assisting units" is at least 5',
  ],
  [{ the: 'listedOn', recorded: true }, '“挂牌日期”已经填了', '"Listed on" is recorded'],
  [{ not: { the: 'listedOn', given: true } }, '“挂牌日期”没有填', '"Listed on" is not recorded'],
  [
    { day: 'today', notBefore: { field: 'listedOn' }, days: 3 },
    '今天不早于“挂牌日期”后3日',
    'today is not before 3 days after "Listed on"',
  ],
  [{ not: { day: 'today', notBefore: 'opening' } }, '今天早于登记那天', 'today is before the day of registering'],
  [
    { day: { field: 'listedOn' }, notAfter: 'stateSince', days: 1 },
    '“挂牌日期”不晚于进入本环节那天前1日',
    '"Listed on" is not after 1 day before the day this stage began',
  ],
  [{ actor: 'handled' }, '由经办过的人办', 'by somebody who handled it'],
  [{ not: { actor: 'registered' } }, '不由登记人办', 'not by whoever registered it'],
  [{ actor: { holds: 'sponsor' } }, '由包案领导办', 'by the sponsoring leader'],
  [{ not: { actor: { holds: 'sponsor' } } }, '不能由包案领导办', 'never by the sponsoring leader'],
  [{ seat: 'sponsor', filled: true }, '定了包案领导', 'a sponsoring leader is named'],
  [{ not: { seat: 'sponsor', filled: true } }, '没有定包案领导', 'no sponsoring leader is named'],
  [
    { seat: 'assist', every: ['answered', 'refused'] },
    '协办单位都反馈或回绝',
    'every holder of assisting units has answered or refused',
  ],
  [
    { not: { seat: 'assist', every: ['answered'] } },
    '协办单位没有都反馈',
    'not every holder of assisting units has answered',
  ],
  [{ seat: 'party', any: ['signed'] }, '至少一个当事人签收', 'at least one holder of party has signed for'],
  [{ not: { seat: 'party', any: ['signed'] } }, '没有当事人签收', 'no holder of party has signed for'],
  [{ children: 'any' }, '转出过事项', 'a matter came of it'],
  [{ not: { children: 'any' } }, '没有转出事项', 'no matter came of it'],
  [{ children: 'every', group: 'done' }, '由它转出的事项都办结', 'every matter that came of it is closed'],
  [
    { not: { children: 'every', group: 'done' } },
    '由它转出的事项没有都办结',
    'not every matter that came of it is closed',
  ],
  [
    { children: 'any', outcome: ['closed'] },
    '由它转出的事项至少一件结果是“办结”',
    'at least one matter that came of it ended as "Closed"',
  ],
  [{ files: 'sinceState' }, '附了材料', 'a file is handed in'],
  [
    { all: [major, { not: often }] },
    '“等级”是重大、较大，并且“退回”的次数少于3',
    '"Level" is Major or Serious and the number of times "Back" was taken is below 3',
  ],
  [
    { not: { all: [{ files: 'sinceState' }, { any: [{ actor: 'handled' }, { children: 'any' }] }] } },
    '没有附材料，或者（不由经办过的人办，并且没有转出事项）',
    'no file is handed in or (not by anybody who handled it and no matter came of it)',
  ],
]

describe('a condition in words', () => {
  for (const [condition, zh, en] of WORDS)
    test(zh, () => {
      expect(conditionText(condition, seatedProcedure, [tinyProcedure])).toEqual({ zh, en })
    })

  test.each(Object.keys(NAMED_CONDITIONS) as Guard[])('%s is said by its name, written out or not', (name) => {
    expect(guardText(name, seatedProcedure)).toBe(GUARD_TEXT[name])
    expect(guardText(NAMED_CONDITIONS[name], seatedProcedure)).toBe(GUARD_TEXT[name])
  })
})

describe('a seat with words of its own for how its holders stand', () => {
  const served = planted(seatedProcedure, 'seats.party.stands', { answered: text('已送达', 'Served') })
  const said = (condition: Condition) => conditionText(condition, served)
  const all: Condition = { seat: 'party', every: ['answered'] }
  const some: Condition = { seat: 'party', any: ['answered', 'refused'] }
  test.each([
    [all, '当事人都是“已送达”', 'all party are "Served"'],
    [{ not: all }, '当事人不都是“已送达”', 'not all party are "Served"'],
    [some, '至少一个当事人是“已送达”或“回绝”', 'some party are "Served" or "refused"'],
    [{ not: some }, '没有当事人是“已送达”或“回绝”', 'no party are "Served" or "refused"'],
  ] as const)('%j', (condition, zh, en) => {
    expect(said(condition)).toEqual({ zh, en })
  })
})

describe('takers in words', () => {
  const said = (...by: Taker[]) => takersText(by, seatedProcedure)
  test('say the side, the seat, what lies below, and who is left out', () => {
    expect(said({ role: 'leader', at: 'ordering' }, 'handler')).toEqual({
      zh: '交办方的分管领导、承办岗',
      en: 'Leader in charge of the ordering side, Handler',
    })
    expect(said({ role: 'clerk', is: 'assist' })).toEqual({
      zh: '协办单位（受理岗）',
      en: 'Assisting units (Intake clerk)',
    })
    expect(said({ role: 'handler', below: 'responsible' })).toEqual({
      zh: '承办单位及下级的承办岗',
      en: 'Handler of the responsible unit or below it',
    })
    expect(said({ role: 'verifier', outside: 'responsible' })).toEqual({
      zh: '复查岗（承办单位以外）',
      en: 'Verifier, outside the responsible unit',
    })
  })

  test('name a place once for all roles that stand there', () => {
    expect(said({ role: 'leader', at: 'ordering' }, { role: 'clerk', at: 'ordering' }, 'handler')).toEqual({
      zh: '交办方（分管领导、受理岗）、承办岗',
      en: 'Leader in charge or Intake clerk of the ordering side, Handler',
    })
  })

  test('people stand before the system', () => {
    expect(said('system', 'clerk').zh).toBe('受理岗')
    expect(said('system').zh).toBe('系统')
  })
})
