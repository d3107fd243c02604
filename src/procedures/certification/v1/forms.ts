import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { longBefore, setByWhoOrders } from '../../shared/v1/boundless.ts'
import { itemBasis, itemNo, itemPoints, itemVeto } from '../../shared/v1/checked-items.ts'
import { materials, openingUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, refusalForm } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

/** What is built: always a unit or a place, never a person. */
export const LEVELS_OF_BUILDING = {
  village: text('平安村社', 'Peaceful village or community'),
  township: text('平安乡镇街道', 'Peaceful township'),
  unit: text('平安单位', 'Peaceful unit'),
} as const

const number = (zh: string, en: string, max = 10_000) =>
  ({ kind: 'number', title: text(zh, en), min: 0, max }) as const satisfies FieldOf<'number'>

/** The items of the criteria, taken as they are. */
const item = {
  no: itemNo,
  item: { kind: 'text', title: text('指标', 'Item'), required: true, max: 200 },
  points: { ...itemPoints, required: true },
  deduction: { kind: 'text', title: text('扣分办法', 'Deduction rule'), max: 300 },
  basis: itemBasis,
  veto: itemVeto,
} as const satisfies Form['fields']

const rowsFrom = {
  record: 'criteria',
  rows: 'items',
  key: 'no',
  takes: ['item', 'points', 'deduction', 'basis', 'veto'],
} as const

const lost = {
  kind: 'number',
  title: text('扣分', 'Deduction'),
  hint: text('不超过这一项的分值', 'No more than the item has'),
  required: true,
  min: 0,
  max: 100,
} as const satisfies FieldOf<'number'>

