import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { personal } from '../../shared/v2/sources-personal.ts'

export const datarequestDeadlines = {
  reply: {
    code: 'PIR-01',
    title: text('办完并答复', 'Carried out and answered'),
    length: 15,
    unit: 'workingDay',
    from: 'receivedOn',
    roll: 'none',
    extension: [{ max: { length: 15, unit: 'workingDay' }, by: [{ role: 'leader', at: 'responsible' }] }],
    warn: [{ share: 0.5 }, { before: { length: 3, unit: 'workingDay' } }],
    source: personal.promptly,
  },
  verify: {
    code: 'PIR-P1',
    title: text('核实身份', 'To verify who asks'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  part: {
    code: 'PIR-P2',
    title: text('承办岗位反馈', 'Who has it says what is kept'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    per: 'keepers',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>
