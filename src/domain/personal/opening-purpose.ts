import { type Text, text } from '../wording/text.ts'

/** What personal fields are opened for (Personal Information Protection Law art. 6: a purpose that is clear and fitting). */
export const OPENING_PURPOSES = {
  callBack: text('回访、联系', 'To call back'),
  serve: text('送达文书', 'To serve a paper'),
  verify: text('核实情况', 'To verify facts'),
  other: text('其他', 'Other'),
  /** Never chosen: it comes with the second person's confirmation. */
  emergency: text('紧急查看', 'Emergency'),
} as const satisfies Record<string, Text>

export type OpeningPurpose = keyof typeof OPENING_PURPOSES

/** The purposes that people choose from. */
export const CHOSEN_PURPOSES = ['callBack', 'serve', 'verify', 'other'] as const satisfies readonly OpeningPurpose[]
export type ChosenPurpose = (typeof CHOSEN_PURPOSES)[number]

/** Whether a purpose says by itself why; the others need words. */
export const saysWhyItself = (purpose: OpeningPurpose | undefined): boolean =>
  purpose !== undefined && purpose !== 'other' && purpose !== 'emergency'

const EMPTY_TALK =
  /(?:工作需要|了解情况|了解一下|有事|好奇|随便|没什么|看一?看|看一?下|查一?看|查一?下|瞧一?瞧|想|看|瞧|查|我|就|来|只是|先|再|需要|要|情况|一下|点|吧|啊|的|无|没有|测试|other|test(?:ing)?|none|n\/?a|just|looking|look|check(?:ing)?|curious|work|because|see|want|to|i)/giu

/** Whether a reason says something: not 看看, not 工作需要, not one sign over and over. */
export function saysSomething(reason: string): boolean {
  const left = reason.replace(EMPTY_TALK, '').replace(/[\p{P}\p{S}\s\d]/gu, '')
  return new Set(left).size > 1
}
