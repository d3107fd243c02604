import { cleanText } from './clean-text.ts'
import { fold } from './fold.ts'
import { findNames } from './names.ts'
import { findLongNumbers, findPhones } from './numbers.ts'
import { findOthers } from './others.ts'
import { PERSONAL_KINDS, type PersonalKind, type Span } from './personal-kind.ts'

/** Seven digits, or a word with which people say who they are: without either nothing can be found, and most texts stop here. */
const SUSPECT =
  /(?:[\p{Nd}①-⑨⓪〇零○幺一二三四五六七八九壹贰叁肆伍陆柒捌玖][^\p{Nd}]{0,3}){7}|[我俺本鄙].?[叫是系姓名人(（]|姓\s*名|名字|联系人|[反映投诉举报申请案访当事电告]人|户主|业主|称呼|署名|落款|name|\bI(?: a|['’])m|叫我|人称|外号|小名|[@＠]|护照|通行证|居住证|签证|永居|永久居留|回乡证|台胞证|passport|permit|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-zＡ-Ｚａ-ｚ]/iu

/** Identity, card and telephone numbers and names of people who introduce themselves, in the order of the text, without overlaps. */
export function findPersonal(text: string): Span[] {
  if (!SUSPECT.test(text)) return []
  const folded = fold(text)
  const all = [...findLongNumbers(folded), ...findOthers(folded), ...findPhones(folded), ...findNames(folded)]
  const taken: Span[] = []
  for (const span of all) {
    if (!taken.some(({ start, end }) => span.start < end && start < span.end)) taken.push(span)
  }
  // The second unit of a digit beyond the basic plane belongs to it.
  const wholeEnd = (end: number) => (folded[end] === '\u200b' && text[end] !== '\u200b' ? end + 1 : end)
  return taken.sort((a, b) => a.start - b.start).map((span) => ({ ...span, end: wholeEnd(span.end) }))
}

const MASKS: Readonly<Record<'zh' | 'en', Readonly<Record<PersonalKind, string>>>> = {
  zh: {
    identity: '【身份证号】',
    phone: '【电话】',
    bankCard: '【银行卡号】',
    name: '【姓名】',
    email: '【邮箱】',
    plate: '【车牌】',
    passport: '【证件号】',
  },
  en: {
    identity: '[ID number]',
    phone: '[phone]',
    bankCard: '[card number]',
    name: '[name]',
    email: '[e-mail]',
    plate: '[number plate]',
    passport: '[passport]',
  },
}

/** A text with words in place of what was found, and what that was, as it had been written. Masking twice changes nothing. */
export type Masked = {
  readonly text: string
  readonly found: readonly { readonly kind: PersonalKind; readonly text: string }[]
}

/** What stood beside a number may have hidden another one: it is looked at again until nothing more is found. */
export function maskPersonal(raw: string): Masked {
  const { text, found } = maskOnce(cleanText(raw))
  if (found.length === 0) return { text, found }
  const again = maskPersonal(text)
  return { text: again.text, found: [...found, ...again.found] }
}

function maskOnce(text: string): Masked {
  const spans = findPersonal(text)
  if (spans.length === 0) return { text, found: [] }
  const masks = MASKS[/\p{Script=Han}/u.test(text) ? 'zh' : 'en']
  let masked = ''
  let from = 0
  for (const { start, end, kind } of spans) {
    masked += text.slice(from, start) + masks[kind]
    from = end
  }
  const found = spans.map(({ start, end, kind }) => ({ kind, text: text.slice(start, end) }))
  return { text: masked + text.slice(from), found }
}

/** Which kinds were masked in a text that is already recorded, by the words left in their place. */
export const maskedKinds = (text: string): PersonalKind[] =>
  PERSONAL_KINDS.filter((kind) => text.includes(MASKS.zh[kind]) || text.includes(MASKS.en[kind]))

/** The kinds found in a text, as the limit of an issue lists them; empty when there are none. */
export const personalKinds = (text: string): string =>
  [...new Set(findPersonal(cleanText(text)).map(({ kind }) => kind))].join(',')
