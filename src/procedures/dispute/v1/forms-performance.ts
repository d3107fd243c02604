import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note } from '../../shared/v1/common-fields.ts'

const visitedOn = {
  kind: 'date',
  title: text('回访日期', 'Followed up on'),
  required: true,
  notBefore: { field: 'agreedOn' },
  notAfter: 'today',
} as const satisfies Field

/** After an agreement: what the court says of it, and what came of it. */
export const performanceForms = {
  confirmationFiled: {
    title: text('登记司法确认申请', 'Record the application'),
    fields: {
      court: { kind: 'text', title: text('受理法院', 'Court'), required: true, max: 80 },
      filedOn: {
        kind: 'date',
        title: text('共同申请日期', 'Filed jointly on'),
        required: true,
        notBefore: { field: 'effectiveOn' },
        notAfter: 'today',
      },
    },
  },
  courtAcceptance: {
    title: text('登记法院受理', 'Record that the court accepted'),
    fields: {
      courtAcceptedOn: {
        kind: 'date',
        title: text('受理日期', 'Accepted on'),
        required: true,
        notBefore: { field: 'filedOn' },
        notAfter: 'today',
      },
      receiptNo: { kind: 'text', title: text('受理通知书编号', 'Notice number'), max: 60 },
    },
  },
  confirmationResult: {
    title: text('登记司法确认裁定', 'Record the ruling'),
    fields: {
      confirmation: {
        kind: 'choice',
        title: text('司法确认', 'Confirmation'),
        required: true,
        options: { confirmed: text('裁定有效', 'Confirmed'), rejected: text('裁定驳回', 'Rejected') },
      },
      rulingNo: { kind: 'text', title: text('裁定书编号', 'Ruling number'), required: true, max: 60 },
    },
  },
  performed: {
    title: text('回访：已履行', 'Performed'),
    fields: {
      visitedOn,
      performance: { kind: 'longText', title: text('履行情况', 'Performance'), required: true, max: 1000 },
      materials: { ...materials, title: text('履行凭证', 'Proof') },
    },
  },
  breached: {
    title: text('回访：未履行', 'Not performed'),
    fields: {
      visitedOn,
      unperformed: {
        kind: 'longText',
        title: text('未履行的内容', 'What was not performed'),
        required: true,
        max: 1000,
      },
    },
  },
  newDate: {
    title: text('督促履行', 'Press for performance'),
    fields: {
      performBy: {
        kind: 'date',
        title: text('履行期限', 'New day'),
        required: true,
        notBefore: 'today',
        boundless: text('由各方当事人约定', 'The parties agree on it'),
      },
      note,
    },
  },
} as const satisfies Record<string, Form>
