import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { personal } from '../../shared/v2/sources-personal.ts'

/** The desk: intake of the unit that was asked, and nobody who handles the matters asked about. */
export const desk: readonly Taker[] = [{ role: 'clerk', is: 'responsible' }]
export const head: readonly Taker[] = [{ role: 'leader', is: 'responsible' }]

const keepers: readonly Taker[] = (
  ['handler', 'inspector', 'mediator', 'clerk', 'verifier', 'triageOfficer', 'judge', 'courtClerk', 'leader'] as const
).map((role) => ({ role, is: 'keepers' }))

export const findSteps = {
  verifyIdentity: {
    title: text('核实身份', 'Verify'),
    from: ['received'],
    to: [{ if: { the: 'verifiedSame', is: ['same'] }, to: 'verified' }, { to: 'received' }],
    by: desk,
    form: 'identity',
    guards: [
      {
        any: [
          { the: 'asker', is: ['self'] },
          { the: 'relationShown', given: true },
        ],
      },
    ],
    meets: ['verify'],
    serves: 'compare',
    source: personal.refusal,
    tells: text('本人：核实的办法；证件不留', 'The person: how it was verified; nothing of a card is kept'),
    told: text('核实了身份', 'verified who asks'),
    public: text('核实了您的身份', 'It was verified that it is you'),
  },
  endUnverified: {
    title: text('核实不了，不办', 'Not verified'),
    from: ['received'],
    to: 'unverified',
    by: head,
    form: 'notVerified',
    aside: true,
    meets: ['verify', 'reply'],
    issues: ['refusal'],
    source: personal.refusal,
    tells: text('提出的人：为什么不办、可以向法院起诉', 'Whoever asked: why, and that a court may be asked'),
    told: text('没能核实身份，没有办', 'could not verify who asks'),
    public: text('没能核实您的身份', 'It could not be verified that it is you'),
  },
  nameMatter: {
    title: text('关联所说的事项', 'Link a matter'),
    from: ['received', 'verified', 'deciding', 'granted'],
    by: [...desk, 'system'],
    form: 'naming',
    aside: true,
    linksTo: { field: 'concernedReference', type: 'concerns' },
    source: personal.necessary,
    told: text('关联了本人说的事项', 'linked a matter that the person named'),
  },
  askKeepers: {
    title: text('请承办岗位查', 'Ask who has it'),
    from: ['verified'],
    by: desk,
    form: 'asked',
    aside: true,
    guards: [{ the: 'concernedReference', recorded: true }],
    starts: ['part'],
    raises: ['keepers'],
    source: personal.rights,
    tells: text('承办岗位：只说存了哪几项', 'Who has it: only which items are kept'),
    told: text('请承办岗位查', 'asked who has the matter'),
  },
  answerPart: {
    title: text('反馈查找结果', 'Say what is kept'),
    from: 'open',
    by: keepers,
    form: 'part',
    aside: true,
    answers: 'keepers',
    meets: ['part'],
    raises: ['responsible'],
    source: personal.rights,
    told: text('反馈了存了哪几项', 'said what is kept'),
  },
  refusePart: {
    title: text('退回', 'Send back'),
    from: 'open',
    by: keepers,
    form: 'partRefused',
    aside: true,
    refuses: 'keepers',
    meets: ['part'],
    raises: ['responsible'],
    source: ownRule,
    told: text('退回：不归本岗位', 'sent it back: not theirs'),
  },
  propose: {
    title: text('提出意见', 'Propose'),
    from: ['verified'],
    to: 'deciding',
    by: desk,
    form: 'proposal',
    handles: true,
    guards: [{ not: { seat: 'keepers', any: ['asked'] } }],
    source: personal.rights,
    told: text('查了所说的事项，提出了意见', 'looked at the matters named and made a proposal'),
  },
} as const satisfies Record<string, Step>
