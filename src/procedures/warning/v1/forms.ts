import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import {
  DISPUTE_CATEGORIES,
  HAZARD_CATEGORIES,
  REPORT_CATEGORIES,
  RISK_DIMENSIONS,
} from '../../shared/v1/categories.ts'
import { openingUnit, place, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'
import { judgementFacts, WARNING_SUBJECTS } from './facts.ts'

/** What came of it. `unclear` counts neither way. */
const verdict: FieldOf<'choice'> = {
  kind: 'choice',
  title: text('是不是真有事', 'Was it real'),
  required: true,
  options: {
    real: text('真有事', 'Real'),
    notReal: text('没有事，是误报', 'Not real: a false alarm'),
    unclear: text('说不清', 'Cannot be told'),
  },
}

const DIFFICULTY = {
  simple: text('简单', 'Simple'),
  ordinary: text('一般', 'Ordinary'),
  complex: text('复杂', 'Complex'),
} as const

const when = (...is: readonly string[]) => ({ field: 'becomes', is })

const opened: Form = {
  title: text('立为事项', 'Make it a matter'),
  fields: {
    becomes: {
      kind: 'choice',
      title: text('立为哪一种', 'Becomes'),
      required: true,
      options: {
        task: text('督办', 'A supervised task'),
        hazard: text('隐患', 'A hazard'),
        dispute: text('矛盾纠纷', 'A dispute'),
        risk: text('风险评估', 'A risk'),
        report: text('来件，再分流', 'A report, to be routed'),
      },
    },
    matterTitle: { kind: 'text', title: text('标题', 'Title'), required: true, min: 2, max: 80, known: 'title' },
    matterDescription: {
      kind: 'longText',
      title: text('情况和要求', 'What it is, and what is asked'),
      required: true,
      min: 2,
      max: 5000,
      known: 'words',
    },
    matterUnit: { kind: 'unit', title: text('交给哪个单位', 'Given to'), required: true, known: 'unit' },
    matterPlace: {
      kind: 'text',
      title: text('地点', 'Place'),
      required: true,
      min: 2,
      max: 120,
      known: 'place',
    },
    hazardCategory: {
      kind: 'choice',
      title: text('隐患类别', 'Kind of hazard'),
      required: true,
      options: HAZARD_CATEGORIES,
      when: when('hazard'),
    },
    disputeCategory: {
      kind: 'choice',
      title: text('纠纷类别', 'Kind of dispute'),
      required: true,
      options: DISPUTE_CATEGORIES,
      when: when('dispute'),
    },
    difficulty: {
      kind: 'choice',
      title: text('难易', 'Difficulty'),
      hint: text('决定多久办完', 'Sets the time limit'),
      required: true,
      options: DIFFICULTY,
      when: when('dispute'),
    },
    riskDimension: {
      kind: 'choice',
      title: text('领域', 'Dimension'),
      required: true,
      options: RISK_DIMENSIONS,
      when: when('risk'),
    },
    reportCategory: {
      kind: 'choice',
      title: text('是哪一类', 'Kind of report'),
      required: true,
      options: REPORT_CATEGORIES,
      when: when('report'),
    },
    taskDueOn: {
      kind: 'date',
      title: text('最迟哪天', 'By which day'),
      required: true,
      notBefore: 'today',
      boundless: text('时限由交办的人定', 'Whoever gives it sets how long'),
      when: when('task'),
    },
  },
}

export const warningForms = {
  ...commonForms,
  ...recusalForms,
  warning: {
    title: text('预警', 'Warning'),
    fields: {
      title,
      category: {
        kind: 'choice',
        title: text('看的是哪一种数', 'What is counted'),
        required: true,
        options: WARNING_SUBJECTS,
        sets: 'category',
      },
      series: {
        kind: 'text',
        title: text('序列', 'Series'),
        hint: text('哪个单位或属地、哪一类、按天还是按周', 'Which unit or place, which kind, days or weeks'),
        required: true,
        max: 300,
      },
      step: {
        kind: 'choice',
        title: text('按天还是按周', 'Days or weeks'),
        required: true,
        options: { day: text('按天', 'Days'), week: text('按周', 'Weeks') },
      },
      since: {
        kind: 'date',
        title: text('从哪天起', 'Since'),
        required: true,
        notAfter: 'today',
        boundless: text('从高出来的第一天或第一周算起', 'The first day or week above the bound'),
      },
      ...judgementFacts,
      words: { kind: 'longText', title: text('说明', 'In words'), required: true, min: 2, max: 2000 },
      place,
      placeUnit,
      unit: { ...openingUnit, title: text('由哪个单位研判', 'Judged by') },
    },
  },
  goesOn: { title: text('还在高出上限', 'Still above'), fields: judgementFacts },
  opened,
  watch: {
    title: text('先观察', 'Watch'),
    fields: {
      watchUntil: {
        kind: 'date',
        title: text('哪天再看', 'Look again on'),
        required: true,
        notBefore: 'today',
        boundless: text('观察多久由研判的人定', 'Whoever judges sets how long'),
      },
      watchReason: { ...reason, title: text('为什么先观察', 'Why watch first') },
    },
  },
  dismissal: {
    title: text('不立', 'Dismiss'),
    fields: {
      verdict,
      cause: {
        kind: 'choice',
        title: text('为什么高', 'Why it was high'),
        required: true,
        options: {
          ownWork: text('专项行动、集中检查带来的', 'Our own campaign or checks'),
          batch: text('集中补录、系统导入', 'Entered or imported in one go'),
          season: text('季节、节假日、赶集等年年有的', 'Season, holiday, market: as every year'),
          known: text('已经在办，不另立', 'Already being handled'),
          chance: text('看不出原因，像是碰巧', 'No cause to be seen; chance'),
          other: text('其他', 'Other'),
        },
      },
      dismissReason: { ...reason, title: text('理由', 'Reason') },
    },
  },
  outcome: {
    title: text('写结果', 'Say what came of it'),
    fields: { verdict, grounds: { ...reason, title: text('依据', 'Grounds') } },
  },
  correctedOutcome: {
    title: text('更正结果', 'Put the outcome right'),
    fields: {
      verdict: { ...verdict, known: false },
      correctionGrounds: { ...reason, title: text('为什么更正', 'Why it is put right') },
    },
  },
} as const satisfies Record<string, Form>
