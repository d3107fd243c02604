import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Form } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { note, sponsor } from '../v1/common-fields.ts'
import { ownRule, petition } from '../v1/sources.ts'
import { guarded } from './extended.ts'

/** 领导包案: the sponsor has a step and a clock of their own, and nothing is closed before the sponsor has confirmed. */

const SPONSOR: readonly Taker[] = [{ role: 'leader', is: 'sponsor' }]

const forms = {
  sponsor: {
    title: text('领导包案', 'Leader sponsors'),
    fields: {
      sponsor,
      sponsorTask: {
        kind: 'choice',
        title: text('包案领导做什么', 'What the sponsor does'),
        required: true,
        options: {
          look: text('到现场看', 'Look at it on site'),
          meet: text('见当事人', 'Meet the people'),
          decide: text('拍板定办法', 'Decide what is done'),
        },
      },
      sponsorBy: {
        kind: 'date',
        title: text('最迟哪天', 'By which day'),
        required: true,
        notBefore: 'today',
        boundless: text('由定包案的人定', 'Set by whoever names the sponsor'),
      },
      note,
    },
  },
  sponsorAct: {
    title: text('包案办理', 'Act as sponsor'),
    fields: {
      sponsorDone: {
        kind: 'longText',
        title: text('看了什么、谈了什么、定了什么', 'What was seen, said, decided'),
        required: true,
        max: 2000,
      },
    },
  },
  sponsorAsk: { title: text('请包案领导确认', 'Ask the sponsor'), fields: { sponsorAsked: note } },
  sponsorConfirm: {
    title: text('包案确认', 'Confirm as sponsor'),
    fields: {
      sponsorConfirmed: {
        kind: 'choice',
        title: text('可以办结', 'It may be closed'),
        required: true,
        options: { yes: text('同意办结', 'Yes') },
      },
      sponsorOpinion: note,
    },
  },
} as const satisfies Record<string, Form>

const deadlines = {
  sponsorAct: {
    code: 'SPN-P1',
    title: text('包案领导办理', 'The sponsor acts'),
    length: { dayIn: 'sponsorBy' },
    unit: 'calendarDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  sponsorConfirm: {
    code: 'SPN-P2',
    title: text('包案领导确认', 'The sponsor confirms'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

const steps = {
  sponsorActs: {
    title: text('包案办理', 'Act as sponsor'),
    from: 'open',
    by: SPONSOR,
    form: 'sponsorAct',
    aside: true,
    meets: ['sponsorAct'],
    raises: ['owner'],
    source: petition.sponsor,
    told: text('包案领导办了', 'the sponsor acted'),
  },
  askSponsor: {
    title: text('请包案领导确认', 'Ask the sponsor'),
    from: 'open',
    by: ['handler', 'mediator', 'inspector', 'clerk', 'triageOfficer', 'leader'],
    form: 'sponsorAsk',
    aside: true,
    guards: [{ seat: 'sponsor', filled: true }, { not: { the: 'sponsorConfirmed', recorded: true } }],
    starts: ['sponsorConfirm'],
    raises: ['sponsor'],
    told: text('请包案领导确认', 'asked the sponsor to confirm'),
  },
  sponsorConfirms: {
    title: text('包案确认', 'Confirm as sponsor'),
    from: 'open',
    by: SPONSOR,
    form: 'sponsorConfirm',
    aside: true,
    guards: [{ not: { the: 'sponsorConfirmed', recorded: true } }],
    meets: ['sponsorAct', 'sponsorConfirm'],
    raises: ['owner'],
    source: petition.sponsor,
    told: text('包案领导确认可以办结', 'the sponsor confirmed that it may be closed'),
  },
} as const satisfies Record<string, Step>

/** A version whose sponsor acts and confirms. `closing` are the steps by which an office ends the matter. */
export function withSponsor(procedure: Procedure, closing: readonly string[]): Procedure {
  const { sponsor: naming } = procedure.steps
  if (!naming) throw new Error(`${procedure.id} names no sponsor`)
  return {
    ...procedure,
    forms: { ...procedure.forms, ...forms },
    deadlines: { ...procedure.deadlines, ...deadlines },
    steps: {
      ...procedure.steps,
      ...steps,
      // Another sponsor confirms anew.
      sponsor: {
        ...naming,
        starts: ['sponsorAct'],
        cancels: ['sponsorConfirm'],
        clears: ['sponsorConfirmed'],
        raises: ['sponsor'],
      },
      ...guarded(procedure, closing, {
        any: [{ not: { seat: 'sponsor', filled: true } }, { the: 'sponsorConfirmed', recorded: true }],
      }),
    },
  }
}
