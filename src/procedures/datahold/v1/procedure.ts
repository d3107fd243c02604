import type { Form } from '../../../domain/procedure/form.ts'
import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'
import { personal } from '../../shared/v2/sources-personal.ts'
import { dataholdDeadlines, dataholdStates, dataholdSteps } from './steps.ts'

const KINDS = {
  remedy: text('复查复核、诉讼没有结束', 'A review or a lawsuit is pending'),
  archive: text('档案规定要求存得更久', 'A rule on archives keeps it longer'),
  evidence: text('有关机关依法要求留存', 'An organ demands by law that it is kept'),
  dispute: text('本人对处理有异议', 'The person disputes it'),
} as const

const opening = {
  title: text('申请留存或限制处理', 'Ask to keep or restrict'),
  fields: {
    title: {
      kind: 'text',
      title: text('标题', 'Title'),
      hint: text('写事项编号和原因，不写姓名', 'The number and why; no names'),
      required: true,
      min: 2,
      max: 60,
      sets: 'title',
    },
    category: { kind: 'choice', title: text('原因', 'Cause'), required: true, options: KINDS, sets: 'category' },
    holdReason: {
      kind: 'longText',
      title: text('依据', 'Basis'),
      hint: text('写哪个法、哪一条，或哪份文书', 'Which law and article, or which document'),
      required: true,
      min: 2,
      max: 500,
    },
    holdUntil: {
      kind: 'date',
      title: text('到哪天再看', 'To be looked at again on'),
      required: true,
      notBefore: 'today',
      boundless: text('由规定或者诉讼进展定', 'The rule or the proceedings set it'),
    },
  },
} as const satisfies Form

/** 依法留存、限制处理: matters whose personal data must outlive their retention; held or restricted by a leader, lifted by event. */
export const dataholdV1 = defineProcedure({
  id: 'datahold',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('依法留存和限制处理', 'Legal holds and restrictions'),
  short: text('留存', 'Hold'),
  prefix: 'LX',
  purpose: text(
    '保存期满还不能删的，写明依据、由领导批准；只存不用，到期再看',
    'What may not be destroyed yet: why, approved by a leader, stored and not used, looked at again',
  ),
  source: personal.delete,
  categories: KINDS,
  outcomes: { lifted: text('已解除', 'Lifted'), refused: text('未批准', 'Refused') },
  sight: { only: ['clerk', 'leader', 'auditor', 'president', 'courtClerk'], readings: true },
  forms: {
    opening,
    naming: {
      title: text('关联事项', 'Link the matter'),
      fields: {
        concernedReference: { kind: 'text', title: text('事项编号', 'Number'), required: true, min: 4, max: 40 },
      },
    },
    approval: {
      title: text('批准', 'Approve'),
      fields: { carryReason: { ...reason, title: text('批准意见', 'Approval'), max: 200 } },
    },
    refusal: { title: text('不批准', 'Refuse'), fields: { reason } },
    renewal: {
      title: text('继续留存', 'Go on'),
      fields: { holdUntil: opening.fields.holdUntil, reason },
    },
    lifting: {
      title: text('解除', 'Lift'),
      fields: { carryReason: { ...reason, title: text('为什么解除', 'Why'), max: 200 } },
    },
    ...recusalForms,
    ...importedForms(opening),
  },
  documents: { approval: { title: text('留存、限制处理审批表', 'Approval'), source: personal.delete } },
  deadlines: dataholdDeadlines,
  opening: {
    form: 'opening',
    by: ['clerk', 'leader', 'auditor', 'courtClerk'],
    state: 'asked',
    starts: ['approve'],
  },
  states: dataholdStates,
  steps: {
    ...dataholdSteps,
    ...importedSteps(
      'asked',
      ['approve'],
      [
        { step: 'liftedAsImported', to: 'lifted', title: text('已解除', 'Lifted') },
        { step: 'refusedAsImported', to: 'refused', title: text('未批准', 'Refused') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('标题', 'Title') },
    { field: 'category', title: text('原因', 'Cause') },
    { field: 'holdReason', title: text('依据', 'Basis') },
    { field: 'concernedReference', title: text('事项编号', 'Matter') },
    { field: 'holdUntil', title: text('到哪天再看', 'Looked at again on') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
