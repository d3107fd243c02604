import type { Sends } from '../../../domain/procedure/crossing/step-crossing.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { ownRule } from '../v1/sources.ts'
import { responsibleSide } from '../v1/takers.ts'

/** From where it goes and where it stands again when it comes back; which own limits are over once it is taken. */
export type Road = {
  readonly from: readonly string[]
  readonly back: string
  readonly carry: Sends['carry']
  readonly personal?: Sends['personal']
  /** Limits of ours that end when the other office takes it; begun again where it is taken up here again. */
  readonly meets?: readonly string[]
  readonly guards?: NonNullable<Step['guards']>
  readonly tells?: Text
}

/** Who sends, asks back and closes: never whoever only handles it. */
export const SENDERS = ['leader', 'triageOfficer'] as const

function sending(
  way: Sends['way'],
  form: string,
  waits: string,
  road: Road,
  words: Partial<Step> & { title: Text },
): Step {
  const { from, carry, personal, guards, tells } = road
  return {
    from,
    to: waits,
    by: responsibleSide(...SENDERS),
    form,
    aside: true,
    crossing: { sends: { way, to: 'office', basis: 'crossingBasis', carry, ...(personal ? { personal } : {}) } },
    starts: ['crossingAnswer'],
    source: ownRule,
    ...(guards ? { guards } : {}),
    ...(tells ? { tells } : {}),
    ...words,
  }
}

const system = { by: ['system'], form: 'crossingNews' } as const satisfies Partial<Step>

/** Not taken, or back in time: it stands where it stood, on the worklist of its unit. */
const comingBack = (waits: string, { back }: Road) => ({
  returned: {
    ...system,
    title: text('没有接收，退回来了', 'Came back'),
    from: [waits],
    to: back,
    aside: true,
    crossing: { hears: 'returned' },
    cancels: ['crossingAnswer'],
    raises: ['responsible'],
    told: text('获知：对方没有接收，退回来了', 'was not taken there and came back'),
  } satisfies Step,
  recalled: {
    ...system,
    title: text('撤回成功', 'Is back'),
    from: [waits],
    to: back,
    aside: true,
    crossing: { hears: 'recalled' },
    cancels: ['crossingAnswer'],
    raises: ['responsible'],
    told: text('获知：已经撤回', 'is back'),
  } satisfies Step,
  asked: {
    title: text('撤回', 'Ask back'),
    from: [waits],
    by: responsibleSide(...SENDERS),
    form: 'askBack',
    aside: true,
    crossing: { recalls: true },
    source: ownRule,
    told: text('要求撤回；对方已经接收的不能撤', 'asked for it back; what is taken already stays there'),
  } satisfies Step,
})

/** Sent to another tier, and held here until it is ended there. */
function held(waits: string, holds: string, road: Road) {
  const { meets = [] } = road
  const { returned, recalled, asked } = comingBack(waits, road)
  const taken: Step = {
    ...system,
    title: text('对方接收了', 'Taken there'),
    from: [waits],
    to: holds,
    crossing: { hears: 'taken' },
    meets: ['crossingAnswer', ...meets],
    told: text('获知：对方接收了', 'was taken there'),
  }
  const ended: Step = {
    ...system,
    title: text('对方办完了', 'Ended there'),
    from: [waits, holds],
    to: 'endedThere',
    crossing: { hears: 'ended' },
    cancels: ['crossingAnswer', ...meets],
    starts: ['closeAnswered'],
    raises: ['responsible'],
    told: text('获知：对方办完了', 'was ended there'),
  }
  return { returned, recalled, asked, taken, ended }
}

/** 上报、提级: the level above handles it; here it waits. */
export function sendingUp(road: Road): Record<string, Step> {
  const { returned, recalled, asked, taken, ended } = held('sentUp', 'heldAbove', road)
  return {
    sendUp: sending('up', 'sendUp', 'sentUp', road, {
      title: text('上报上级', 'Send up'),
      told: text('上报上级', 'sent it up'),
      public: text('转到了上级', 'It went to the level above'),
    }),
    askBackFromAbove: asked,
    takenAbove: taken,
    notTakenAbove: returned,
    backFromAbove: recalled,
    endedAbove: ended,
  }
}

/** 交办下级: an office below handles it; here it waits. */
export function sendingDown(road: Road): Record<string, Step> {
  const { returned, recalled, asked, taken, ended } = held('sentDown', 'heldBelow', road)
  return {
    sendDown: sending('down', 'sendDown', 'sentDown', road, {
      title: text('交下级办理', 'Send down'),
      told: text('交给下级办理', 'gave it to the level below'),
      public: text('交给了下级办理', 'It was given to the level below'),
    }),
    askBackFromBelow: asked,
    takenBelow: taken,
    notTakenBelow: returned,
    backFromBelow: recalled,
    endedBelow: ended,
  }
}

/** 移送: not ours. It ends here once it is taken there, and not before. */
export function handingOver(road: Road): Record<string, Step> {
  const { returned, recalled, asked } = comingBack('sentOver', road)
  return {
    handOverThere: sending('over', 'handOverThere', 'sentOver', road, {
      title: text('移送其他地方', 'Hand over elsewhere'),
      told: text('移送其他地方', 'handed it over to another office'),
      public: text('移送到有权办理的地方', 'Handed over to the place that may handle it'),
    }),
    askBackFromThere: asked,
    takenThere: {
      ...system,
      title: text('对方接收了，移送完成', 'Taken there'),
      from: ['sentOver'],
      to: 'transferred',
      crossing: { hears: 'taken' },
      meets: ['crossingAnswer', ...(road.meets ?? [])],
      told: text('获知：对方接收了，移送完成', 'was taken there; the transfer is complete'),
    },
    notTakenThere: returned,
    backFromThere: recalled,
  }
}
