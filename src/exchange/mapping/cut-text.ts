/** Where a Chinese or English sentence, or a part of one, may end. */
const ENDS = [/[。！？!?\n](?=[^。！？!?\n]*$)/u, /[；;](?=[^；;]*$)/u, /[，,、：:](?=[^，,、：:]*$)/u, /\s(?=\S*$)/u]

/**
 * The beginning of a text, at most so many characters: up to the last end of a sentence, else of a clause that leaves at
 * least half; a hard cut ends with an ellipsis.
 */
export function cutText(text: string, most: number): string {
  const characters = Array.from(text.trim())
  if (characters.length <= most) return characters.join('')
  const start = characters.slice(0, most).join('')
  for (const end of ENDS) {
    const at = end.exec(start)?.index
    const found = at === undefined ? '' : start.slice(0, at).trim()
    if (Array.from(found).length >= most / 2) return found
  }
  return `${characters.slice(0, most - 1).join('')}…`
}
