import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { REQUIRED_WORDS, type Word } from '../values/vocabulary.ts'
import { type Parts, partFaults } from './check-parts.ts'
import { nearest } from './nearest.ts'
import { readTag, titlesOf } from './tags.ts'
import type { TemplateFault } from './template-fault.ts'

/** So many faults are told at once; whoever mends them sends it again. */
const MOST_FAULTS = 30

/** What stands against a template for a paper that knows these words; nothing: it may be kept. */
export function templateFaults(parts: Parts, words: readonly Word[]): TemplateFault[] {
  const outside = partFaults(parts)
  if (outside.length > 0) return unique(outside)
  const tags = readTags(parts)
  return unique('faults' in tags ? tags.faults : wordFaults(tags.tags, words))
}

const unique = (faults: readonly TemplateFault[]): TemplateFault[] =>
  [...new Map(faults.map((fault) => [`${fault.rule} ${fault.what}`, fault])).values()].slice(0, MOST_FAULTS)

type Tag = { readonly value: string; readonly module?: string; readonly subparsed?: readonly Tag[] }

/** The placeholders of a template as they stand within each other, or what is wrong with its braces. */
function readTags(parts: Parts): { readonly tags: readonly Tag[] } | { readonly faults: readonly TemplateFault[] } {
  const seen = new Map<string, readonly Tag[]>()
  let file = ''
  // The library's own module for this brings a package with it that is not installed.
  const inspect = {
    name: 'anlan-tags',
    set({
      inspect: step,
    }: {
      readonly inspect?: { readonly filePath?: string; readonly postparsed?: readonly Tag[] }
    }) {
      file = step?.filePath ?? file
      if (step?.postparsed) seen.set(file, step.postparsed)
    },
  }
  try {
    new Docxtemplater(new PizZip(repacked(parts)), { paragraphLoop: true, errorLogging: false, modules: [inspect] })
    return { tags: [...seen.values()].flat() }
  } catch (cause) {
    return { faults: bracesFaults(cause) }
  }
}

type Explained = { readonly properties?: { readonly xtag?: string; readonly errors?: readonly Explained[] } }

function bracesFaults(cause: unknown): TemplateFault[] {
  const { properties } = cause as Explained
  const each = properties?.errors ?? [cause as Explained]
  return each.map(({ properties: one }) => ({ rule: 'open', ...(one?.xtag ? { what: one.xtag.slice(0, 60) } : {}) }))
}

/** The same parts in an archive of our own: nothing before, between or behind them comes along. */
export function repacked(parts: Parts): Uint8Array {
  const zip = new PizZip()
  const date = new Date('2026-01-01T00:00:00.000Z')
  for (const [name, bytes] of parts) if (!name.endsWith('/')) zip.file(name, bytes, { binary: true, date })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

function wordFaults(tags: readonly Tag[], words: readonly Word[]): TemplateFault[] {
  const titles = titlesOf(words)
  const names = new Map(words.map((word) => [word.name, word]))
  const used = new Set<string>()
  const faults: TemplateFault[] = []
  const look = (tag: Tag, columns: readonly Word[], isRepeated: boolean) => {
    if (tag.module && tag.module !== 'loop') {
      faults.push({ rule: 'markup', what: tag.value })
      return
    }
    const { name, lines, is } = readTag(tag.value, titles)
    // Asking whether there is one prints nothing.
    if (!tag.module) used.add(name)
    const inner = names.get(name)
    const isKnown = tag.value === '.' || inner || columns.some((column) => column.name === name)
    if (!isKnown) {
      const near = nearest(tag.value, [...names.keys(), ...titles.keys(), ...columns.map((column) => column.name)])
      faults.push({ rule: 'unknown', what: tag.value.slice(0, 60), ...(near ? { nearest: near } : {}) })
    }
    // Rows within rows would be as many as both multiplied, and of a template that means harm without end.
    const repeats = tag.module === 'loop' && is === undefined && (lines || inner?.columns !== undefined)
    if (repeats && isRepeated) faults.push({ rule: 'unknown', what: tag.value.slice(0, 60) })
    for (const each of tag.subparsed ?? [])
      if (isTag(each)) look(each, inner?.columns ?? columns, isRepeated || repeats)
  }
  for (const tag of tags.filter(isTag)) look(tag, [], false)
  const missing = REQUIRED_WORDS.filter((name) => !used.has(name))
  return [...faults, ...missing.map((name) => ({ rule: 'missing', what: names.get(name)?.title ?? name }) as const)]
}

const isTag = (part: Tag): boolean => (part as { type?: string }).type === 'placeholder'
