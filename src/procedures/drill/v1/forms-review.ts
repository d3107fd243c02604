import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { itemBasis, itemNo, itemPoints } from '../../shared/v1/checked-items.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'

export const drillReviewForms = {
  evaluation: {
    title: text('评估演练', 'Evaluate the drill'),
    fields: {
      criteria: {
        kind: 'record',
        of: 'criteria',
        title: text('评估标准', 'Criteria'),
        required: true,
      },
      scores: {
        kind: 'items',
        title: text('逐项扣分', 'Item by item'),
        hint: text('评流程、单位和装备，不评个人', 'Processes, units and equipment; never a person'),
        required: true,
        min: 1,
        max: 150,
        rowsFrom: { record: 'criteria', rows: 'items', key: 'no', takes: ['item', 'points', 'deduction', 'basis'] },
        fields: {
          no: itemNo,
          item: { kind: 'text', title: text('指标', 'Item'), required: true, max: 200 },
          points: { ...itemPoints, required: true },
          deduction: { kind: 'text', title: text('扣分办法', 'Deduction rule'), max: 300 },
          basis: itemBasis,
          lost: { kind: 'number', title: text('扣分', 'Deduction'), required: true, min: 0, max: 100 },
          why: { kind: 'text', title: text('为什么', 'Why'), max: 300 },
        },
      },
      full: { kind: 'number', title: text('满分', 'Full mark'), computed: { sum: 'scores', of: 'points' } },
      lost: { kind: 'number', title: text('共扣', 'Lost'), computed: { sum: 'scores', of: 'lost' } },
      score: { kind: 'number', title: text('评估得分', 'Score'), computed: { from: 'full', less: ['lost'] } },
      planSteps: {
        kind: 'items',
        title: text('预案步骤做得怎样', 'The steps of the plan'),
        max: 120,
        rowsFrom: { record: 'plan', rows: 'actions', key: 'key', takes: ['what', 'unit', 'minutes'] },
        fields: {
          key: { kind: 'text', title: text('序号', 'No.'), required: true, max: 12 },
          what: { kind: 'text', title: text('做什么', 'What is done'), required: true, max: 200 },
          unit: { kind: 'unit', title: text('谁做', 'By'), required: true },
          minutes: { kind: 'number', title: text('启动后几分钟', 'Minutes'), required: true, min: 1, max: 14_400 },
          how: {
            kind: 'choice',
            title: text('做到没有', 'Done'),
            required: true,
            options: {
              inTime: text('按时做到', 'In time'),
              late: text('做了，晚了', 'Late'),
              missed: text('没做到', 'Not done'),
              notPlayed: text('这次不演', 'Not played'),
            },
          },
          actual: { kind: 'number', title: text('实际第几分钟', 'At which minute'), min: 0, max: 14_400 },
        },
      },
      inTime: {
        kind: 'number',
        title: text('按时做到的步骤', 'Steps in time'),
        computed: { count: 'planSteps', where: [{ field: 'how', is: ['inTime'] }] },
      },
      strengths: { kind: 'longText', title: text('哪些管用', 'What worked'), max: 2000 },
      conclusion: { kind: 'longText', title: text('评估结论', 'Conclusion'), required: true, min: 2, max: 3000 },
      materials: { ...materials, title: text('评估材料', 'Files') },
    },
  },
  gaps: {
    title: text('交办问题', 'Hand over the gaps'),
    fields: {
      gaps: {
        kind: 'items',
        title: text('问题清单', 'Gaps'),
        hint: text('每条成为一件真实的整改', 'Each becomes a rectification in earnest'),
        required: true,
        min: 1,
        max: 50,
        fields: {
          title: { kind: 'text', title: text('问题', 'Gap'), required: true, min: 2, max: 80 },
          cause: { kind: 'longText', title: text('原因', 'Cause'), required: true, max: 1000 },
          unit: { kind: 'unit', title: text('整改单位', 'Unit'), required: true },
          measure: { kind: 'longText', title: text('整改措施', 'Measure'), required: true, min: 2, max: 1000 },
          dueOn: {
            kind: 'date',
            title: text('整改时限', 'Due on'),
            required: true,
            notBefore: 'today',
            boundless: setByWhoOrders,
          },
        },
      },
      planFlaw: {
        kind: 'choice',
        title: text('预案要不要修订', 'Is the plan to be revised'),
        required: true,
        options: { revise: text('要修订', 'Yes'), keep: text('不用修订', 'No') },
      },
      revision: {
        kind: 'longText',
        title: text('预案要改哪几条', 'What is to be changed in the plan'),
        required: true,
        min: 2,
        max: 2000,
        when: { field: 'planFlaw', is: ['revise'] },
      },
    },
  },
  noGaps: {
    title: text('没有要改的', 'Nothing to change'),
    fields: { noGapsReason: { ...reason, title: text('凭什么', 'Why') } },
  },
  revised: {
    title: text('登记预案修订', 'Record the revision of the plan'),
    fields: {
      revisedPlan: {
        kind: 'record',
        of: 'plan',
        title: text('修订后的预案', 'The plan as revised'),
        hint: text('修订后再登记，记下的是新的一版', 'After it was revised: the new version is recorded'),
        required: true,
      },
      planRevisedOn: {
        kind: 'date',
        title: text('预案修订日期', 'Revised on'),
        required: true,
        notBefore: { field: 'heldOn' },
        notAfter: 'today',
      },
    },
  },
  closing: {
    title: text('结束', 'Close'),
    fields: { result: { ...reason, title: text('结论', 'Conclusion') } },
  },
  filedReport: {
    title: text('登记报送', 'Record the report'),
    fields: {
      filedTo: { kind: 'text', title: text('报给哪个主管部门', 'To which regulator'), required: true, max: 80 },
      filedOn: {
        kind: 'date',
        title: text('报送日期', 'Filed on'),
        required: true,
        notAfter: 'today',
        boundless: longBefore,
      },
    },
  },
} as const satisfies Record<string, Form>
