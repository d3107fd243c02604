import type { HElement } from 'docx-preview'

/** Makes an element as docx-preview asks for it; styles given as text are set by the browser's own way, which our policy allows. */
export function elementOf(wanted: HElement | Node | string): Node {
  if (typeof wanted === 'string') return document.createTextNode(wanted)
  if (wanted instanceof Node) return wanted
  const { ns, tagName, className, style, children = [], ...rest } = wanted
  const parts = children.filter((child) => child !== undefined && child !== null).map(elementOf)
  if (tagName === '#comment') return document.createComment('')
  if (tagName === '#fragment') {
    const fragment = document.createDocumentFragment()
    fragment.append(...parts)
    return fragment
  }
  const made = (ns ? document.createElementNS(ns, tagName) : document.createElement(tagName)) as HTMLElement
  if (className) made.setAttribute('class', className)
  if (typeof style === 'string') made.style.cssText = style
  else if (style) Object.assign(made.style, style)
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined) (made as unknown as Record<string, unknown>)[name] = value
  made.append(...parts)
  return made
}
