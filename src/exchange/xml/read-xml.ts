import { SaxesParser } from 'saxes'

/** An element as it is read: texts as text, elements by name in order. */
export type ReadElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly ReadElement[]
}

/** Reads a well-formed document. @throws Error where it is not */
export function readXml(xml: string): ReadElement {
  type Open = { name: string; attributes: Record<string, string>; text: string; children: Open[] }
  const root: Open = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes as Record<string, string>, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const [only] = root.children
  if (!only) throw new Error('no element')
  return only
}

/** The elements of a name, directly inside. */
export const inside = ({ children }: ReadElement, name: string): readonly ReadElement[] =>
  children.filter((each) => each.name === name)
/** The text of the only element of a name, or undefined. */
export const textIn = (element: ReadElement, name: string): string | undefined => inside(element, name)[0]?.text
