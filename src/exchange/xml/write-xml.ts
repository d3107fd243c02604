/** An element of an XML document: its name, attributes, and texts or elements in order. */
export type Element = {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly inside: readonly (Element | string)[]
}

/** An element in one line; what is undefined is left out. */
export const element = (
  name: string,
  inside: string | readonly (Element | string | undefined)[] = [],
  attributes: Readonly<Record<string, string>> = {},
): Element => ({
  name,
  attributes,
  inside: typeof inside === 'string' ? [inside] : inside.filter((each) => each !== undefined),
})

/** A document in UTF-8, with its declaration. */
export const writeXml = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`

function written({ name, attributes = {}, inside }: Element): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const content = inside.map((each) => (typeof each === 'string' ? escaped(each) : written(each))).join('')
  return content === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${content}</${name}>`
}

/** What XML 1.0 has no way to say (2.2): most control characters, halves of a pair, and two that are none. */
const NO_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const escaped = (text: string): string =>
  text
    .replace(NO_CHARACTER, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
