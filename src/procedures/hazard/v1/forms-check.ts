import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { note, reason } from '../../shared/v1/common-fields.ts'

const NO_LONGEST = text('法律没有统一的最长期限', 'The law sets no longest time')

const findings = {
  reinspectedOn: {
    kind: 'date',
    title: text('复查日期', 'Reinspected on'),
    required: true,
    notBefore: { field: 'servedOn' },
    notAfter: 'today',
  },
  reinspectors: { kind: 'text', title: text('复查人', 'Reinspected by'), max: 120 },
  opinion: { kind: 'longText', title: text('复查意见', 'Opinion'), required: true, min: 2, max: 2000 },
  reinspectionPhotos: { kind: 'files', title: text('复查照片', 'Photos'), max: 9 },
} as const satisfies Record<string, Field>

const left = {
  kind: 'longText',
  title: text('还有哪些没有整改', 'What is left'),
  required: true,
  max: 2000,
} as const satisfies Field

/** From the fix to its check, and to the look back. */
export const checkForms = {
  selfCheck: {
    title: text('报送整改情况', 'Report the fix'),
    fields: {
      fixedOn: {
        kind: 'date',
        title: text('整改完成日期', 'Fixed on'),
        required: true,
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
      doneWork: { kind: 'longText', title: text('整改情况', 'What was done'), required: true, min: 2, max: 2000 },
      photosAfter: {
        kind: 'files',
        title: text('整改后照片', 'Photos after'),
        hint: text('要新拍的；和以前交过的同一张不收', 'New ones; a photo handed in before is not taken'),
        required: true,
        min: 1,
        max: 9,
      },
      spent: { kind: 'money', title: text('实际花费', 'Spent'), min: 0 },
    },
  },
  request: {
    title: text('申请复查', 'Ask for reinspection'),
    fields: {
      verifier: {
        kind: 'post',
        title: text('复查人', 'Reinspecting post'),
        hint: text(
          '不能是承办人；重大的要由别的单位派；不填就由责令的一方派',
          'Never the handler; for a major one from another unit; the ordering side sends one when empty',
        ),
        roles: ['verifier', 'inspector'],
        sets: 'verifier',
      },
      note,
    },
  },
  pause: {
    title: text('扣除检测期限', 'Leave out the time of testing'),
    fields: {
      reason: {
        ...reason,
        means: 'reason',
        title: text('委托检测、鉴定的事项', 'What is tested'),
      },
      document: {
        kind: 'text',
        means: 'document',
        title: text('委托书编号', 'Commission number'),
        required: true,
        max: 60,
      },
      pausedFrom: {
        kind: 'date',
        means: 'pausedFrom',
        title: text('扣除自', 'Left out from'),
        required: true,
        notBefore: { field: 'servedOn' },
        notAfter: 'today',
      },
      testBy: {
        kind: 'date',
        title: text('约定出具报告的日期', 'Report promised by'),
        boundless: NO_LONGEST,
        required: true,
        notBefore: 'today',
      },
    },
  },
  resume: {
    title: text('检测期限止', 'End of the time of testing'),
    fields: {
      reportNo: { kind: 'text', title: text('检测报告编号', 'Report number'), required: true, max: 60 },
      pausedTo: {
        kind: 'date',
        means: 'pausedTo',
        title: text('止于', 'Left out until'),
        hint: text('检测报告出具日期', 'The day of the report'),
        required: true,
        notBefore: { field: 'pausedFrom' },
        notAfter: 'today',
      },
      reports: { kind: 'files', title: text('检测报告', 'Report'), max: 9 },
    },
  },
  reinspection: { title: text('整改复查意见', 'Reinspection opinion'), fields: findings },
  failure: { title: text('复查不合格', 'Reinspection failed'), fields: { ...findings, left } },
  problems: {
    title: text('列整改清单', 'List what to rectify'),
    fields: {
      problems: {
        kind: 'items',
        title: text('未整改的问题', 'Open problems'),
        required: true,
        min: 1,
        max: 30,
        fields: {
          title: { kind: 'text', title: text('问题', 'Problem'), required: true, min: 2, max: 80 },
          measure: { kind: 'longText', title: text('整改措施', 'Measure'), required: true, min: 2, max: 1000 },
          unit: { kind: 'unit', title: text('整改单位', 'Unit'), required: true },
          dueOn: {
            kind: 'date',
            title: text('整改时限', 'Due on'),
            required: true,
            notBefore: 'today',
            boundless: NO_LONGEST,
          },
        },
      },
      listBy: {
        kind: 'date',
        title: text('清单全部整改完成时限', 'The whole list by'),
        boundless: NO_LONGEST,
        required: true,
        notBefore: 'today',
      },
    },
  },
  askResumption: {
    title: text('申请恢复生产经营和使用', 'Ask to resume work and use'),
    fields: {
      resumptionAskedOn: {
        kind: 'date',
        title: text('收到申请日期', 'Application received on'),
        required: true,
        notBefore: { field: 'reinspectedOn' },
        notAfter: 'today',
      },
      resumptionGrounds: { ...reason, title: text('申请理由', 'Grounds') },
      resumptionFiles: { kind: 'files', title: text('申请书', 'Application'), max: 9 },
    },
  },
  resumption: {
    title: text('审查能否恢复', 'Review whether work may resume'),
    fields: {
      resumptionOpinion: { ...reason, title: text('审查意见', 'Opinion of the review') },
    },
  },
  writeOff: {
    title: text('批准销号', 'Approve the write-off'),
    fields: {
      writtenOffOn: {
        kind: 'date',
        title: text('销号日期', 'Written off on'),
        required: true,
        notBefore: { field: 'reinspectedOn' },
        notAfter: 'today',
      },
      approval: { ...reason, title: text('销号意见', 'Opinion') },
    },
  },
  refuseWriteOff: {
    title: text('不同意销号', 'Refuse the write-off'),
    fields: {
      left,
      rectifyBy: {
        kind: 'date',
        title: text('整改时限', 'Rectify by'),
        required: true,
        notBefore: 'today',
        boundless: NO_LONGEST,
      },
    },
  },
  lookBack: {
    title: text('回头看', 'Look back'),
    fields: {
      lookedBackOn: {
        kind: 'date',
        title: text('回头看日期', 'Looked back on'),
        required: true,
        notBefore: { field: 'writtenOffOn' },
        notAfter: 'today',
      },
      lookBackFinding: { ...reason, title: text('现场情况', 'What was seen') },
    },
  },
  relapse: {
    title: text('隐患反弹', 'The hazard is back'),
    fields: {
      lookedBackOn: {
        kind: 'date',
        title: text('回头看日期', 'Looked back on'),
        required: true,
        notBefore: { field: 'writtenOffOn' },
        notAfter: 'today',
      },
      left: { ...left, title: text('反弹情况', 'What came back') },
    },
  },
} as const satisfies Record<string, Form>
