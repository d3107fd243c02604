import { readMarkup, readRelations } from './read-markup.ts'
import type { TemplateFault } from './template-fault.ts'

/** Parts of a .docx, unpacked: name and bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** What a paper may consist of. Everything else is refused by name: macros, embedded files, controls, pictures that run code. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docProps\/(?:app|core|custom)\.xml$/,
  /^docProps\/thumbnail\.(?:jpeg|jpg|png)$/,
  /^customXml\/(?:_rels\/)?(?:item|itemProps)\d+\.xml(?:\.rels)?$/,
  /^word\/(?:document|styles|stylesWithEffects|numbering|fontTable|settings|webSettings|footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  /^word\/_rels\/(?:document|fontTable|settings|footnotes|endnotes|header\d*|footer\d*)\.xml\.rels$/,
  /^word\/theme\/theme\d+\.xml$/,
  /^word\/media\/[\w-]+\.(?:png|jpe?g|gif|bmp)$/i,
]
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const SAFE_RELATIONS =
  /\/(?:officeDocument|styles|stylesWithEffects|numbering|fontTable|settings|webSettings|footnotes|endnotes|header|footer|theme|image|customXml|customXmlProps|core-properties|extended-properties|custom-properties|thumbnail)$/
/** Fields that are worked out from the paper itself. */
const SAFE_FIELDS = ['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION', '=']

/** What a template must not hold, whatever stands in it. */
export function partFaults(parts: Parts): TemplateFault[] {
  const strange = [...parts.keys()].filter(
    (name) => !name.endsWith('/') && !ALLOWED.some((allowed) => allowed.test(name)),
  )
  const types = xmlOf(parts, '[Content_Types].xml')
  if (!types.includes(MAIN) || !parts.has('word/document.xml')) {
    return [strange.length > 0 && types !== '' ? { rule: 'part', what: strange[0] ?? '' } : { rule: 'no-docx' }]
  }
  return [
    ...strange.map((what) => ({ rule: 'part', what }) as const),
    ...[...parts.keys()].flatMap((name) => faultsIn(name, parts)),
  ]
}

function faultsIn(name: string, parts: Parts): TemplateFault[] {
  if (!/\.(?:xml|rels)$/i.test(name)) return []
  const xml = xmlOf(parts, name)
  // Entities could unfold to any size, and read files; no program that writes a .docx uses them.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml) || xml.includes('\0')) return [{ rule: 'part', what: name }]
  if (name.endsWith('.rels')) return relationFaults(name, xml)
  const markup = readMarkup(xml)
  // What is no XML some program would read all the same, each in its own way.
  if (!markup) return [{ rule: 'part', what: name }]
  return [
    ...markup.unsafe.map((what) => ({ rule: 'part', what: `${name}: ${what}` }) as const),
    ...markup.outside.map((what) => ({ rule: 'outside', what }) as const),
    ...fieldFaults(markup.fields),
  ]
}

const utf8 = new TextDecoder('utf-8')

/** Text of an XML part; one in another encoding than UTF-8 is none. */
function xmlOf(parts: Parts, name: string): string {
  const bytes = parts.get(name)
  return bytes ? utf8.decode(bytes) : ''
}

function relationFaults(name: string, xml: string): TemplateFault[] {
  const relations = readRelations(xml)
  if (!relations) return [{ rule: 'part', what: name }]
  return relations.flatMap(({ type, target, mode }): TemplateFault[] => {
    if (/external/i.test(mode) || /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)|\\/i.test(target) || target.includes('..%'))
      return [{ rule: 'outside', what: target }]
    return SAFE_RELATIONS.test(type) ? [] : [{ rule: 'part', what: type.split('/').at(-1) ?? '' }]
  })
}

const fieldFaults = (fields: readonly string[]): TemplateFault[] =>
  fields
    .map((code) => code.trim())
    .filter((code) => code !== '' && !SAFE_FIELDS.includes(code.split(/[\s\\]/)[0]?.toUpperCase() ?? ''))
    .map((what) => ({ rule: 'field', what: what.slice(0, 80) }))
