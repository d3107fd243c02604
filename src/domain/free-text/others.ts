import type { Span } from './personal-kind.ts'

/** Mail addresses. A hotline's or an office's own stands in its settings, not in free texts. */
const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64} ?@ ?(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g

/** Number plates, GA 36: province, letter of the place, five characters or six of new energy, or five with a last word. */
const PLATE =
  /(?<![A-Za-z0-9])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?(?=[A-HJ-NP-Z0-9]{0,3}(?:\d[A-HJ-NP-Z]{0,2}){2,})[A-HJ-NP-Z0-9]{4}(?:[A-HJ-NP-Z0-9]{1,2}|[挂学警港澳领])(?![A-Za-z0-9])/gi
/** A road, a document or a building begins like a plate: 云G320国道, 新A1201室. */
const NO_PLATE = /^(?:国道|省道|县道|高速|号楼|栋|幢|室|单元|元)/

/** Passports and permits of China (E, EJ, D, S, P, H, M, C, …) and of others, only after a word that says what they are. */
const PASSPORT =
  /(?<=(?:护照|通行证|居住证|签证|永居证|永久居留|回乡证|台胞证|passport|permit)(?:号码?|证号?|编号| ?no\.?| ?number)?(?: is)?[是为:： ]{0,3})[A-Z]{1,3}[ -]?\d{6,9}(?![A-Za-z0-9])/gi

/** What else tells who somebody is by a form of its own. */
export const findOthers = (text: string): Span[] => [
  ...spans(text, EMAIL, 'email'),
  ...spans(text, PASSPORT, 'passport'),
  ...spans(text, PLATE, 'plate').filter(({ end }) => !NO_PLATE.test(text.slice(end, end + 2))),
]

const spans = (text: string, pattern: RegExp, kind: Span['kind']): Span[] =>
  [...text.matchAll(pattern)].map(({ index: start, 0: { length } }) => ({ start, end: start + length, kind }))
