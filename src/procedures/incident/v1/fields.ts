import type { Condition } from '../../../domain/procedure/condition.ts'
import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore } from '../../shared/v1/boundless.ts'
import { ACCIDENT_KINDS, INCIDENT_KINDS } from '../../shared/v1/incident-kinds.ts'

/** Questions that several forms of an incident ask. */

export const longText = (zh: string, en: string, max = 3000) =>
  ({ kind: 'longText', title: text(zh, en), required: true, min: 2, max }) as const satisfies FieldOf<'longText'>

/** Three facts that no later word changes: when it happened, when it was known, when it was reported. */
export const eventAt = {
  kind: 'dateTime',
  title: text('发生时间', 'Happened at'),
  required: true,
  notAfter: 'today',
  boundless: longBefore,
} as const satisfies FieldOf<'dateTime'>

export const knownAt = {
  kind: 'dateTime',
  title: text('得知时间', 'Known at'),
  hint: text('本单位负责人或值班接到的时间', 'When the head of the unit, or the duty desk, was told'),
  required: true,
  notBefore: { field: 'eventAt' },
  notAfter: 'today',
} as const satisfies FieldOf<'dateTime'>

/** A moment between knowing and now; `doneAt` of clocks that it meets. */
export const since = (zh: string, en: string, earliest = 'knownAt') =>
  ({
    kind: 'dateTime',
    title: text(zh, en),
    required: true,
    notBefore: { field: earliest },
    notAfter: 'today',
    means: 'doneAt',
    known: false,
  }) as const satisfies FieldOf<'dateTime'>

const count = (zh: string, en: string) =>
  ({
    kind: 'number',
    title: text(zh, en),
    required: true,
    min: 0,
    max: 100_000,
    known: true,
  }) as const satisfies FieldOf<'number'>

export const category = {
  kind: 'choice',
  title: text('事件种类', 'Kind of event'),
  required: true,
  options: INCIDENT_KINDS,
  sets: 'category',
} as const satisfies FieldOf<'choice'>

/** Casualties and loss, as far as they are known (Regulations art. 12). Numbers only. */
export const harm = {
  deaths: count('死亡人数', 'Deaths'),
  missing: count('失联人数', 'Missing'),
  injured: count('重伤人数', 'Seriously injured'),
  loss: {
    ...count('直接经济损失（万元）', 'Direct loss (10,000 yuan)'),
    hint: text('初步估计；还没有就填0', 'First estimate; 0 when there is none yet'),
    max: 100_000_000,
  },
} as const satisfies Form['fields']

/** What the four grades are called (Regulations art. 3; Emergency Response Law art. 3). */
export const GRADES = {
  major: text('特别重大', 'Extraordinary'),
  serious: text('重大', 'Major'),
  general: text('较大', 'Larger'),
  low: text('一般', 'Ordinary'),
} as const

/** The lower bound is in the grade, the upper is not. */
const from = (...least: readonly [number, number, number]) =>
  [
    { atLeast: 0, level: 'low' },
    { atLeast: least[0], level: 'general' },
    { atLeast: least[1], level: 'serious' },
    { atLeast: least[2], level: 'major' },
  ] as const

/** The highest that deaths, serious injuries or loss stand for. */
export const grading = {
  category,
  ...harm,
  level: {
    kind: 'level',
    title: text('事件等级', 'Grade'),
    hint: text(
      '按死亡、重伤、损失中最高的一项；等级和响应级别是两回事',
      'By the highest of deaths, injuries and loss; not the response level',
    ),
    required: true,
    sets: 'level',
    options: GRADES,
    bands: {
      of: 'deaths',
      from: from(3, 10, 30),
      and: [
        { of: 'injured', from: from(10, 50, 100) },
        { of: 'loss', from: from(1000, 5000, 10_000) },
      ],
      lowerBecause: 'gradeWhy',
    },
  },
  gradeWhy: {
    kind: 'text',
    title: text('低于数值的依据', 'Why below its numbers'),
    hint: text(
      '自然灾害、公共卫生等按各自的分级标准才填',
      'Only where another standard grades it: natural events, public health',
    ),
    max: 200,
  },
} as const satisfies Form['fields']

export const IS_ACCIDENT: Condition = { the: 'category', is: ACCIDENT_KINDS }
export const NO_ACCIDENT: Condition = { not: IS_ACCIDENT }

const below = (deaths: number, injured: number, loss: number): Condition => ({
  not: {
    any: [
      { the: 'deaths', atLeast: deaths },
      { the: 'injured', atLeast: injured },
      { the: 'loss', atLeast: loss },
    ],
  },
})

/** An accident is graded by its numbers and not below them, whatever the reason (Regulations art. 3). */
export const NOT_BELOW_ITS_NUMBERS: Condition = {
  any: [
    NO_ACCIDENT,
    { the: 'level', is: ['major'] },
    { all: [{ the: 'level', is: ['serious'] }, below(30, 100, 10_000)] },
    { all: [{ the: 'level', is: ['general'] }, below(10, 50, 5000)] },
    { all: [{ the: 'level', is: ['low'] }, below(3, 10, 1000)] },
  ],
}
