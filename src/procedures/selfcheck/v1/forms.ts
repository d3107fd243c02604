import type { Field, FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { setByWhoOrders } from '../../shared/v1/boundless.ts'
import { HAZARD_CATEGORIES } from '../../shared/v1/categories.ts'
import { materials, openingUnit, owner, photos, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms, extensionForm, refusalForm } from '../../shared/v1/common-steps.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { returnForms } from '../../shared/v1/putting-right.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

const places = { kind: 'number', required: true, min: 0, max: 100_000 } as const satisfies Partial<FieldOf<'number'>>
const what = { kind: 'longText', required: true, min: 2, max: 3000 } as const satisfies Partial<Field>

const opening = {
  title: text('安排自查', 'Ask for a check'),
  fields: {
    title: { ...title, title: text('查什么', 'What is checked') },
    demand: { kind: 'longText', title: text('教训和要求', 'Lesson and demand'), required: true, min: 2, max: 5000 },
    category: {
      kind: 'choice',
      title: text('属于哪一类', 'Kind'),
      required: true,
      options: HAZARD_CATEGORIES,
      sets: 'category',
    },
    placesThere: { kind: 'number', title: text('台账里的这类场所', 'Such places on record'), min: 0, max: 100_000 },
    dueOn: {
      kind: 'date',
      title: text('自查时限', 'To be checked by'),
      required: true,
      notBefore: 'today',
      boundless: setByWhoOrders,
    },
    unit: { ...openingUnit, title: text('自查单位', 'Unit that checks') },
    owner,
  },
} as const satisfies Form

const answered = {
  checkedPlaces: { ...places, title: text('查了几处', 'Places checked') },
  how: { ...what, title: text('怎么查的，查到什么', 'How, and what was found') },
} as const satisfies Form['fields']

export const checkForms = {
  ...commonForms,
  ...recusalForms,
  giveBack: returnForms.giveBack,
  check: opening,
  answer: {
    title: text('填自查结果', 'Answer'),
    fields: {
      result: {
        kind: 'choice',
        title: text('有没有同样的问题', 'Is it here too'),
        required: true,
        options: { notHere: text('没有', 'Not here'), corrected: text('有，已经改好', 'Here too, corrected') },
      },
      ...answered,
      foundPlaces: {
        ...places,
        title: text('有问题的几处', 'Places that had it'),
        when: { field: 'result', is: ['corrected'] },
        min: 1,
      },
      materials: {
        ...materials,
        title: text('改好的照片', 'Pictures once corrected'),
        required: true,
        when: { field: 'result', is: ['corrected'] },
        min: 1,
      },
    },
  },
  foundToo: {
    title: text('这里也有，正在改', 'Here too, being corrected'),
    fields: {
      ...answered,
      foundPlaces: { ...places, title: text('有问题的几处', 'Places that had it'), min: 1 },
      correctBy: {
        kind: 'date',
        title: text('改好的期限', 'To be corrected by'),
        required: true,
        notBefore: 'today',
        boundless: text('由自查单位定，上级可以退回重定', 'Set by the unit; who asked may send it back'),
      },
      asHazard: { kind: 'yesNo', title: text('列为隐患', 'Record a hazard') },
      foundAt: {
        kind: 'text',
        title: text('隐患地点', 'Where the hazard is'),
        required: true,
        when: { field: 'asHazard', is: ['yes'] },
        min: 2,
        max: 120,
      },
      foundIn: { ...placeUnit, known: false, title: text('在哪个村（社区）', 'In which village') },
      photos,
    },
  },
  corrected: {
    title: text('改好了', 'Corrected'),
    fields: {
      correctedOn: {
        kind: 'date',
        title: text('改好日期', 'Corrected on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
      correction: { ...what, title: text('改正情况', 'How it was corrected') },
      materials: { ...materials, title: text('改好的照片', 'Pictures'), required: true, min: 1 },
    },
  },
  confirmation: {
    title: text('核对自查结果', 'Confirm the answer'),
    fields: { confirmation: { ...reason, title: text('核对意见', 'Opinion') } },
  },
  sendBack: {
    title: text('退回再查', 'Send back'),
    fields: { backReason: { ...reason, title: text('哪里没有查到', 'What was not looked at') } },
  },
  extension: extensionForm,
  cancellation: refusalForm,
  ...importedForms(opening),
} as const satisfies Record<string, Form>
