import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'
import { recordEnding } from '../../shared/v1/record-steps.ts'
import { planFacts } from './fields.ts'

const { drilledOn } = planFacts

export const planForms = {
  plan: { title: text('登记预案', 'Register a plan'), fields: planFacts },
  revision: {
    title: text('修订预案', 'Revise the plan'),
    fields: {
      ...planFacts,
      revisionReasons: {
        kind: 'choices',
        title: text('为什么修订', 'Why it is revised'),
        required: true,
        min: 1,
        options: {
          law: text('依据的法律、标准变了', 'The law or standard changed'),
          command: text('指挥机构、职责调整', 'Command or duties changed'),
          risk: text('面临的风险有重大变化', 'The risk changed greatly'),
          resources: text('重要应急资源有重大变化', 'Key resources changed greatly'),
          flaw: text('演练、救援中发现要大改的问题', 'A drill or rescue showed a serious flaw'),
          other: text('其他应当修订的情形', 'Another reason'),
        },
      },
      reason: { ...reason, title: text('改了什么', 'What was changed') },
      revisionApproval: {
        kind: 'text',
        title: text('谁批准修订、文号', 'Approved by, and the number'),
        hint: text(
          '修订和新编一样要审批，经办的人不能自己定',
          'A revision is approved like a new plan, never by who drafts it',
        ),
        required: true,
        min: 2,
        max: 80,
        known: false,
      },
    },
  },
  assessment: {
    title: text('评估预案', 'Assess the plan'),
    fields: {
      assessment: {
        kind: 'longText',
        title: text('评估意见', 'Assessment'),
        hint: text('风险、指挥、队伍、物资还对不对得上', 'Whether risk, command, teams and supplies still hold'),
        required: true,
        min: 2,
        max: 3000,
      },
      materials: { ...materials, title: text('评估材料', 'Files') },
    },
  },
  drilled: {
    title: text('登记演练', 'Record a drill'),
    fields: {
      drilledOn: { ...drilledOn, means: 'doneAt', title: text('演练日期', 'Drilled on'), required: true, known: false },
      drillNote: { kind: 'text', title: text('演练编号或名称', 'Which drill'), required: true, max: 80 },
    },
  },
  filed: {
    title: text('登记备案', 'Record the filing'),
    fields: {
      filedWith: { kind: 'text', title: text('报送哪个单位备案', 'Filed with'), required: true, max: 80 },
      filedOn: {
        kind: 'date',
        title: text('备案日期', 'Filed on'),
        required: true,
        notAfter: 'today',
        boundless: text('可能早于登记', 'It may have been before it is registered'),
      },
      filingNo: { kind: 'text', title: text('备案编号', 'Number of the filing'), max: 60 },
    },
  },
  ending: recordEnding,
} as const satisfies Record<string, Form>
