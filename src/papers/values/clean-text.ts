/*
 * What no paper may carry: characters that XML forbids, halves of surrogate pairs, and marks that turn the order of writing, with
 * which a figure could be made to read otherwise than it is recorded.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

/** Text as it may stand on paper: lines stay, tabs become blanks, what is invisible or turns the writing round goes. */
export const cleanForPaper = (text: string): string =>
  text
    .replace(/\r\n?|\u0085/g, '\n')
    .replace(/\t/g, ' ')
    .replace(FORBIDDEN, '')
    .trim()
