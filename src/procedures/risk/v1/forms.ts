import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES, RISK_DIMENSIONS } from '../../shared/v1/categories.ts'
import {
  description,
  level,
  note,
  openingUnit,
  owner,
  place,
  placeUnit,
  reason,
  title,
} from '../../shared/v1/common-fields.ts'
import { commonForms, extensionForm, superviseForm } from '../../shared/v1/common-steps.ts'

const likelihood = {
  kind: 'choice',
  title: text('可能性', 'Likelihood'),
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
  title: text('影响', 'Impact'),
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

const gradedLevel = {
  ...level,
  hint: text(
    '两数相乘：20以上重大，9至16较大，4至8一般，3以下低',
    'Product: 20 and more major, 9–16 serious, 4–8 general, up to 3 low',
  ),
} as const satisfies Field

const cadence = {
  kind: 'choice',
  title: text('多久复评一次', 'Reassess every'),
  required: true,
  known: true,
  options: {
    monthly: text('每月', 'Month'),
    quarterly: text('每季度', 'Quarter'),
    halfYearly: text('每半年', 'Half-year'),
    yearly: text('每年', 'Year'),
  },
} as const satisfies Field

export const riskForms = {
  ...commonForms,
  extension: extensionForm,
  supervise: superviseForm,
  risk: {
    title: text('登记风险', 'Register a risk'),
    fields: {
      title: { ...title, title: text('风险名称', 'Name of the risk') },
      category: {
        kind: 'choice',
        title: text('领域', 'Dimension'),
        required: true,
        options: RISK_DIMENSIONS,
        sets: 'category',
      },
      description: { ...description, title: text('风险描述', 'Description') },
      causes: { kind: 'longText', title: text('成因', 'Causes'), max: 2000 },
      place: { ...place, title: text('在哪里或涉及什么', 'Where, or what it concerns') },
      placeUnit,
      foundOn: {
        kind: 'date',
        notAfter: 'today',
        title: text('识别日期', 'Identified on'),
        hint: text('不填就是登记当天', 'The day of registering when empty'),
      },
      visibility: {
        kind: 'choice',
        title: text('显性还是隐性', 'Known or latent'),
        options: {
          known: text('显性：已有表现', 'Known: effects show'),
          latent: text('隐性：只有苗头', 'Latent: signs only'),
        },
      },
      origin: {
        kind: 'choice',
        title: text('原生还是次生', 'Primary or secondary'),
        options: {
          primary: text('原生', 'Primary'),
          secondary: text('次生', 'Secondary'),
          derived: text('衍生', 'Derived'),
        },
      },
      pattern: {
        kind: 'choice',
        title: text('传统还是新型', 'Traditional or emerging'),
        options: {
          traditional: text('传统', 'Traditional'),
          emerging: text('新型：新行业、新技术、新业态', 'Emerging: new sector, technology or business'),
        },
      },
      existingControls: { kind: 'longText', title: text('现有措施', 'Existing controls'), max: 2000 },
      unit: { ...openingUnit, title: text('牵头单位', 'Lead unit') },
    },
  },
  assess: {
    title: text('评估', 'Assess'),
    fields: {
      likelihood,
      impact,
      level: gradedLevel,
      levelReason: { kind: 'text', title: text('与乘积不一致的，写理由', 'If not by the product, why'), max: 200 },
      targetLikelihood: { ...likelihood, title: text('想降到的可能性', 'Target likelihood') },
      targetImpact: { ...impact, title: text('想降到的影响', 'Target impact') },
      basis: { kind: 'longText', title: text('评估依据', 'Grounds'), required: true, max: 2000 },
    },
  },
  treat: {
    title: text('定处置', 'Decide treatment'),
    fields: {
      treatment: {
        kind: 'choice',
        title: text('怎么处置', 'Treatment'),
        required: true,
        options: {
          avoid: text('规避', 'Avoid'),
          reduce: text('降低', 'Reduce'),
          share: text('分担', 'Share'),
        },
      },
      measures: { kind: 'longText', title: text('补充措施', 'Added controls'), required: true, max: 2000 },
      planNo: { kind: 'text', title: text('预案编号', 'Plan number'), max: 60 },
      owner: { ...owner, title: text('责任岗位', 'Owner'), required: true, roles: ['handler', 'inspector', 'leader'] },
      treatBy: { kind: 'date', title: text('处置时限', 'Treat by'), required: true, notBefore: 'today' },
      controls: {
        kind: 'items',
        title: text('要落实的措施', 'Controls to put in place'),
        hint: text('每条交一个单位，成为一件督办', 'Each becomes a supervised task of one unit'),
        max: 20,
        fields: {
          title: { kind: 'text', title: text('措施', 'Control'), required: true, min: 2, max: 80 },
          demand: { kind: 'longText', title: text('要求', 'Demand'), required: true, min: 2, max: 1000 },
          unit: { kind: 'unit', title: text('谁落实', 'Unit'), required: true },
          dueOn: { kind: 'date', title: text('哪天前', 'Due on'), required: true, notBefore: 'today' },
        },
      },
    },
  },
  residual: {
    title: text('评剩余风险', 'Assess what is left'),
    fields: {
      residualLikelihood: { ...likelihood, title: text('剩余可能性', 'Residual likelihood') },
      residualImpact: { ...impact, title: text('剩余影响', 'Residual impact') },
      level: gradedLevel,
      cadence,
      effect: {
        kind: 'longText',
        title: text('措施起了什么作用', 'What the controls achieved'),
        required: true,
        max: 2000,
      },
    },
  },
  acceptance: {
    title: text('接受风险', 'Accept the risk'),
    fields: { reason: { ...reason, title: text('为什么可以接受', 'Why it is acceptable') }, cadence },
  },
  cause: {
    title: text('登记诱因', 'Register a cause'),
    fields: {
      causeTitle: {
        kind: 'text',
        title: text('可能引发它的风险', 'Risk that may trigger it'),
        required: true,
        min: 2,
        max: 80,
      },
      causeDescription: { ...reason, title: text('怎么引发', 'How') },
      causeDimension: {
        kind: 'choice',
        title: text('领域', 'Dimension'),
        required: true,
        options: RISK_DIMENSIONS,
      },
    },
  },
  failedControl: {
    title: text('措施失效', 'A control failed'),
    fields: {
      hazardTitle: { kind: 'text', title: text('隐患标题', 'Title of the hazard'), required: true, min: 2, max: 80 },
      hazardDescription: {
        ...reason,
        title: text('哪条措施失效、现场什么情况', 'Which control failed, and how it looks'),
      },
      hazardCategory: {
        kind: 'choice',
        title: text('隐患类别', 'Kind of hazard'),
        required: true,
        options: HAZARD_CATEGORIES,
      },
    },
  },
  closing: {
    title: text('关闭', 'Close'),
    fields: {
      closingReason: { ...reason, title: text('凭什么关闭', 'On what grounds') },
      note,
    },
  },
} as const satisfies Record<string, Form>
