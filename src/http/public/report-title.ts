/** Longest title made from a description, in columns: a Chinese character takes two. */
const TITLE_WIDTH = 60
/** A clause shorter than this greets or calls; it does not say what is wrong. */
const LEAST_CLAUSE = 4

/** How people greet and say who they are and how to reach them, before they say what is wrong. */
const INTRODUCTION =
  /^(我叫|我是|我姓|本人|姓名|联系|电话|手机|微信|身份证|住址|家住|您好|你好|领导好|尊敬的|各位|my name|i am |i'm |phone|tel|hello|hi\b|dear)/i
/** What stands where a number or name was masked. */
const MASK = /【(?:身份证号|电话|银行卡号|姓名)】|\[(?:ID number|phone|card number|name)\]/g

/**
 * The first clause that says what is wrong, as a title for lists: residents are not asked for one. Titles are searched
 * and seen by more people than the report, so it is made from the masked text, and clauses about the writer are passed over.
 * @param description - already masked
 */
export function reportTitle(description: string): string {
  const clauses = description.split(/[，。；！？、：,;:!?\n]|\. /).map((clause) => clause.trim())
  const said = (clause: string) => [...clause.replace(MASK, '')].length >= LEAST_CLAUSE
  const chosen = clauses.find((clause) => said(clause) && !INTRODUCTION.test(clause)) ?? clauses.find(said)
  return fitting((chosen ?? description).replace(MASK, '…').replace(/\s+/g, ' ').trim())
}

function fitting(text: string): string {
  let width = 0
  const letters = [...text]
  const kept = letters.filter((letter) => {
    width += letter > '\u2e80' ? 2 : 1
    return width <= TITLE_WIDTH
  })
  return kept.length < letters.length ? `${kept.join('')}…` : text
}
