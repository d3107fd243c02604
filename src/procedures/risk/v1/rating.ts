import type { Field, Fields } from '../../../domain/procedure/form.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { level } from '../../shared/v1/common-fields.ts'

/*
 * Two ways to rate a risk (PROCEDURES 7.2, 7.3). LS: likelihood by impact, scheme A. LEC: likelihood by exposure by consequence,
 * variant 2, for dangerous work. The number is worked out, the level follows from it, and a lower one needs a reason.
 */

const likelihood = {
  kind: 'choice',
  title: text('可能性（L）', 'Likelihood (L)'),
  required: true,
  options: {
    '1': text('1 五十年以上一次', '1 Less than once in 50 years'),
    '2': text('2 十年以上一次', '2 Less than once in 10 years'),
    '3': text('3 十年内一次', '3 Once within 10 years'),
    '4': text('4 五年内一次', '4 Once within 5 years'),
    '5': text('5 每年都有', '5 Every year'),
  },
} as const satisfies Field

const impact = {
  kind: 'choice',
  title: text('影响（S）', 'Impact (S)'),
  hint: text('不涉及伤亡的，比照轻重', 'Without injuries: by comparable weight'),
  required: true,
  options: {
    '1': text('1 一人轻伤', '1 One slight injury'),
    '2': text('2 一至三之间', '2 Between 1 and 3'),
    '3': text('3 一人重伤', '3 One serious injury'),
    '4': text('4 多人重伤', '4 Several serious injuries'),
    '5': text('5 有人死亡', '5 A death'),
  },
} as const satisfies Field

const lecLikelihood = {
  kind: 'choice',
  title: text('发生的可能性（L）', 'Likelihood (L)'),
  required: true,
  options: {
    '10': text('10 完全可以预料', '10 Fully expected'),
    '6': text('6 相当可能', '6 Quite possible'),
    '3': text('3 可能，但不经常', '3 Possible, not often'),
    '1': text('1 可能性小，完全意外', '1 Unlikely'),
    '0.5': text('0.5 很不可能，可以设想', '0.5 Very unlikely'),
    '0.2': text('0.2 极不可能', '0.2 Extremely unlikely'),
    '0.1': text('0.1 实际不可能', '0.1 Practically impossible'),
  },
} as const satisfies Field

const exposure = {
  kind: 'choice',
  title: text('暴露的频繁程度（E）', 'Exposure (E)'),
  required: true,
  options: {
    '10': text('10 连续暴露', '10 Continuous'),
    '6': text('6 每天工作时间内暴露', '6 Daily in work time'),
    '3': text('3 每周一次或偶然暴露', '3 Weekly or occasional'),
    '2': text('2 每月一次', '2 Monthly'),
    '1': text('1 每年几次', '1 A few times a year'),
    '0.5': text('0.5 非常罕见', '0.5 Very rare'),
  },
} as const satisfies Field

const consequence = {
  kind: 'choice',
  title: text('后果（C）', 'Consequence (C)'),
  required: true,
  options: {
    '100': text('100 三人以上死亡', '100 Three or more dead'),
    '40': text('40 二至三人死亡', '40 Two or three dead'),
    '15': text('15 一人死亡或三人以上重伤', '15 One dead or over three seriously hurt'),
    '7': text('7 重伤', '7 A serious injury'),
    '3': text('3 一至三人轻伤', '3 One to three slightly hurt'),
    '1': text('1 轻微', '1 Trivial'),
  },
} as const satisfies Field

const lowerReason = {
  kind: 'text',
  title: text('低于算出的等级的理由', 'Why lower than worked out'),
  hint: text('等级比算出的低时必填；写明依据', 'Required when the level is lower than worked out'),
  max: 200,
} as const satisfies Field

export const LS_BANDS = [
  { atLeast: 1, level: 'low' },
  { atLeast: 4, level: 'general' },
  { atLeast: 9, level: 'serious' },
  { atLeast: 20, level: 'major' },
] as const

