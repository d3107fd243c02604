import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { QR_NAME } from '../docx/frame.ts'
import type { PaperValues } from '../values/paper-values.ts'
import type { Word } from '../values/vocabulary.ts'
import { readTag, titlesOf } from './tags.ts'

/** What stands where nothing is on record: room to write by hand. */
export const BLANK = '＿＿＿＿＿＿'

export type Filling = {
  readonly words: readonly Word[]
  readonly values: PaperValues
  /** The code as a picture (PNG). */
  readonly qr: Uint8Array
}

/** A template with its placeholders filled: the paper as a .docx. The template was checked before it was kept. */
export function fillDocx(template: Uint8Array, { words, values, qr }: Filling): Uint8Array {
  const zip = new PizZip(template)
  const titles = titlesOf(words)
  const document = new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    parser: (tag: string) => ({
      get: (scope: unknown, context: { meta: { part: { module?: string } } }) =>
        found(tag, scope, context.meta.part.module === 'loop', values, titles),
    }),
    nullGetter: ({ module }: { module?: string }) => (module === 'loop' ? false : BLANK),
  })
  document.render(ROOT)
  const filled = document.getZip() as PizZip
  placeQr(filled, qr)
  return filled.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The outermost scope; what it holds is looked up in the values and nowhere else. */
const ROOT = Object.freeze({ isRoot: true })

/** What a tag stands for here; undefined sends the search outwards, and at the end to the blank. */
function found(
  tag: string,
  scope: unknown,
  isLoop: boolean,
  { texts, rows, raw }: PaperValues,
  titles: ReadonlyMap<string, string>,
): unknown {
  if (tag === '.') return typeof scope === 'string' ? scope : undefined
  const { name, lines, is } = readTag(tag, titles)
  if (scope !== ROOT) return typeof scope === 'object' ? own(scope as Record<string, string>, name) : undefined
  if (is) return isOneOf(own(raw, name), is) || is.includes(own(texts, name) ?? '') || undefined
  if (isLoop && Object.hasOwn(rows, name)) return rows[name]
  const text = own(texts, name) || undefined
  return lines ? text?.split('\n').filter((line) => line.trim() !== '') : text
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

const isOneOf = (value: unknown, words: readonly string[]): boolean =>
  Array.isArray(value) ? value.some((one) => words.includes(String(one))) : words.includes(String(value))

/** Puts the code's picture where the template's stands, whatever program saved it since. */
function placeQr(zip: PizZip, qr: Uint8Array): void {
  for (const part of Object.keys(zip.files).filter((name) =>
    /^word\/(document|header\d*|footer\d*)\.xml$/.test(name),
  )) {
    const xml = zip.file(part)?.asText() ?? ''
    const at = xml.indexOf(`"${QR_NAME}"`)
    const relation = at < 0 ? undefined : /r:embed="([^"]+)"/.exec(xml.slice(at))?.[1]
    if (!relation) continue
    const relations = zip.file(part.replace(/^word\//, 'word/_rels/').concat('.rels'))?.asText() ?? ''
    const target = targetOf(relations, relation)
    if (target?.endsWith('.png')) zip.file(`word/${target}`, qr, { binary: true })
  }
}

function targetOf(relations: string, id: string): string | undefined {
  for (const [each] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (each.includes(`Id="${id}"`)) return /Target="([^"]+)"/.exec(each)?.[1]?.replace(/^\/word\//, '')
  }
  return undefined
}
