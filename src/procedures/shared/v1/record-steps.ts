import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Form } from '../../../domain/procedure/form.ts'
import type { State, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason } from './common-fields.ts'
import { ownRule } from './sources.ts'

/** The life of a record that others point to: drafted, published by somebody else, changed as a new version, ended. */

export const recordStates = {
  draft: { title: text('待审核', 'To approve'), group: 'open', public: text('正在登记', 'Being registered') },
  inForce: {
    title: text('现行', 'In force'),
    group: 'waiting',
    public: text('已登记', 'Registered'),
    clockless: text('长期有效，变更或停用时再办', 'In force until it is changed or ended'),
  },
  ended: {
    title: text('已停用', 'Ended'),
    group: 'done',
    outcome: 'ended',
    public: text('已停用', 'Ended'),
  },
} as const satisfies Record<string, State<'ended'>>

export const recordEnding = { title: text('停用', 'End'), fields: { reason } } as const satisfies Form

export const recordSteps = {
  publish: {
    title: text('审核通过', 'Approve'),
    from: ['draft'],
    to: 'inForce',
    by: ['triageOfficer', 'leader', 'clerk', 'reviewer'],
    guards: ['notRegisteredBy'],
    meets: ['approve'],
    source: ownRule,
    told: text('审核通过，可以引用', 'approved it: others may point to it'),
  },
  revise: {
    title: text('变更', 'Change'),
    from: ['inForce'],
    by: ['inspector', 'clerk', 'triageOfficer'],
    form: 'revision',
    aside: true,
    source: ownRule,
    told: text('变更了登记，已引用的仍按原来的', 'changed it; what points to it keeps the version it has'),
  },
  end: {
    title: text('停用', 'End'),
    from: ['draft', 'inForce'],
    to: 'ended',
    by: ['triageOfficer', 'leader', 'clerk'],
    form: 'ending',
    aside: true,
    source: ownRule,
    told: text('停用了，不再引用', 'ended it'),
  },
} as const satisfies Record<string, Step>

/** How long an approval may take; `code` is the kind's own line of the catalogue. */
export const approval = (code: string) =>
  ({
    approve: {
      code,
      title: text('审核', 'Approve'),
      length: 5,
      unit: 'workingDay',
      roll: 'none',
      warn: [{ before: { length: 1, unit: 'workingDay' } }],
      source: ownRule,
    },
  }) as const satisfies Record<string, DeadlineRule>
