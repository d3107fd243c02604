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
const UNSAFE_ELEMENTS =
  /<(?:w:|o:|v:)?(altChunk|object|control|subDoc|OLEObject|mailMerge|attachedTemplate|dataBinding|movie)[\s/>]/i

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
  if (name.endsWith('.rels')) return relationFaults(xml)
  const element = UNSAFE_ELEMENTS.exec(xml)?.[1]
  return [...(element ? [{ rule: 'part', what: `${name}: ${element}` } as const] : []), ...fieldFaults(xml)]
}

const utf8 = new TextDecoder('utf-8')

/** Text of an XML part; one in another encoding than UTF-8 is none. */
function xmlOf(parts: Parts, name: string): string {
  const bytes = parts.get(name)
  return bytes ? utf8.decode(bytes) : ''
}

function relationFaults(xml: string): TemplateFault[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].flatMap(([relation]): TemplateFault[] => {
    const attribute = (name: string) => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(relation)?.[1] ?? ''
    const target = attribute('Target')
    if (
      /external/i.test(attribute('TargetMode')) ||
      /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(target) ||
      target.includes('..%')
    )
      return [{ rule: 'outside', what: target }]
    return SAFE_RELATIONS.test(attribute('Type'))
      ? []
      : [{ rule: 'part', what: attribute('Type').split('/').at(-1) ?? '' }]
  })
}

/** Fields of a part, each put together from its runs: Word cuts them anywhere. */
function fieldFaults(xml: string): TemplateFault[] {
  const simple = [...xml.matchAll(/w:instr\s*=\s*["']([^"']*)["']/g)].map(([, code = '']) => code)
  const marks = xml.matchAll(
    /<w:fldChar\b[^>]*w:fldCharType\s*=\s*["'](\w+)["']|<w:instrText\b[^>]*>([^<]*)<|<w:instrText\b/g,
  )
  const fields: string[] = []
  for (const [, mark, code] of marks) {
    if (mark === 'begin') fields.push('')
    else if (mark === undefined) fields.push((fields.pop() ?? '') + (code ?? ''))
  }
  return [...simple, ...fields]
    .map((code) => code.trim())
    .filter((code) => code !== '' && !SAFE_FIELDS.includes(code.split(/[\s\\]/)[0]?.toUpperCase() ?? ''))
    .map((what) => ({ rule: 'field', what: what.slice(0, 80) }))
}
