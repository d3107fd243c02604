/**
 * The short names of provinces and of the courts beside them, each with the digits of the court below it or none
 * (人民法院案件案号, 法〔2015〕137号): 浙, 浙03, 浙0399, 最高法.
 */
const PROVINCE = '[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军]'
const COURT = `(?:最高法|${PROVINCE}(?:\\d{2}|\\d{4})?)`
/** 民初, 诉前调, 执恢, 破: the letters that say what kind of case it is. */
const TYPE = '(?:(?!字?第)\\p{Script=Han}){1,6}?'
const WRITTEN = new RegExp(`^\\((\\d{4})\\)(${COURT})(${TYPE})([1-9]\\d{0,6})号$`, 'u')

/** No court of the present kind filed a case before that year. */
const FIRST_YEAR = 1949

const narrowed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〔【[{]/g, '(')
    .replace(/[〕】\]}]/g, ')')

/**
 * A number of a court case as it is kept, （2026）浙0399民初123号, however its brackets and spaces were typed; undefined for
 * what is none: a year out of bounds, no court, no letters of its kind, a number that begins with 0.
 */
export function readCaseNumber(text: string, thisYear: number): string | undefined {
  const [, year, court, type, number] = WRITTEN.exec(narrowed(text).replace(/\s+/g, '')) ?? []
  if (!year || Number(year) < FIRST_YEAR || Number(year) > thisYear) return undefined
  return `（${year}）${court}${type}${number}号`
}

/** With digits of a court in it, so that no other word of a search is taken for one. */
const TYPED = new RegExp(
  `(?:(?<!\\d)\\(?\\s*(\\d{4})\\s*[)年]?\\s*|(?<![\\p{Script=Han}\\d]))(${PROVINCE}\\d{2}(?:\\d{2})?)\\s*(${TYPE})\\s*(?:字?第)?\\s*0*([1-9]\\d{0,6})(?!\\d)`,
  'gu',
)

/** A question of a search with each case number in it as it is kept: 2026浙0399民初字第00123号 and (2026) 浙0399 民初 123号 ask for one. */
export function caseNumbersAsKept(question: string): string {
  const typed = narrowed(question)
  // Where there is none, brackets stay as they are: 安排[2026]第77号 is another number.
  if (typed.search(TYPED) < 0) return question
  return typed.replace(
    TYPED,
    (_, year: string | undefined, court: string, type: string, number: string) =>
      `${year ? `(${year})` : ''}${court}${type}${number}`,
  )
}
