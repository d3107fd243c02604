import type { IndicatorDefinition } from '../../../domain/indicators/definition.ts'
import type { NewVersion } from './compare-api.ts'

const FIELDS = [
  'id',
  'zh',
  'en',
  'formula',
  'kind',
  'wanted',
  'from',
  'to',
  'fewest',
  'kinds',
  'by',
  'mark',
  'source',
  'effectiveFrom',
] as const
/** A definition as it stands in the fields; `kinds` by their ids with blanks between, empty: all; `by` is `unit` or `place`. */
export type Draft = Readonly<Record<(typeof FIELDS)[number], string>>

/** The fields of a definition that is there; of a new one the usual. */
export const draftOf = (given: IndicatorDefinition | undefined, today: string): Draft => ({
  id: given?.id ?? '',
  zh: given?.title.zh ?? '',
  en: given?.title.en ?? '',
  formula: given?.formula ?? '',
  kind: given?.kind ?? 'share',
  wanted: given?.wanted ?? 'higher',
  from: given?.range?.from === undefined || given.range.from === null ? '' : String(given.range.from),
  to: given?.range?.to === undefined || given.range.to === null ? '' : String(given.range.to),
  fewest: given ? String(given.fewest ?? '') : '30',
  kinds: (given?.kinds ?? []).join(' '),
  by: given?.by ?? 'unit',
  mark: given?.source.mark ?? 'local',
  source: given?.source.text ?? '',
  effectiveFrom: today,
})

/** The kinds in a draft. */
export const kindsIn = ({ kinds }: Pick<Draft, 'kinds'>): string[] => kinds.split(' ').filter((id) => id !== '')

/** The draft with a kind more, or less. */
export const withKind = (draft: Draft, kind: string, isIn: boolean): Draft => {
  const others = kindsIn(draft).filter((id) => id !== kind)
  return { ...draft, kinds: (isIn ? [...others, kind] : others).join(' ') }
}

const numberIn = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null)

/** What can be sent of it; undefined while something is missing. */
export function typedOf(draft: Draft): Omit<NewVersion, 'seenVersion' | 'effectiveFrom'> | undefined {
  const { id, zh, en, formula, source } = draft
  if (!/^[a-z][a-z0-9-]{1,60}$/.test(id) || zh.trim().length < 2 || en.trim().length < 2 || source.trim().length < 2)
    return undefined
  const [from, to, fewest] = [numberIn(draft.from), numberIn(draft.to), numberIn(draft.fewest)]
  const kinds = kindsIn(draft)
  return {
    id,
    title: { zh, en },
    kind: draft.kind as NewVersion['kind'],
    formula,
    wanted: draft.wanted as NewVersion['wanted'],
    source: { mark: draft.mark as NewVersion['source']['mark'], text: source },
    ...(from === null && to === null ? {} : { range: { from, to } }),
    ...(fewest && fewest >= 1 ? { fewest: Math.round(fewest) } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(draft.by === 'place' ? { by: 'place' as const } : {}),
  }
}
