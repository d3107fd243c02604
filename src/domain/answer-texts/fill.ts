import { type Text, text } from '../wording/text.ts'

/** What stands for something of the matter in a text. */
export const PLACEHOLDERS = {
  编号: text('事项编号', 'Reference of the matter'),
  事由: text('事项标题', 'Title of the matter'),
  单位: text('办理单位', 'Unit that handles it'),
  期限: text('办结期限', 'Day it is due'),
  今天: text('填写那天', 'The day of writing'),
} as const satisfies Record<string, Text>

export type Placeholder = keyof typeof PLACEHOLDERS

const BRACED = /\{([^{}]*)\}/g

/** The words in braces that stand for nothing. */
export const unknownPlaceholders = (body: string): string[] =>
  [...body.matchAll(BRACED)].map(([whole]) => whole).filter((whole) => !Object.hasOwn(PLACEHOLDERS, whole.slice(1, -1)))

/** What is not known leaves a gap to be filled in by hand. */
const GAP = '____'

/** What a matter says in place of each word, in both languages. */
export type PlaceholderFacts = Readonly<Partial<Record<Placeholder, Text>>>

/** A text with what the matter says in place of the words in braces, in the language of the text, whoever reads it. */
export function fillText(body: string, facts: PlaceholderFacts): string {
  const locale = /\p{Script=Han}/u.test(body.replace(BRACED, '')) ? 'zh' : 'en'
  return body.replace(BRACED, (whole, name: string) =>
    Object.hasOwn(PLACEHOLDERS, name) ? (facts[name as Placeholder]?.[locale] ?? GAP) : whole,
  )
}
