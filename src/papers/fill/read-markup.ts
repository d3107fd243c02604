import { SaxesParser } from 'saxes'

/** What a part holds that reaches out of it, by the names that XML gives and not by how they are written. */
export type Markup = {
  /** The codes of its fields, each put together from its runs: Word cuts them anywhere. */
  readonly fields: readonly string[]
  /** Elements that no paper needs. */
  readonly unsafe: readonly string[]
  /** Addresses that a picture or shape is read from without a relation. */
  readonly outside: readonly string[]
}

const UNSAFE = new Set(
  'altChunk object control subDoc OLEObject mailMerge attachedTemplate dataBinding movie'
    .split(' ')
    .map((name) => name.toLowerCase()),
)
const ADDRESSES = ['src', 'href', 'althref']
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i

/**
 * Reads a part as Word does: any prefix may stand for any namespace, and texts may be written as CDATA or be cut by comments. Undefined
 * when it is not well-formed.
 */
export function readMarkup(xml: string): Markup | undefined {
  const [fields, unsafe, outside]: [string[], string[], string[]] = [[], [], []]
  /** Fields that have begun, one inside another. */
  const begun: string[] = []
  let isCode = false
  const parser = strictParser()
  const add = (text: string) => {
    if (isCode) begun.push((begun.pop() ?? '') + text)
  }
  const begin = () => {
    // What an inner field comes to would be the name of the outer one.
    if (begun.at(-1)?.trim() === '') fields.push('{ { } }')
    begun.push('')
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', ({ local, attributes }) => {
    if (UNSAFE.has(local.toLowerCase())) unsafe.push(local)
    isCode = local === 'instrText' || local === 'delInstrText'
    for (const { local: name, value } of Object.values(attributes)) {
      if (name === 'instr') fields.push(value)
      if (name === 'fldCharType' && value.trim() === 'begin') begin()
      if (name === 'fldCharType' && value.trim() === 'end') fields.push(begun.pop() ?? '')
      if (ADDRESSES.includes(name.toLowerCase()) && ELSEWHERE.test(value)) outside.push(value)
    }
  })
  parser.on('closetag', () => {
    isCode = false
  })
  return isRead(parser, xml) ? { fields: [...fields, ...begun], unsafe, outside } : undefined
}

export type Relation = { readonly type: string; readonly target: string; readonly mode: string }

/** The relations of a part; undefined when they are not well-formed. */
export function readRelations(xml: string): Relation[] | undefined {
  const relations: Relation[] = []
  const parser = strictParser()
  parser.on('opentag', ({ local, attributes }) => {
    const said = (name: string) => attributes[name]?.value ?? ''
    if (local === 'Relationship')
      relations.push({ type: said('Type'), target: said('Target'), mode: said('TargetMode') })
  })
  return isRead(parser, xml) ? relations : undefined
}

function strictParser() {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  return parser
}

function isRead(parser: ReturnType<typeof strictParser>, xml: string): boolean {
  try {
    parser.write(xml).close()
    return true
  } catch {
    return false
  }
}
