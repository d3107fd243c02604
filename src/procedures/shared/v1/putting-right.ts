import type { Form } from '../../../domain/procedure/form.ts'
import { RETURNED, type State, type Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { REPORT_CATEGORIES } from './categories.ts'
import { owner, place, placeUnit, reason, title, unit } from './common-fields.ts'
import { ownRule, petition } from './sources.ts'
import { orderingSide, responsibleSide } from './takers.ts'

/** What was registered or given wrongly is put right with a reason; the old value stays in the story. */

const { required: _, ...placeIfAny } = place

/** In every procedure. */
export const correctionForms = {
  correction: {
    title: text('更正登记信息', 'Put the registration right'),
    fields: {
      title,
      place: placeIfAny,
      placeUnit,
      correctionReason: { ...reason, title: text('更正理由', 'Why it is put right') },
    },
  },
  handOver: {
    title: text('移交其他单位', 'Hand over'),
    fields: {
      unit: { ...unit, title: text('移交给', 'To which unit'), known: false },
      owner: { ...owner, known: false },
      handOverReason: { ...reason, title: text('移交理由', 'Why') },
    },
  },
} as const satisfies Record<string, Form>

export const correctionSteps = {
  correct: {
    title: text('更正登记信息', 'Put right'),
    from: 'open',
    by: orderingSide('clerk', 'triageOfficer', 'inspector', 'leader'),
    form: 'correction',
    aside: true,
    told: text('更正了登记信息', 'put the registration right'),
  },
  handOver: {
    title: text('移交', 'Hand over'),
    from: 'open',
    by: orderingSide('triageOfficer', 'leader'),
    form: 'handOver',
    aside: true,
    raises: ['responsible'],
    source: petition.route,
    tells: text('原承办单位和新承办单位；办理期限接着算', 'The former and the new unit; the time limits run on'),
    told: text('移交给了其他单位', 'handed it over to another unit'),
  },
} as const satisfies Record<string, Step>

/** For kinds that another matter opens: not the unit's remit, back to whoever sent it. */
export const returnForms = {
  giveBack: {
    title: text('退回', 'Return'),
    fields: {
      returnReason: { ...reason, means: 'reason', title: text('为什么不属本单位职责', 'Why it is not our remit') },
      suggestedUnit: { kind: 'unit', title: text('建议交给', 'Suggested unit'), known: false },
    },
  },
  reregister: {
    title: text('改办，重新分流', 'Register as another kind'),
    fields: {
      reregisterReason: { ...reason, means: 'reason', title: text('为什么不是这一类', 'Why it is not of this kind') },
      rightTitle: { kind: 'text', title: text('标题', 'Title'), required: true, min: 2, max: 80, known: 'title' },
      rightCategory: {
        kind: 'choice',
        title: text('应属哪一类', 'What it is about'),
        required: true,
        options: REPORT_CATEGORIES,
      },
      rightDescription: {
        kind: 'longText',
        title: text('情况', 'What happened'),
        required: true,
        min: 2,
        max: 5000,
        known: 'description',
      },
      rightPlace: { kind: 'text', title: text('地点', 'Place'), required: true, min: 2, max: 120, known: 'place' },
    },
  },
} as const satisfies Record<string, Form>

export const returnOutcomes = {
  [RETURNED]: text('退回：不属本单位职责', 'Returned: not their remit'),
  reregistered: text('改办：不属这一类，重新分流', 'Registered as another kind'),
} as const

export const returnStates = {
  returned: {
    title: text('已退回来件', 'Returned'),
    group: 'done',
    outcome: RETURNED,
    public: text('不归这个单位管，正在重新定由谁办', 'Not this unit’s; being routed again'),
  },
  reregistered: {
    title: text('已改办', 'Registered anew'),
    group: 'done',
    outcome: 'reregistered',
    public: text('改按别的办法办，正在重新定由谁办', 'Handled in another way; being routed again'),
  },
} as const satisfies Record<string, State>

/**
 * `from`: before the unit has begun with it; `unless`: what else must hold for it to end so. A matter that nobody sent is
 * handed over instead.
 */
export const returnStep = <const S extends string>(from: readonly S[], unless: NonNullable<Step['guards']> = []) =>
  ({
    title: text('退回', 'Return'),
    from,
    to: 'returned',
    by: responsibleSide('handler', 'inspector', 'mediator', 'clerk', 'leader'),
    form: 'giveBack',
    aside: true,
    guards: [{ the: 'channel', is: ['system'] }, ...unless],
    source: ownRule,
    tells: text('来件单位，由它重新分流', 'Whoever sent it, who routes it again'),
    told: text('退回：不属本单位职责', 'returned it: not their remit'),
  }) as const satisfies Step

/**
 * Registered as the wrong kind: it ends here and goes on as a report, from the day this one was opened, to be routed to the right
 * one. By the side that registered it: who reregisters orders what comes of it. What another matter sent is given back instead, and routed again by whoever sent it.
 */
export const reregisterStep = <const S extends string>(from: readonly S[], unless: NonNullable<Step['guards']> = []) =>
  ({
    title: text('改办', 'Register anew'),
    from,
    to: 'reregistered',
    by: orderingSide('triageOfficer', 'clerk', 'leader'),
    form: 'reregister',
    aside: true,
    alone: text(
      '只是改正登记，事情接着办，期限不重算',
      'It only puts the registration right: the matter and its time go on',
    ),
    guards: [{ not: { the: 'channel', is: ['system'] } }, ...unless],
    opens: [
      {
        procedure: 'report',
        link: 'reregisteredFrom',
        carriesOn: true,
        carry: {
          title: 'rightTitle',
          category: 'rightCategory',
          description: 'rightDescription',
          place: 'rightPlace',
          placeUnit: 'placeUnit',
        },
      },
    ],
    source: petition.route,
    told: text('改办：不属这一类，重新分流', 'registered it anew: not of this kind'),
  }) as const satisfies Step
