/**
 * What must not reach a terminal from a file: control characters colour, move and delete; format characters hide text
 * or turn its direction; further line ends break a table.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const UNSEEN_BUT_LINE_END = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** The text on one line, with what cannot be seen spelled out as in JSON. */
export const visible = (text: string): string => text.replace(UNSEEN, spelled)

/** A value somebody else wrote, for a message: on one line, and not longer than one. */
export function quotable(text: string, most = 60): string {
  const characters = Array.from(text.slice(0, 2 * most + 2))
  return visible(characters.length > most ? `${characters.slice(0, most).join('')}…` : text)
}

/** A message of several lines, safe to print. */
export const printable = (text: string): string => text.replace(UNSEEN_BUT_LINE_END, spelled)

/** The value as one line of JSON that is safe to print: the same JSON, with more of it spelled out. */
export const jsonLine = (value: unknown): string => JSON.stringify(value).replace(UNSEEN, spelled)

const spelled = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