/** Both ends of [160, 320] are orange: the next value above 320 that the scales can give is 350. */
export const LEC_BANDS = [
  { atLeast: 0, level: 'low' },
  { atLeast: 70, level: 'general' },
  { atLeast: 160, level: 'serious' },
  { atLeast: 321, level: 'major' },
] as const

const value = (title: Text, product: readonly string[]) =>
  ({ kind: 'number', title, computed: { product } }) as const satisfies Field

const lsLevel = {
  ...level,
  hint: text(
    '两数相乘：20以上重大，9至16较大，4至8一般，3以下低',
    'Product: 20 and more major, 9–16 serious, 4–8 general, up to 3 low',
  ),
} as const
const lecLevel = {
  ...level,
  hint: text(
    '三数相乘：320以上重大，160至320较大，70以上一般，70以下低',
    'Product: over 320 major, 160–320 serious, from 70 general, below low',
  ),
} as const

const INHERENT = text('固有风险值', 'Inherent value')
const INHERENT_LEVEL = text('固有风险等级', 'Inherent level')
const RESIDUAL = text('剩余风险值', 'Residual value')
const RESIDUAL_LEVEL = text('剩余风险等级', 'Residual level')

/** Before controls. */
export const inherentByLs = {
  likelihood,
  impact,
  riskValue: value(INHERENT, ['likelihood', 'impact']),
  inherentLevel: {
    ...lsLevel,
    title: INHERENT_LEVEL,
    bands: { of: 'riskValue', from: LS_BANDS, lowerBecause: 'lowerReason' },
  },
  lowerReason,
} as const satisfies Fields

export const inherentByLec = {
  lecLikelihood,
  exposure,
  consequence,
  riskValue: value(INHERENT, ['lecLikelihood', 'exposure', 'consequence']),
  inherentLevel: {
    ...lecLevel,
    title: INHERENT_LEVEL,
    bands: { of: 'riskValue', from: LEC_BANDS, lowerBecause: 'lowerReason' },
  },
  lowerReason,
} as const satisfies Fields

/** With the controls that are in place. Kept beside the inherent value, never instead of it. */
export const residualByLs = {
  residualLikelihood: { ...likelihood, title: text('剩余可能性（L）', 'Residual likelihood (L)') },
  residualImpact: { ...impact, title: text('剩余影响（S）', 'Residual impact (S)') },
  residualValue: value(RESIDUAL, ['residualLikelihood', 'residualImpact']),
  residualLevel: {
    ...lsLevel,
    title: RESIDUAL_LEVEL,
    bands: { of: 'residualValue', from: LS_BANDS, lowerBecause: 'residualLowerReason' },
  },
  residualLowerReason: lowerReason,
} as const satisfies Fields

export const residualByLec = {
  residualLecLikelihood: { ...lecLikelihood, title: text('剩余可能性（L）', 'Residual likelihood (L)') },
  residualExposure: { ...exposure, title: text('剩余暴露程度（E）', 'Residual exposure (E)') },
  residualConsequence: { ...consequence, title: text('剩余后果（C）', 'Residual consequence (C)') },
  residualValue: value(RESIDUAL, ['residualLecLikelihood', 'residualExposure', 'residualConsequence']),
  residualLevel: {
    ...lecLevel,
    title: RESIDUAL_LEVEL,
    bands: { of: 'residualValue', from: LEC_BANDS, lowerBecause: 'residualLowerReason' },
  },
  residualLowerReason: lowerReason,
} as const satisfies Fields

/** Where the treatment should bring it. */
export const target = {
  targetLikelihood: { ...likelihood, title: text('目标可能性（L）', 'Target likelihood (L)') },
  targetImpact: { ...impact, title: text('目标影响（S）', 'Target impact (S)') },
} as const satisfies Fields

export const targetByLec = {
  targetLecLikelihood: { ...lecLikelihood, title: text('目标可能性（L）', 'Target likelihood (L)') },
  targetExposure: { ...exposure, title: text('目标暴露程度（E）', 'Target exposure (E)') },
  targetConsequence: { ...consequence, title: text('目标后果（C）', 'Target consequence (C)') },
} as const satisfies Fields
