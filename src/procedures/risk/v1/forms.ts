import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES, RISK_DIMENSIONS } from '../../shared/v1/categories.ts'
import {
  description,
  note,
  openingUnit,
  owner,
  place,
  placeUnit,
  reason,
  title,
} from '../../shared/v1/common-fields.ts'
import { commonForms, extensionForm, superviseForm } from '../../shared/v1/common-steps.ts'
import { inherentByLec, inherentByLs, residualByLec, residualByLs, target, targetByLec } from './rating.ts'

const BY_RISK = text('由定措施的人按风险定', 'Set by the risk, by whoever decides')

const basis = {
  kind: 'longText',
  title: text('评估依据', 'Grounds'),
  required: true,
  max: 2000,
} as const satisfies Field

const left = {
  reassessedOn: {
    kind: 'date',
    title: text('复评日期', 'Reassessed on'),
    required: true,
    notBefore: { field: 'foundOn' },
    notAfter: 'today',
  },
  effect: {
    kind: 'longText',
    title: text('措施起了什么作用', 'What the controls achieved'),
    required: true,
    max: 2000,
  },
} as const satisfies Record<string, Field>

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
      place: { ...place, title: text('位置或涉及对象', 'Where, or what it concerns') },
      placeUnit,
      foundOn: {
        kind: 'date',
        notAfter: 'today',
        boundless: text('以前发现的也要登记', 'What was found long ago is recorded as well'),
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
  assess: { title: text('评估（矩阵法）', 'Assess by LS'), fields: { ...inherentByLs, ...target, basis } },
  assessLec: {
    title: text('评估（作业条件危险性法）', 'Assess by LEC'),
    fields: { ...inherentByLec, ...targetByLec, basis },
  },
  treat: {
    title: text('确定管控措施', 'Decide treatment'),
    fields: {
      treatment: {
        kind: 'choice',
        title: text('处置方式', 'Treatment'),
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
      treatBy: {
        kind: 'date',
        title: text('处置时限', 'Treat by'),
        required: true,
        notBefore: 'today',
        boundless: BY_RISK,
      },
      controls: {
        kind: 'items',
        title: text('要落实的措施', 'Controls to put in place'),
        hint: text('每条交一个单位，成为一件督办', 'Each becomes a supervised task of one unit'),
        max: 20,
        fields: {
          title: { kind: 'text', title: text('措施', 'Control'), required: true, min: 2, max: 80 },
          demand: { kind: 'longText', title: text('要求', 'Demand'), required: true, min: 2, max: 1000 },
          unit: { kind: 'unit', title: text('落实单位', 'Unit'), required: true },
          dueOn: {
            kind: 'date',
            title: text('落实时限', 'Due on'),
            required: true,
            notBefore: 'today',
            boundless: BY_RISK,
          },
        },
      },
    },
  },
  residual: { title: text('评剩余风险（矩阵法）', 'Assess what is left by LS'), fields: { ...residualByLs, ...left } },
  residualLec: {
    title: text('评剩余风险（作业条件危险性法）', 'Assess what is left by LEC'),
    fields: { ...residualByLec, ...left },
  },
  acceptance: {
    title: text('接受风险', 'Accept the risk'),
    fields: { reason: { ...reason, title: text('为什么可以接受', 'Why it is acceptable') } },
  },
  again: {
    title: text('重新确定管控措施', 'Treat again'),
    fields: { riseReason: { ...reason, title: text('风险上升的情况', 'What rose') } },
  },
  occurrence: {
    title: text('风险已经发生', 'It occurred'),
    fields: {
      occurredOn: {
        kind: 'date',
        title: text('发生日期', 'Occurred on'),
        required: true,
        notBefore: { field: 'foundOn' },
        notAfter: 'today',
      },
      occurrence: { ...reason, title: text('发生了什么、现在怎样', 'What happened, and how it stands') },
      occurredAs: {
        kind: 'choice',
        title: text('转为', 'Becomes'),
        hint: text(
          '突发事件另按规定时限报告；这里转为一件督办，由责任单位处置',
          'An incident is reported as the rules say; here a supervised task is opened for it',
        ),
        required: true,
        options: { task: text('督办处置', 'A supervised task'), hazard: text('隐患整改', 'A hazard') },
      },
      hazardCategory: {
        kind: 'choice',
        title: text('隐患类别', 'Kind of hazard'),
        required: true,
        options: HAZARD_CATEGORIES,
        when: { field: 'occurredAs', is: ['hazard'] },
      },
      taskUnit: {
        kind: 'unit',
        title: text('处置单位', 'Unit'),
        required: true,
        when: { field: 'occurredAs', is: ['task'] },
      },
      taskDueOn: {
        kind: 'date',
        boundless: BY_RISK,
        title: text('处置时限', 'By which day'),
        required: true,
        notBefore: 'today',
        when: { field: 'occurredAs', is: ['task'] },
      },
    },
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
      causeDescription: { ...reason, title: text('引发方式', 'How') },
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
      closingReason: { ...reason, title: text('关闭依据', 'On what grounds') },
      note,
    },
  },
} as const satisfies Record<string, Form>
