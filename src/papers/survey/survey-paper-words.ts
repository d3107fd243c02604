import type { Locale } from '../../domain/wording/text.ts'

const zh = {
  why: '为什么问：',
  purpose: (office: string) => `${office}想知道居民怎么看，用来改进工作。答不答自愿，不答没有任何影响。`,
  kept: '留什么：',
  retention:
    '不问您是谁。这张纸录入后由发问单位销毁；系统里只留勾了什么，不留码、时间和地址，随调查结果保存。不足5份的数不公布。',
  how: '怎么答：',
  answering: (day: string) =>
    `请您家一位成年人在□里打√，不会的可以空着，在${day}以前交回；或者用手机打开最下面的网址，写上码来答。两样答一样就行。`,
  several: '（可以选几个）',
  remark: '还想说的（不要写姓名、电话）：',
  code: '码：',
  noCode: '（空白样张，没有码，交回来不计）',
  online: '网址：',
}

const en: typeof zh = {
  why: 'Why: ',
  purpose: (office) =>
    `${office} wants to know what residents think, to do its work better. It is voluntary; not answering has no consequence.`,
  kept: 'What is kept: ',
  retention:
    'You are not asked who you are. This sheet is destroyed by the asking office once it is typed in; kept is what was ticked, without code, time or address, together with the result. Counts below five are not told.',
  how: 'How to answer: ',
  answering: (day) =>
    `One adult of your household ticks the boxes, leaves open what cannot be answered, and hands this back before ${day}; or opens the address below on a phone and types the code. One of the two is enough.`,
  several: ' (several may be ticked)',
  remark: 'Anything to add (no names, no phone numbers):',
  code: 'Code: ',
  noCode: '(blank specimen without a code: it is not counted)',
  online: 'Address: ',
}

/** What stands on a survey form beside its questions. */
export const SURVEY_PAPER: Readonly<Record<Locale, typeof zh>> = { zh, en }

/** A code as it is read and typed. */
export const codeInGroups = (code: string): string => [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join(' ')
