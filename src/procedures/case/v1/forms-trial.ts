import type { Form } from '../../../domain/procedure/form.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { materials, note, reason } from '../../shared/v1/common-fields.ts'
import { CRIMINAL_TRACKS } from './categories.ts'
import { EXCLUSIONS } from './deadlines-trial.ts'
import { approvalNo, dayDone, decisionKind, documentNo, doneOn, pronounced } from './fields.ts'

const titles = (kinds: Readonly<Record<string, { readonly title: Text }>>) =>
  Object.fromEntries(Object.entries(kinds).map(([kind, { title }]) => [kind, title]))

/** Which exclusion, since when, perhaps until when, why, and on which paper. */
const exclusion = (family: keyof typeof EXCLUSIONS) =>
  ({
    title: text('扣除期限', 'Leave days out'),
    fields: {
      excluded: {
        kind: 'choice',
        means: 'pauseKind',
        title: text('扣除事由', 'Ground'),
        required: true,
        options: titles(EXCLUSIONS[family]),
      },
      excludedFrom: {
        kind: 'date',
        means: 'pausedFrom',
        title: text('从哪天起', 'From'),
        required: true,
        notBefore: { field: 'filedOn' },
        notAfter: 'today',
        known: false,
      },
      excludedTo: {
        kind: 'date',
        means: 'pausedTo',
        title: text('到哪天（没有结束就不填）', 'Until, if it is over'),
        notBefore: { field: 'filedOn' },
        notAfter: 'today',
        known: false,
      },
      exclusionReason: { ...reason, means: 'reason', known: false },
      exclusionPaper: { ...approvalNo, known: false },
    },
  }) as const satisfies Form

const extendBy = {
  kind: 'number',
  means: 'extendBy',
  title: text('延长多少（按该期限的单位：月或日）', 'How long (in the unit of the limit: months or days)'),
  required: true,
  min: 1,
  max: 180,
} as const

const hearing = {
  hearingAt: {
    kind: 'dateTime',
    title: text('开庭时间', 'Hearing at'),
    required: true,
    notBefore: 'today',
    known: false,
    boundless: text('由合议庭、独任法官排定', 'The court fixes it'),
  },
  venue: {
    kind: 'text',
    title: text('开庭地点', 'Where'),
    hint: text('法庭名称，或巡回审判的地点', 'The courtroom, or where the court sits on circuit'),
    required: true,
    min: 2,
    max: 80,
  },
  room: { kind: 'record', of: 'room', title: text('法庭登记号', 'Courtroom on record') },
  openly: {
    kind: 'choice',
    title: text('是否公开', 'In public'),
    required: true,
    options: {
      open: text('公开开庭', 'In public'),
      closed: text('不公开（写明理由）', 'Not in public, with a reason'),
    },
  },
  closedReason: { ...reason, when: { field: 'openly', is: ['closed'] } },
} as const

/** From one hearing to the next: a month, except by consent or force majeure. */
const gapGround = {
  kind: 'choice',
  title: text('间隔能否超过一个月', 'May the gap exceed a month'),
  required: true,
  known: false,
  options: {
    none: text('不能', 'No'),
    consent: text('各方同意', 'All sides consent'),
    forceMajeure: text('不可抗力', 'Force majeure'),
  },
} as const

