import type { Form } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance } from '../../shared/v1/sources.ts'
import { aarV1 } from '../v1/procedure.ts'
import type { aarSteps } from '../v1/steps.ts'

const lessons = {
  title: text('提出教训', 'Draw lessons'),
  fields: {
    lessons: {
      kind: 'items',
      title: text('教训', 'Lessons'),
      hint: text(
        '每条成为一件举一反三：写明改检查表、预案或标准的哪一项，再交同类单位自查',
        'Each becomes a lesson of its own: what it changes, and which units check',
      ),
      required: true,
      min: 1,
      max: 20,
      fields: {
        title: { kind: 'text', title: text('教训', 'Lesson'), required: true, min: 2, max: 80 },
        lesson: {
          kind: 'longText',
          title: text('教训和要求', 'What was learned, and the demand'),
          required: true,
          min: 2,
          max: 2000,
        },
        unit: { kind: 'unit', title: text('由哪个单位定', 'Decided by'), required: true },
      },
    },
    origin: {
      kind: 'choice',
      title: text('从哪里来', 'Drawn from'),
      required: true,
      options: {
        review: text('复盘', 'Review'),
        incident: text('突发事件', 'Incident'),
        drill: text('演练', 'Drill'),
        inspection: text('检查', 'Inspection'),
        other: text('其他', 'Other'),
      },
    },
  },
} as const satisfies Form

const drawLessons = {
  title: text('提出教训', 'Draw lessons'),
  from: ['analysed', 'rectifying'],
  by: ['reviewer', 'leader'],
  form: 'lessons',
  handles: true,
  aside: true,
  issues: ['lesson'],
  opens: [
    {
      procedure: 'lesson',
      link: 'learnedFrom',
      each: 'lessons',
      carry: { title: 'row.title', lesson: 'row.lesson', unit: 'row.unit', origin: 'origin' },
    },
  ],
  source: governance.review,
  tells: text('保管检查表、预案或标准的单位', 'The units that keep the checklist, plan or criteria'),
  told: text('提出了教训，一条一件', 'drew lessons, each on its own'),
} as const satisfies Step

const { drawLesson: _, ...steps } = aarV1.steps as typeof aarSteps & Procedure['steps']
const { lesson: __, ...forms } = aarV1.forms

/** 复盘, each of whose lessons is a matter of its own: it changes a record and is checked in every like unit. */
export const aarV3: Procedure = {
  ...aarV1,
  version: 3,
  effectiveOn: '2024-11-03',
  forms: { ...forms, lessons },
  steps: { ...steps, drawLessons },
  ledger: aarV1.ledger.map((column) =>
    column.field === 'lesson' ? { field: 'lessons', title: text('举一反三', 'Lessons') } : column,
  ),
}
