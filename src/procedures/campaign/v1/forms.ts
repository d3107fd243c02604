import type { Field, FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { PLACE_TYPES } from '../../shared/v1/categories.ts'
import { materials, openingUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, refusalForm, superviseForm } from '../../shared/v1/common-steps.ts'

/** 专项行动的种类. A listed place (重点村) is put right like a campaign, and taken off the list at its end. */
export const CAMPAIGN_KINDS = {
  generalSweep: text('安全大排查', 'General sweep'),
  hundredDays: text('百日攻坚', 'Hundred days'),
  nineSmall: text('九小场所整治', 'Nine small places'),
  chemicals: text('危险化学品整治', 'Hazardous chemicals'),
  courier: text('寄递渠道整治', 'Courier channel'),
  roadTraffic: text('道路交通整治', 'Road traffic'),
  fraud: text('电信诈骗、非法集资整治', 'Telecom fraud and illegal fund-raising'),
  listedPlace: text('重点村（社区）整治', 'Listed village or community'),
  other: text('其他', 'Other'),
} as const

const number = (zh: string, en: string) =>
  ({ kind: 'number', title: text(zh, en), required: true, min: 0, max: 99_999 }) as const satisfies Field

/** 零报告: nothing found is said, not left out. */
const counts = {
  placesSeen: number('排查多少处', 'Places looked at'),
  problemsFound: number('发现问题多少处', 'Problems found'),
  problemsFixed: number('已改多少处', 'Of them fixed'),
} as const satisfies Record<string, Field>

const units: FieldOf<'items'> = {
  kind: 'items',
  title: text('参加单位', 'Units that take part'),
  hint: text('各排查各的地方，分别签收、报自查情况', 'Each sweeps its own places, signs for it and reports'),
  required: true,
  min: 1,
  max: 60,
  fills: 'units',
  fields: {
    unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
    duty: { kind: 'text', title: text('任务', 'Its part'), required: true, max: 200 },
  },
}

const stage = (zh: string, en: string, after: 'today' | { readonly field: string }) =>
  ({
    kind: 'date',
    title: text(zh, en),
    required: true,
    notBefore: after,
    boundless: text('由行动方案定', 'Set by the plan'),
  }) as const satisfies FieldOf<'date'>

const plan = {
  title: { ...title, title: text('行动名称', 'Name'), hint: text('什么行动、什么时候', 'What, and when') },
  category: {
    kind: 'choice',
    title: text('哪一类行动', 'Kind'),
    required: true,
    options: CAMPAIGN_KINDS,
    sets: 'category',
  },
  goal: { kind: 'longText', title: text('目标和任务', 'Goals and tasks'), required: true, min: 2, max: 3000 },
  basisText: {
    kind: 'text',
    title: text('文件依据', 'Ordered by'),
    hint: text('文号或会议', 'Document or meeting'),
    max: 120,
  },
  placeTypes: {
    kind: 'choices',
    title: text('排查哪几类场所', 'Which places'),
    hint: text(
      '台账里这几类场所就是应查的；不选就是全部',
      'Those on record are to be checked; all when none is chosen',
    ),
    options: PLACE_TYPES,
  },
  checklist: { kind: 'record', of: 'checklist', title: text('用哪张检查表', 'Which checklist') },
  units,
  selfCheckBy: stage('自查到哪天', 'Self-check until', 'today'),
  sweepBy: stage('排查到哪天', 'Sweep until', { field: 'selfCheckBy' }),
  rectifyBy: stage('集中整改到哪天', 'Rectification until', { field: 'sweepBy' }),
  unit: { ...openingUnit, title: text('牵头单位', 'Lead unit') },
  materials,
} as const satisfies Form['fields']

export const campaignForms = {
  ...commonForms,
  refusal: refusalForm,
  supervise: superviseForm,
  plan: { title: text('制定行动方案', 'Plan a campaign'), fields: plan },
  approval: {
    title: text('批准方案', 'Approve the plan'),
    fields: {
      planOpinion: { ...reason, title: text('批准意见', 'Opinion') },
      planNo: { kind: 'text', title: text('方案文号', 'Number of the plan'), max: 60 },
    },
  },
  mobilise: {
    title: text('动员部署', 'Mobilise'),
    fields: {
      mobilisedOn: {
        kind: 'date',
        title: text('部署日期', 'Mobilised on'),
        required: true,
        notAfter: 'today',
        notBefore: 'opening',
      },
      mobilisedHow: { kind: 'longText', title: text('怎么部署的', 'How'), required: true, max: 1000 },
    },
  },
  signFor: {
    title: text('签收任务', 'Sign for it'),
    fields: { signNote: { kind: 'text', title: text('联系岗位', 'Post to call'), max: 60 } },
  },
  selfCheck: {
    title: text('报自查情况', 'Report the self-check'),
    fields: {
      nil: {
        kind: 'yesNo',
        title: text('零报告', 'Nil report'),
        hint: text('没有发现问题也要报', 'Reported also when nothing was found'),
        required: true,
      },
      ...counts,
      selfCheckNote: { kind: 'longText', title: text('自查情况', 'What was found'), required: true, max: 2000 },
      materials,
    },
  },
  quarter: {
    title: text('报季度进展', 'Quarterly report'),
    fields: {
      ...counts,
      progress: { kind: 'longText', title: text('进展', 'Progress'), required: true, max: 2000 },
      obstacles: { kind: 'longText', title: text('卡在哪里', 'What is in the way'), max: 1000 },
    },
  },
  stageSummary: {
    title: text('阶段小结', 'Stage summary'),
    fields: {
      stageSummary: { kind: 'longText', title: text('小结', 'Summary'), required: true, min: 2, max: 3000 },
      nextStage: { kind: 'longText', title: text('下一阶段', 'Next stage'), required: true, max: 1000 },
    },
  },
  stage: {
    title: text('转入下一阶段', 'Next stage'),
    fields: { stageNote: { kind: 'longText', title: text('说明', 'Note'), max: 1000 } },
  },
  askAcceptance: {
    title: text('申请验收', 'Ask for acceptance'),
    fields: {
      rectified: { kind: 'longText', title: text('整改情况', 'What was put right'), required: true, min: 2, max: 3000 },
      leftOver: { kind: 'longText', title: text('没有改完的和安排', 'What is left, and what is planned'), max: 2000 },
      materials,
    },
  },
  acceptance: {
    title: text('验收', 'Accept'),
    fields: {
      acceptedOn: {
        kind: 'date',
        title: text('验收日期', 'Accepted on'),
        required: true,
        notAfter: 'today',
        notBefore: 'opening',
      },
      acceptance: { ...reason, title: text('验收意见', 'Opinion') },
      materials,
    },
  },
  lookBack: {
    title: text('回头看', 'Look back'),
    fields: {
      lookedOn: {
        kind: 'date',
        title: text('回头看日期', 'Looked at on'),
        required: true,
        notAfter: 'today',
        notBefore: { field: 'acceptedOn' },
      },
      rebound: {
        kind: 'choice',
        title: text('有没有反弹', 'Whether it came back'),
        required: true,
        options: {
          none: text('没有', 'No'),
          some: text('个别反弹，已交办', 'In places; ordered to be fixed'),
          wide: text('面上反弹', 'Widely'),
        },
      },
      lookBackNote: { kind: 'longText', title: text('抽查情况', 'What was seen'), required: true, min: 2, max: 2000 },
    },
  },
  sweepAgain: {
    title: text('重新排查', 'Sweep again'),
    fields: {
      againNote: { ...reason, title: text('为什么', 'Why') },
      sweepBy: { ...plan.sweepBy, notBefore: 'today', known: false },
      rectifyBy: { ...plan.rectifyBy, known: false },
    },
  },
  removal: {
    title: text('解除重点村', 'Take off the list'),
    fields: {
      removedOn: {
        kind: 'date',
        title: text('解除日期', 'Taken off on'),
        required: true,
        notAfter: 'today',
        notBefore: { field: 'lookedOn' },
      },
      removalReason: { ...reason, title: text('解除理由', 'Why') },
      removalNo: { kind: 'text', title: text('解除文号', 'Number of the notice'), max: 60 },
    },
  },
  summary: {
    title: text('总结', 'Sum up'),
    fields: {
      summary: { kind: 'longText', title: text('总结', 'Summary'), required: true, min: 2, max: 5000 },
      longTerm: { kind: 'longText', title: text('长效机制', 'What stays in place'), required: true, max: 2000 },
      materials,
    },
  },
  closing: {
    title: text('批准总结', 'Approve the summary'),
    fields: { closingOpinion: { ...reason, title: text('意见', 'Opinion') } },
  },
} as const satisfies Record<string, Form>
