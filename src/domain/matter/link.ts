import { type Text, text } from '../wording/text.ts'

/** How one matter refers to another, read from this matter to the other. */
export const LINK_TYPES = {
  duplicateOf: { title: text('重复于', 'Duplicate of'), back: text('重复件', 'Has duplicate') },
  childOf: { title: text('来自', 'Comes from'), back: text('转出', 'Led to') },
  rectifies: { title: text('整改', 'Rectifies'), back: text('整改项', 'Rectified by') },
  triggers: { title: text('可能引发', 'May trigger'), back: text('可能由此引发', 'May be triggered by') },
  escalatedFrom: { title: text('提级自', 'Escalated from'), back: text('提级到', 'Escalated to') },
  reregisteredFrom: { title: text('改办自', 'Re-registered from'), back: text('改办为', 'Re-registered as') },
  learnedFrom: { title: text('教训来自', 'Learned from'), back: text('举一反三', 'Lesson applied in') },
  concerns: { title: text('涉及', 'Concerns'), back: text('对它提出的', 'Concerned by') },
  reviews: { title: text('复盘', 'Reviews'), back: text('复盘记录', 'Reviewed in') },
} as const satisfies Record<string, { title: Text; back: Text }>

export type LinkType = keyof typeof LINK_TYPES

/** The same matter goes on under another number: whoever waits for the first waits for the second from then on. */
export const CARRIES_ON: readonly LinkType[] = ['escalatedFrom', 'reregisteredFrom']

/** A link as a command asks for it: by reference; with the id when the other matter is settled already. */
export type NamedLink = {
  readonly type: LinkType
  readonly reference: string
  readonly matterId?: string
  readonly back?: true
}

/**
 * A link from the matter that carries it to another; with `back` the other way round, which is how a complaint records that
 * something leads to it: the record of what leads to it, which the unit complained about may read, then has no gap.
 */
export type Link = {
  readonly type: LinkType
  readonly matterId: string
  readonly reference: string
  readonly back?: true
}

/** Whether a matter takes the other on as its child with this link. */
export const isAdopted = ({ type, back }: Link): boolean => type === 'childOf' && back === true
