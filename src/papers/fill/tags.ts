import type { Word } from '../values/vocabulary.ts'

/** Between a condition's placeholder and the words that it asks for: `{#matter.level=major}`. */
export const IS = '='
export const LINES = '.lines'

/** Titles that belong to one placeholder only, and so may stand for it. */
export function titlesOf(words: readonly Word[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string | undefined>()
  for (const { name, title } of words) titles.set(title, titles.has(title) ? undefined : name)
  const names = new Set(words.map(({ name }) => name))
  return new Map(
    [...titles].flatMap(([title, name]) =>
      name !== undefined && !names.has(title) && isTag(title) ? [[title, name]] : [],
    ),
  )
}

/** Whether a title can stand between braces without meaning something else there. */
const isTag = (title: string): boolean => !/[{}=.#^/@\-\s]/u.test(title)

/** How a default template writes a placeholder. */
export function tagWriter(words: readonly Word[]): (name: string) => string {
  const tags = new Map([...titlesOf(words)].map(([title, name]) => [name, title]))
  return (name) => tags.get(name) ?? name
}

/** What a tag in a template asks for: the placeholder's name, whether by lines, and for which words. */
export type Asked = { readonly name: string; readonly lines: boolean; readonly is?: readonly string[] }

export function readTag(tag: string, titles: ReadonlyMap<string, string>): Asked {
  const [plain = '', is] = tag.trim().split(IS, 2)
  const lines = plain.endsWith(LINES)
  const written = (lines ? plain.slice(0, -LINES.length) : plain).trim()
  return { name: titles.get(written) ?? written, lines, ...(is === undefined ? {} : { is: is.split('|') }) }
}
