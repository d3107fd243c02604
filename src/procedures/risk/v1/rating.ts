import type { Field, Fields } from '../../../domain/procedure/form.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { level } from '../../shared/v1/common-fields.ts'

/*
 * Two ways to rate a risk (PROCEDURES 7.2, 7.3). LS: likelihood by impact, scheme A. LEC: likelihood by exposure by consequence,
 * variant 2, for dangerous work. The number is worked out, the level follows from it, and a lower one needs a reason.
 */

const likelihood = {
  kind: 'choice',
  title: text('可能性', 'Likelihood (L)'),
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
  title: text('影响', 'Impact (S)'),
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

/** The scales have fractions, so these are numbers; values between the steps are used in practice. */
const lecLikelihood = {
  kind: 'number',
  title: text('发生的可能性', 'Likelihood (L)'),
  hint: text(
    '10完全可以预料，6相当可能，3可能但不经常，1可能性小，0.5很不可能，0.2极不可能，0.1实际不可能',
    '10 fully expected, 6 quite possible, 3 possible, 1 unlikely, 0.5 very, 0.2 extremely unlikely, 0.1 practically impossible',
  ),
  required: true,
  min: 0.1,
  max: 10,
} as const satisfies Field

const exposure = {
  kind: 'number',
  title: text('暴露的频繁程度', 'Exposure (E)'),
  hint: text(
    '10连续，6每天工作时间内，3每周一次或偶然，2每月一次，1每年几次，0.5非常罕见',
    '10 continuous, 6 daily, 3 weekly, 2 monthly, 1 a few times a year, 0.5 very rare',
  ),
  required: true,
  min: 0.5,
  max: 10,
} as const satisfies Field

const consequence = {
  kind: 'number',
  title: text('后果', 'Consequence (C)'),
  hint: text(
    '100三人以上死亡，40二至三人死亡，15一人死亡或三人以上重伤，7重伤，3一至三人轻伤，1轻微',
    '100 three or more dead, 40 two or three, 15 one dead or over three seriously hurt, 7 serious, 3 slight, 1 trivial',
  ),
  required: true,
  min: 1,
  max: 100,
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

/** Both ends of [160, 320] are orange; red begins above 320. */
export const LEC_BANDS = [
  { atLeast: 0, level: 'low' },
  { atLeast: 70, level: 'general' },
  { atLeast: 160, level: 'serious' },
  { atLeast: 320.01, level: 'major' },
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
  residualLikelihood: { ...likelihood, title: text('剩余可能性', 'Residual likelihood (L)') },
  residualImpact: { ...impact, title: text('剩余影响', 'Residual impact (S)') },
  residualValue: value(RESIDUAL, ['residualLikelihood', 'residualImpact']),
  residualLevel: {
    ...lsLevel,
    title: RESIDUAL_LEVEL,
    bands: { of: 'residualValue', from: LS_BANDS, lowerBecause: 'residualLowerReason' },
  },
  residualLowerReason: lowerReason,
} as const satisfies Fields

export const residualByLec = {
  residualLecLikelihood: { ...lecLikelihood, title: text('剩余可能性', 'Residual likelihood (L)') },
  residualExposure: { ...exposure, title: text('剩余暴露程度', 'Residual exposure (E)') },
  residualConsequence: { ...consequence, title: text('剩余后果', 'Residual consequence (C)') },
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
  targetLikelihood: { ...likelihood, title: text('目标可能性', 'Target likelihood (L)') },
  targetImpact: { ...impact, title: text('目标影响', 'Target impact (S)') },
} as const satisfies Fields

export const targetByLec = {
  targetLecLikelihood: { ...lecLikelihood, title: text('目标可能性', 'Target likelihood (L)') },
  targetExposure: { ...exposure, title: text('目标暴露程度', 'Target exposure (E)') },
  targetConsequence: { ...consequence, title: text('目标后果', 'Target consequence (C)') },
} as const satisfies Fields
