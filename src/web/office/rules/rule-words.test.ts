import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../domain/wording/text.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { en } from '../../words/en.ts'
import { rulesEn } from '../../words/rules.en.ts'
import { rulesZh } from '../../words/rules.zh.ts'
import { zh } from '../../words/zh.ts'
import { procedureGraph } from './diagram/diagram-graph.ts'
import { conditionOf, labelOf, startLabel } from './diagram/diagram-words.ts'
import { afterLines, fromText, lengthText, onlyWhenText, rollText, type Speech, shortLength } from './rule-words.ts'

const speechIn = (locale: Locale): Speech => ({
  words: locale === 'zh' ? zh : en,
  rules: locale === 'zh' ? rulesZh : rulesEn,
  locale,
  say: (text) => text[locale],
})

/** Everything the page writes about the deadlines and in the diagram of each procedure. */
function everyText(locale: Locale): string[] {
  const speech = speechIn(locale)
  return PROCEDURES.flatMap((procedure) => {
    const graph = procedureGraph(procedure)
    const deadlines = Object.entries(procedure.deadlines).flatMap(([id, rule]) => [
      lengthText(procedure, rule, undefined, speech),
      shortLength(rule, undefined, speech),
      fromText(procedure, id, speech),
      rollText(rule, speech),
      onlyWhenText(procedure, rule, speech) ?? '',
      ...afterLines(procedure, rule, speech),
    ])
    const labels = [
      ...graph.edges.map((edge) => labelOf(procedure, edge, {}, speech)),
      startLabel(procedure, {}, speech),
    ]
    const conditions = graph.nodes.map((node) => conditionOf(procedure, node, speech))
    return [...deadlines, ...labels.map((label) => label?.text ?? ''), ...conditions]
  })
}

describe('rules in words', () => {
  test('hold no Latin letter in Chinese', () => {
    expect(everyText('zh').filter((text) => /[A-Za-z]/.test(text))).toEqual([])
  })

  test('hold no Chinese in English', () => {
    expect(everyText('en').filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
  })

  test('say how long, from when, and what happens then', () => {
    const hazard = PROCEDURES.find(({ id }) => id === 'hazard')
    const rule = hazard?.deadlines['reinspect']
    if (!hazard || !rule) throw new Error('hazards have a reinspection')
    const speech = speechIn('zh')
    expect(lengthText(hazard, rule, undefined, speech)).toBe('10日')
    expect(lengthText(hazard, rule, { length: 7, unit: 'workingDay', document: '清澜安办〔2026〕3号' }, speech)).toBe(
      '7个工作日',
    )
    expect(rollText(rule, speech)).toBe('宜提前办完，期限不变')
    expect(afterLines(hazard, rule, speech)).toEqual(['用到八成提醒', '逾期1个工作日报分管领导（督办）'])
  })
})