/** The limit, hearings and the judgment. */
export const trialForms = {
  excludeCivil: exclusion('civil'),
  excludeCriminal: exclusion('criminal'),
  excludeAdministrative: exclusion('administrative'),
  excludeEnforcement: exclusion('enforcement'),
  resumeLimit: {
    title: text('恢复计算', 'Count again'),
    fields: {
      excludedTo: {
        kind: 'date',
        means: 'pausedTo',
        title: text('扣除到哪天', 'Left out until'),
        required: true,
        notBefore: { field: 'excludedFrom' },
        notAfter: 'today',
        known: false,
      },
      note,
    },
  },
  askExtension: {
    title: text('申请延长', 'Ask for more time'),
    fields: {
      askedLength: { kind: 'number', title: text('申请延长多少', 'How long'), required: true, min: 1, max: 180 },
      extensionReason: { ...reason, title: text('为什么', 'Why') },
      supervisor: {
        kind: 'post',
        title: text('报请哪位院长审批', 'Which president decides'),
        required: true,
        roles: ['president'],
        sets: 'supervisor',
      },
    },
  },
  grantExtension: {
    title: text('批准延长', 'Grant more time'),
    fields: { extendBy, reason: { ...reason, means: 'reason' }, approval: { ...approvalNo, required: true } },
  },
  grantedAbove: {
    title: text('上级法院批准延长', 'The court above grants more time'),
    fields: {
      extendBy,
      reason: { ...reason, means: 'reason' },
      approval: { ...approvalNo, title: text('上级法院批复文号', 'Number of its reply') },
    },
  },
  refuseExtension: {
    title: text('不同意延长', 'Refuse more time'),
    fields: { refusedReason: { ...reason, title: text('理由', 'Reason') } },
  },
  limitObjection: {
    title: text('登记对审限的异议', 'Objection to the limit'),
    fields: {
      limitObjectedOn: dayDone('提出日期', 'Made on'),
      limitObjection: { ...reason, title: text('对什么有异议', 'What it is against') },
    },
  },
  convertCivil: {
    title: text('转换程序', 'Another procedure'),
    fields: {
      civilTrack: {
        kind: 'choice',
        title: text('转为', 'Into'),
        required: true,
        known: false,
        options: { ordinary: text('普通程序', 'Ordinary procedure'), simple: text('简易程序', 'Simple procedure') },
      },
      fromTrack: {
        kind: 'choice',
        title: text('由什么程序转', 'From'),
        required: true,
        when: { field: 'civilTrack', is: ['simple'] },
        known: false,
        options: { small: text('小额诉讼', 'Small claims'), ordinary: text('普通程序', 'Ordinary procedure') },
      },
      convertedOn: dayDone('裁定日期', 'Ruled on'),
      conversionReason: { ...reason, title: text('理由', 'Reason') },
      documentNo: { ...documentNo, required: true },
    },
  },
  convertCriminal: {
    title: text('转换程序', 'Another procedure'),
    fields: {
      criminalTrack: {
        kind: 'choice',
        title: text('转为', 'Into'),
        required: true,
        known: false,
        options: { ordinary: CRIMINAL_TRACKS.ordinary, simplified: CRIMINAL_TRACKS.simplified },
      },
      acceptedOn: {
        ...dayDone('决定日期（审限自次日重新起算）', 'Decided on (the limit begins anew the next day)'),
        known: false,
      },
      conversionReason: { ...reason, title: text('理由', 'Reason') },
    },
  },
  convertAdministrative: {
    title: text('转为普通程序', 'Into the ordinary procedure'),
    fields: {
      adminTrack: {
        kind: 'choice',
        title: text('转为', 'Into'),
        required: true,
        known: false,
        options: { ordinary: text('普通程序', 'Ordinary procedure') },
      },
      convertedOn: dayDone('裁定日期', 'Ruled on'),
      conversionReason: { ...reason, title: text('理由', 'Reason') },
      documentNo: { ...documentNo, required: true },
    },
  },
  beginAnew: {
    title: text('补充侦查完毕，重新计算审限', 'Back from investigation: the limit begins anew'),
    fields: {
      criminalTrack: {
        kind: 'choice',
        title: text('审理程序', 'Procedure'),
        required: true,
        options: CRIMINAL_TRACKS,
      },
      acceptedOn: {
        ...dayDone('移送法院日期（审限自次日重新起算）', 'Back on (the limit begins anew the next day)'),
        known: false,
      },
      investigatedNote: { ...reason, title: text('补充了什么', 'What was added') },
    },
  },
  hearing: { title: text('排期开庭', 'Fix the hearing'), fields: hearing },
  notice: {
    title: text('已通知开庭', 'Notice given'),
    fields: {
      noticedOn: doneOn('通知、公告日期', 'Noticed on'),
      announced: { kind: 'yesNo', title: text('已公告（公开开庭的）', 'Announced in public') },
    },
  },
  indictment: {
    title: text('送达起诉书副本', 'Serve the indictment'),
    fields: { indictmentServedOn: doneOn('送达日期', 'Served on') },
  },
  adjourn: {
    title: text('延期开庭', 'Adjourn'),
    fields: {
      adjournedOn: dayDone('决定日期', 'Decided on'),
      adjournGround: {
        kind: 'choice',
        title: text('事由', 'Ground'),
        required: true,
        options: {
          absent: text('必须到庭的人有正当理由没有到庭', 'One who must come had good reason not to'),
          recusal: text('临时提出回避申请', 'Recusal was asked for'),
          evidence: text('需要新证据、重新鉴定、补充调查', 'New evidence or appraisal'),
          other: text('不可抗力、意外事件（院长批准）', 'Force majeure or accident, with the president’s consent'),
        },
      },
      adjournApproval: {
        kind: 'text',
        title: text('院长批准文号', 'Consent of the president'),
        required: true,
        max: 60,
        when: { field: 'adjournGround', is: ['other'] },
      },
      gapGround,
      adjournReason: { ...reason, title: text('具体情况', 'What happened') },
    },
  },
  adjournOther: {
    title: text('延期审理', 'Adjourn'),
    fields: {
      adjournedOn: dayDone('决定日期', 'Decided on'),
      adjournGround: {
        kind: 'choice',
        title: text('事由', 'Ground'),
        required: true,
        options: {
          evidence: text('需要新证人、新证据、重新鉴定、勘验', 'New witness, evidence or appraisal'),
          investigation: text('公诉人建议补充侦查', 'The prosecution proposes to investigate further'),
          recusal: text('申请回避，不能进行', 'Recusal was asked for'),
          absent: text('必须到庭的人有正当理由没有到庭', 'One who must come had good reason not to'),
          other: text('其他依法应当延期的', 'Another ground of the law'),
        },
      },
      adjournReason: { ...reason, title: text('具体情况', 'What happened') },
    },
  },
  hearAgain: {
    title: text('再次开庭', 'Hear again'),
    fields: {
      gapGround,
      hearAgainReason: { ...reason, title: text('为什么还要开庭', 'Why another hearing is needed') },
    },
  },
  held: {
    title: text('开庭', 'Hold the hearing'),
    fields: {
      heldOn: dayDone('开庭日期', 'Held on'),
      recusalAsked: {
        kind: 'choice',
        title: text('是否询问回避', 'Was recusal asked'),
        required: true,
        options: { none: text('问了，不申请', 'Asked; none'), decided: text('问了，已决定', 'Asked; decided') },
      },
      transcript: { kind: 'longText', title: text('庭审要点', 'Main points'), required: true, min: 2, max: 5000 },
      materials: { ...materials, title: text('笔录', 'Transcript') },
    },
  },
  judgment: {
    title: text('作出裁判', 'Decide'),
    fields: {
      decisionKind,
      result: {
        kind: 'choice',
        title: text('裁判结果', 'Result'),
        required: true,
        options: {
          granted: text('支持', 'Granted'),
          partly: text('部分支持', 'Granted in part'),
          rejected: text('驳回', 'Rejected'),
          convicted: text('有罪', 'Guilty'),
          acquitted: text('无罪、不负刑事责任', 'Not guilty'),
          upheld: text('维持', 'Upheld'),
          changed: text('改判', 'Changed'),
          sentBack: text('发回', 'Sent back'),
          actionDismissed: text('驳回起诉（裁定）', 'Action dismissed, by a ruling'),
        },
      },
      pronounced,
      endedOn: doneOn('裁判（结案）日期', 'Decided on'),
      appealable: {
        kind: 'choice',
        title: text('能否上诉', 'Open to appeal'),
        required: true,
        options: { yes: text('可以上诉', 'Yes'), no: text('不能上诉', 'No') },
      },
      documentNo: { ...documentNo, required: true },
      materials: { ...materials, title: text('裁判文书', 'The judgment') },
    },
  },
  endOtherwise: {
    title: text('以其他方式结案', 'End otherwise'),
    fields: {
      endedHow: {
        kind: 'choice',
        title: text('结案方式', 'How'),
        required: true,
        options: {
          settled: text('调解', 'Settled'),
          withdrawn: text('准许撤诉、按撤诉处理', 'Withdrawn'),
          transferred: text('移送管辖', 'Transferred'),
          terminated: text('终结诉讼', 'Terminated'),
        },
      },
      endedOn: {
        ...doneOn('结案日期', 'Ended on'),
        hint: text(
          '调解书：最后一方签收日，签收才生效',
          'Mediation paper: the day the last side signed; it binds from then',
        ),
      },
      documentNo: { ...documentNo, required: true },
      endReason: { ...reason, title: text('简要情况', 'In short') },
    },
  },
} as const satisfies Record<string, Form>
