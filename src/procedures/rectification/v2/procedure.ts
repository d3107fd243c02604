import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { PROBLEM_SOURCES } from '../../shared/v1/categories.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { rectificationForms } from '../v1/forms.ts'
import { rectificationV1 } from '../v1/procedure.ts'
import { rectificationOrderSteps } from '../v1/steps-order.ts'
import {
  INBOUND,
  INBOUND_SOURCES,
  letterFields,
  replyDeadline,
  replyDocument,
  replyForm,
  replyStep,
} from './inbound.ts'
import {
  conclusionFields,
  oversightDeadlines,
  oversightForms,
  oversightSteps,
  reexaminationDocument,
} from './oversight.ts'

const { other, ...sources } = PROBLEM_SOURCES
const categories = { ...sources, ...INBOUND_SOURCES, other }

const opening = rectificationForms.rectification
const { title, category, ...questions } = opening.fields
const rectification = {
  ...opening,
  fields: { title, category: { ...category, options: categories }, ...letterFields, ...conclusionFields, ...questions },
} as const

const { writeOff } = rectificationOrderSteps

/** 整改, with letters from outside among its sources: judicial advice, procuratorial suggestions, supervision letters are answered in writing. */
export const rectificationV2: Procedure = {
  ...rectificationV1,
  version: 2,
  effectiveOn: '2024-11-02',
  categories,
  forms: {
    ...rectificationV1.forms,
    ...importedForms(rectification),
    rectification,
    reply: replyForm,
    ...oversightForms,
  },
  documents: { ...rectificationV1.documents, replyLetter: replyDocument, reexamination: reexaminationDocument },
  deadlines: { ...rectificationV1.deadlines, reply: replyDeadline, ...oversightDeadlines },
  opening: { ...rectificationV1.opening, starts: [...rectificationV1.opening.starts, 'reply', 'askReexamination'] },
  steps: {
    ...rectificationV1.steps,
    writeOff: {
      ...writeOff,
      guards: [
        ...writeOff.guards,
        { any: [{ not: { the: 'category', is: INBOUND } }, { the: 'repliedOn', recorded: true }] },
      ],
    },
    reply: replyStep,
    ...oversightSteps,
  },
  ledger: [
    ...rectificationV1.ledger,
    { field: 'sender', title: text('来函机关', 'Sent by') },
    { field: 'letterNo', title: text('来函文号', 'Letter') },
    { field: 'reply', title: text('回复期限', 'Reply due') },
    { field: 'repliedOn', title: text('回复日期', 'Replied on') },
  ],
}