export const certificationForms = {
  ...commonForms,
  ...recusalForms,
  refusal: refusalForm,
  application: {
    title: text('列入创建', 'Put on the programme'),
    fields: {
      title: { ...title, title: text('创建名称', 'Title'), hint: text('哪一年、哪个单位', 'Which year, which unit') },
      category: {
        kind: 'choice',
        title: text('创建类别', 'Level'),
        required: true,
        options: LEVELS_OF_BUILDING,
        sets: 'category',
      },
      dueOn: {
        kind: 'date',
        title: text('最迟哪天自评', 'Self-score by'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
      unit: { ...openingUnit, title: text('创建单位', 'Unit') },
    },
  },
  selfScore: {
    title: text('自评', 'Score oneself'),
    fields: {
      criteria: { kind: 'record', of: 'criteria', title: text('评价标准', 'Criteria'), required: true },
      own: {
        kind: 'items',
        title: text('逐项自评', 'Item by item'),
        required: true,
        min: 1,
        max: 150,
        rowsFrom,
        fields: { ...item, lost, evidence: { kind: 'text', title: text('凭什么材料', 'Evidence'), max: 300 } },
      },
      ownFull: { kind: 'number', title: text('满分', 'Full mark'), computed: { sum: 'own', of: 'points' } },
      ownLost: { kind: 'number', title: text('自扣', 'Own deductions'), computed: { sum: 'own', of: 'lost' } },
      ownScore: {
        kind: 'number',
        title: text('自评得分', 'Own score'),
        computed: { from: 'ownFull', less: ['ownLost'] },
      },
      villages: { ...number('辖区村社数', 'Villages in it', 1000), hint: text('乡镇街道才填', 'Townships only') },
      villagesPassed: {
        ...number('其中已达标', 'Of these certified', 1000),
        hint: text('乡镇街道才填', 'Townships only'),
      },
      villageShare: {
        kind: 'number',
        title: text('村社达标率', 'Share of villages'),
        computed: { share: 'villagesPassed', outOf: 'villages' },
      },
      materials,
    },
  },
  spotCheck: {
    title: text('核查', 'Check'),
    fields: {
      checkedOn: {
        kind: 'date',
        title: text('核查日期', 'Checked on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      criteria: { kind: 'record', of: 'criteria', title: text('评价标准', 'Criteria'), required: true, known: true },
      checked: {
        kind: 'items',
        title: text('逐项核查', 'Item by item'),
        required: true,
        min: 1,
        max: 150,
        rowsFrom,
        fields: {
          ...item,
          lost,
          hit: {
            kind: 'choice',
            title: text('有没有发生', 'Did it happen'),
            hint: text('一票否决的项目看这里', 'For items with a veto'),
            required: true,
            options: { no: text('没有', 'No'), yes: text('有', 'Yes') },
          },
          why: { kind: 'text', title: text('为什么扣', 'Why'), max: 300 },
        },
      },
      full: { kind: 'number', title: text('满分', 'Full mark'), computed: { sum: 'checked', of: 'points' } },
      lost: { kind: 'number', title: text('核查扣分', 'Deductions'), computed: { sum: 'checked', of: 'lost' } },
      bonus: {
        kind: 'number',
        title: text('加分', 'Bonus'),
        hint: text('最多5分', '5 at most'),
        required: true,
        min: 0,
        max: 5,
      },
      bonusWhy: { kind: 'text', title: text('加分依据', 'Why a bonus'), max: 300 },
      net: { kind: 'number', title: text('扣后得分', 'Less deductions'), computed: { from: 'full', less: ['lost'] } },
      score: { kind: 'number', title: text('总分', 'Score'), computed: { sum: ['net', 'bonus'] } },
      passMark: {
        kind: 'number',
        title: text('达标分', 'Pass mark'),
        hint: text('评价标准里定的', 'As the criteria say'),
        required: true,
        min: 0,
        max: 1000,
        takenFrom: { record: 'criteria', field: 'passMark' },
      },
      above: {
        kind: 'number',
        title: text('高出达标分', 'Above the pass mark'),
        computed: { from: 'score', less: ['passMark'] },
      },
      vetoes: {
        kind: 'number',
        title: text('一票否决情形', 'Vetoes'),
        computed: {
          count: 'checked',
          where: [
            { field: 'veto', is: ['yes'] },
            { field: 'hit', is: ['yes'] },
          ],
        },
      },
      materials,
    },
  },
  decision: {
    title: text('评审', 'Decide'),
    fields: {
      opinion: { ...reason, title: text('评审意见', 'Opinion') },
      validUntil: {
        kind: 'date',
        title: text('有效期至', 'Valid until'),
        hint: text('不达标的也填，不起作用', 'Also where it does not pass; it has no effect then'),
        required: true,
        notBefore: 'today',
        boundless: setByWhoOrders,
      },
    },
  },
  objection: {
    title: text('登记异议', 'Record an objection'),
    fields: {
      objectedOn: {
        kind: 'date',
        title: text('提出日期', 'Raised on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      objection: {
        kind: 'longText',
        title: text('异议内容', 'Objection'),
        hint: text('写事情，不写提异议人的姓名', 'The matter; no name of who objects'),
        required: true,
        min: 2,
        max: 3000,
      },
      materials,
    },
  },
  objectionDecided: {
    title: text('处理异议', 'Decide the objection'),
    fields: {
      upheld: {
        kind: 'choice',
        title: text('异议是否成立', 'Is it upheld'),
        required: true,
        options: { yes: text('成立，不认定', 'Yes, not certified'), no: text('不成立，继续公示', 'No, go on') },
      },
      objectionReason: { ...reason, title: text('理由', 'Reason') },
    },
  },
  revocation: {
    title: text('撤销', 'Revoke'),
    fields: {
      revokedFor: {
        kind: 'choice',
        title: text('为什么撤销', 'Why it is revoked'),
        required: true,
        options: {
          listed: text('被挂牌督办', 'Put under listed supervision'),
          missed: text('挂牌到期没有改好', 'Not put right when the listing ended'),
          grave: text('发生特别严重的情形', 'Something especially grave happened'),
          fraud: text('弄虚作假', 'Fraud'),
        },
      },
      revokedOn: {
        kind: 'date',
        title: text('从哪天起', 'From which day'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      reason,
    },
  },
  formerResult: {
    title: text('登记不达标整改', 'Ask for improvement'),
    fields: {
      improveBy: {
        kind: 'date',
        title: text('整改时限', 'To be improved by'),
        required: true,
        notBefore: 'today',
        boundless: longBefore,
      },
      gaps: {
        kind: 'items',
        title: text('问题清单', 'Gaps'),
        hint: text('每条成为一件整改', 'Each becomes a rectification'),
        required: true,
        min: 1,
        max: 50,
        fields: {
          title: { kind: 'text', title: text('问题', 'Gap'), required: true, min: 2, max: 80 },
          measure: { kind: 'longText', title: text('整改措施', 'Measure'), required: true, min: 2, max: 1000 },
          unit: { kind: 'unit', title: text('整改单位', 'Unit'), required: true },
        },
      },
    },
  },
} as const satisfies Record<string, Form>
