import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, reason } from '../../shared/v1/common-fields.ts'
import { CIVIL_TRACKS } from '../v1/categories.ts'
import { dayDone, decisionKind, documentNo, doneOn, party, pronounced } from '../v1/fields.ts'
import { filingForms } from '../v1/forms-filing.ts'
import { trialForms } from '../v1/forms-trial.ts'

const { file } = filingForms
const { excludeCivil } = trialForms

const application = {
  party: { ...party, title: text('哪一方申请', 'Which side applies') },
  retrialAskedOn: dayDone('收到再审申请书日期', 'Application received on'),
  retrialTo: {
    kind: 'choice',
    title: text('向哪个法院申请', 'To which court'),
    required: true,
    options: {
      here: text('本院（一方人数众多或者双方为公民）', 'This court: many on one side, or citizens on both'),
      above: text('上一级法院', 'The court above'),
    },
  },
  retrialGrounds: {
    ...reason,
    title: text('再审事由', 'Grounds'),
    hint: text('法律规定的哪一项，不写姓名', 'Which of those of the law; no names'),
  },
} as const satisfies Record<string, Field>

/** From the effective judgment to what comes of an application for a retrial. */
export const retrialForms = {
  file: {
    ...file,
    fields: {
      ...file.fields,
      civilTrack: {
        ...file.fields.civilTrack,
        options: { ...CIVIL_TRACKS, retrialReview: text('申请再审审查', 'Application for a retrial') },
      },
      acceptedOn: {
        ...file.fields.acceptedOn,
        hint: text('再审案件填作出提审、再审决定的日期', 'Of a retrial: the day on which it was decided'),
      },
    },
  },
  excludeRetrialReview: {
    ...excludeCivil,
    fields: {
      ...excludeCivil.fields,
      excluded: {
        ...excludeCivil.fields.excluded,
        options: {
          announcement: text('公告', 'Public notice'),
          settlement: text('各方和解', 'Settlement of the sides'),
        },
      },
    },
  },
  effect: {
    title: text('登记生效、出具生效证明', 'Certify that it is effective'),
    fields: {
      effectiveOn: {
        ...dayDone('生效日期', 'Effective on'),
        notBefore: { field: 'endedOn' },
        hint: text(
          '上诉期满的次日；不能上诉的、二审的、调解书：最后送达、签收日',
          'The day after the last time to appeal; where none lies, in second instance or settled: the last service',
        ),
        public: true,
      },
      retrialOpen: {
        kind: 'choice',
        title: text('依法能否申请再审', 'Open to a retrial'),
        hint: text('解除婚姻关系的判决、调解书不能', 'What dissolves a marriage is not'),
        required: true,
        options: { yes: text('可以', 'Yes'), no: text('不能', 'No') },
      },
      enforceable: {
        kind: 'choice',
        title: text('有没有要履行的内容', 'Anything to perform'),
        required: true,
        options: { yes: text('有', 'Yes'), no: text('没有', 'No') },
      },
      enforceFrom: {
        kind: 'date',
        title: text('履行期间的最后一日', 'Last day to perform'),
        hint: text(
          '分期的填最后一期；没有写的填生效日期',
          'Of instalments the last; where none is set, the day of effect',
        ),
        required: true,
        notBefore: { field: 'effectiveOn' },
        boundless: text('由裁判文书确定', 'The judgment sets it'),
        when: { field: 'enforceable', is: ['yes'] },
        known: false,
      },
    },
  },
  retrialApplication: { title: text('登记再审申请', 'Record an application'), fields: application },
  lateRetrialApplication: {
    title: text('登记六个月后的再审申请', 'Record one after six months'),
    fields: {
      ...application,
      lateGround: {
        kind: 'choice',
        title: text('为什么算期内', 'Why it is in time'),
        required: true,
        known: false,
        options: {
          posted: text('期满前交邮（看邮戳）', 'Posted in time, by the postmark'),
          received: text('期内收到，过后才登记', 'Received in time, recorded later'),
          ownStart: text(
            '新证据、证据伪造、据以裁判的文书被撤销、审判人员违法，自知道之日起六个月',
            'New or forged evidence, a decision quashed that it rests on, an offence of a judge: six months from when it was known',
          ),
        },
      },
      knownOn: {
        ...dayDone('知道或者应当知道日期', 'Known since'),
        when: { field: 'lateGround', is: ['ownStart'] },
      },
      lateProof: { kind: 'text', title: text('邮戳日期、证明材料', 'Postmark or proof'), required: true, max: 60 },
    },
  },
  retrialReview: {
    title: text('再审审查裁定', 'Rule on the application'),
    fields: {
      retrialResult: {
        kind: 'choice',
        title: text('审查结果', 'Result'),
        required: true,
        options: {
          ordered: text('裁定再审，由本院审理', 'Retrial ordered, here'),
          orderedElsewhere: text('裁定再审，由其他法院审理', 'Retrial ordered, at another court'),
          rejected: text('驳回再审申请', 'Application rejected'),
        },
      },
      decisionKind: { ...decisionKind, options: { ruling: decisionKind.options.ruling } },
      pronounced,
      endedOn: doneOn('裁定（结案）日期', 'Ruled on'),
      documentNo: { ...documentNo, required: true },
      rulingReason: { ...reason, title: text('理由', 'Reason') },
      materials: { ...materials, title: text('裁定书', 'The ruling') },
    },
  },
} as const satisfies Record<string, Form>
