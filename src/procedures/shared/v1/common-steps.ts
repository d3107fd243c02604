import type { Form } from '../../../domain/procedure/form.ts'
import type { Spawn, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { REVIEW_SUBJECTS } from './categories.ts'
import { materials, note, owner, placeUnit, reason, sponsor } from './common-fields.ts'
import { correctionForms, correctionSteps } from './putting-right.ts'
import { governance, petition } from './sources.ts'

/** Everyday steps and their forms, the same in every procedure: spread both into a definition. */

export const commonForms = {
  ...correctionForms,
  addition: {
    title: text('来件补充情况', 'Added to the matter before'),
    fields: {
      addedNote: { kind: 'longText', title: text('补充说明', 'What was added'), required: true, max: 1000 },
      addedFiles: { kind: 'files', title: text('补充材料', 'Files'), max: 20 },
    },
  },
  question: {
    title: text('问反映人', 'Ask the reporter'),
    fields: {
      question: { kind: 'longText', title: text('想问什么', 'Question'), required: true, max: 500, public: true },
    },
  },
  urge: {
    title: text('催办', 'Urge'),
    fields: {
      colour: {
        kind: 'choice',
        title: text('哪一种', 'Which kind'),
        required: true,
        options: {
          blue: text('蓝单：快到期', 'Blue: due soon'),
          yellow: text('黄单：进度慢或质量差', 'Yellow: slow or poor'),
          red: text('红单：已逾期', 'Red: overdue'),
        },
      },
      words: { kind: 'longText', title: text('要求', 'What is asked'), max: 500 },
    },
  },
  material: {
    title: text('补充材料', 'Add material'),
    fields: {
      note: { kind: 'longText', title: text('说明', 'Explanation'), required: true, max: 1000 },
      materials,
    },
  },
  owner: {
    title: text('指定承办人', 'Name a handler'),
    fields: { owner: { ...owner, required: true }, note },
  },
  placeUnit: {
    title: text('定属地', 'Set the village or township'),
    fields: { placeUnit: { ...placeUnit, required: true } },
  },
  progress: {
    title: text('记进展', 'Record progress'),
    fields: {
      progress: { kind: 'longText', title: text('进展', 'Progress'), required: true, max: 2000 },
      obstacles: { kind: 'longText', title: text('卡在哪里', 'What is in the way'), max: 1000 },
      materials,
    },
  },
} as const satisfies Record<string, Form>

/** Forms that some procedures use, each under the name its step gives it. */

export const sponsorForm = {
  title: text('领导包案', 'Leader sponsors'),
  fields: { sponsor, note },
} as const satisfies Form

export const extensionAskedForm = {
  title: text('申请延期', 'Ask for more time'),
  fields: {
    askedDays: { kind: 'number', title: text('要延几天', 'Days asked for'), required: true, min: 1, max: 365 },
    extensionReason: { ...reason, title: text('为什么', 'Why') },
    materials,
  },
} as const satisfies Form

export const extensionForm = {
  title: text('同意延期', 'Grant more time'),
  fields: {
    extendBy: {
      kind: 'number',
      means: 'extendBy',
      title: text('延几天', 'Days granted'),
      required: true,
      min: 1,
      max: 365,
    },
    reason: { ...reason, means: 'reason' },
  },
} as const satisfies Form

export const refusalForm = { title: text('写明理由', 'Give the reason'), fields: { reason } } as const satisfies Form

export const superviseForm = {
  title: text('发督办单', 'Send a supervised task'),
  fields: {
    taskTitle: {
      kind: 'text',
      title: text('督办什么', 'What to supervise'),
      required: true,
      min: 2,
      max: 80,
      known: 'title',
    },
    taskDemand: { kind: 'longText', title: text('要求', 'Demand'), required: true, min: 2, max: 2000 },
    // The task goes there; the matter it is about stays where it is.
    taskUnit: { kind: 'unit', title: text('交给哪个单位', 'Given to'), required: true, known: 'unit' },
    taskDueOn: {
      kind: 'date',
      title: text('最迟哪天', 'By which day'),
      required: true,
      notBefore: 'today',
      boundless: text('时限由发督办单的人定', 'Whoever sends the order sets how long'),
    },
  },
} as const satisfies Form

export const reviewForm = {
  title: text('发起复盘', 'Start a review'),
  fields: {
    reviewTitle: {
      kind: 'text',
      title: text('复盘题目', 'Title of the review'),
      required: true,
      min: 2,
      max: 80,
      known: 'title',
    },
    reviewSubject: {
      kind: 'choice',
      title: text('复盘什么', 'What is reviewed'),
      required: true,
      options: REVIEW_SUBJECTS,
    },
    reviewReason: { ...reason, title: text('为什么要复盘', 'Why review') },
  },
} as const satisfies Form

/** What that form opens. */
export const reviewSpawn = {
  procedure: 'aar',
  link: 'reviews',
  carry: {
    title: 'reviewTitle',
    category: 'reviewSubject',
    description: 'reviewReason',
    place: 'place',
    placeUnit: 'placeUnit',
  },
} as const satisfies Spawn

/** Beside the path in every procedure. */
export const commonSteps = {
  ...correctionSteps,
  receiveAddition: {
    title: text('来件补充情况', 'New facts'),
    from: 'open',
    by: ['system'],
    form: 'addition',
    aside: true,
    raises: ['owner'],
    relays: [{ to: 'children', step: 'receiveAddition', carry: { addedNote: 'addedNote', addedFiles: 'addedFiles' } }],
    told: text('转来了补充情况', 'passed on what was added'),
  },
  askReporter: {
    title: text('问反映人', 'Ask the reporter'),
    from: 'open',
    by: ['handler', 'inspector', 'mediator', 'clerk', 'triageOfficer'],
    form: 'question',
    aside: true,
    guards: [{ the: 'channel', is: ['system'] }],
    relays: [{ to: 'parent', step: 'passQuestion', carry: { question: 'question' } }],
    told: text('有事要问反映人，转给了来件', 'has a question for the reporter, passed to the matter before'),
  },
  passQuestion: {
    title: text('转问反映人', 'Pass the question on'),
    from: 'open',
    by: ['system'],
    form: 'question',
    aside: true,
    raises: ['registrar'],
    relays: [{ to: 'parent', step: 'passQuestion', carry: { question: 'question' } }],
    told: text('转来了承办单位要问反映人的事', 'passed on a question to the reporter'),
    public: text('想请您补充一些情况', 'We have a question for you'),
  },
  recordProgress: {
    title: text('记进展', 'Record progress'),
    from: 'open',
    by: ['handler', 'mediator', 'inspector', 'clerk'],
    form: 'progress',
    handles: true,
    aside: true,
  },
  urge: {
    title: text('催办', 'Urge'),
    from: 'open',
    by: ['triageOfficer', 'leader', 'clerk'],
    form: 'urge',
    aside: true,
    raises: ['owner'],
    source: governance.colours,
    tells: text('承办人，没有指定就是承办单位', 'The handler, or the responsible unit where none is named'),
  },
  addMaterial: {
    title: text('补充材料', 'Add material'),
    from: 'open',
    by: ['clerk', 'handler', 'inspector', 'mediator', 'triageOfficer', 'verifier', 'reviewer', 'leader'],
    form: 'material',
    aside: true,
    raises: ['owner'],
    relays: [{ to: 'children', step: 'receiveAddition', carry: { addedNote: 'note', addedFiles: 'materials' } }],
    told: text('补充了材料', 'added material'),
  },
  assignOwner: {
    title: text('指定承办人', 'Name handler'),
    from: 'open',
    by: ['leader', 'triageOfficer', 'inspector', 'handler'],
    form: 'owner',
    aside: true,
    told: text('指定了承办岗位', 'named the handling post'),
  },
  setPlaceUnit: {
    title: text('定属地', 'Set village or township'),
    from: 'open',
    by: ['clerk', 'triageOfficer', 'inspector', 'handler', 'mediator'],
    form: 'placeUnit',
    aside: true,
    told: text('定了属地', 'set the village or township'),
  },
} as const satisfies Record<string, Step>

/** A leader takes a hard matter on. */
export const sponsorStep = {
  title: text('领导包案', 'Sponsor'),
  from: 'open',
  by: ['leader', 'triageOfficer'],
  form: 'sponsor',
  aside: true,
  source: petition.sponsor,
  told: text('定了包案领导', 'named the sponsoring leader'),
} as const satisfies Step

/** A leader sends a supervised task about this matter. */
export const superviseStep = {
  title: text('发督办单', 'Supervise'),
  from: 'open',
  by: ['leader', 'triageOfficer'],
  form: 'supervise',
  aside: true,
  raises: ['owner'],
  opens: [
    {
      procedure: 'task',
      link: 'childOf',
      begins: 'assign',
      carry: {
        title: 'taskTitle',
        description: 'taskDemand',
        unit: 'taskUnit',
        dueOn: 'taskDueOn',
        place: 'place',
        placeUnit: 'placeUnit',
      },
    },
  ],
  source: petition.supervise,
  told: text('发了督办单', 'sent a supervised task'),
} as const satisfies Step
