import type { Actor } from '../matter/actor.ts'
import type { Day } from '../time/time.ts'
import type { Directory } from '../unit/unit.ts'
import type { Text } from '../wording/text.ts'

/** Where a definition comes from: `found` in a published source, `local` practice somewhere, `recalled` and to be checked. */
export const SOURCE_MARKS = ['found', 'local', 'recalled'] as const
export type SourceMark = (typeof SOURCE_MARKS)[number]

export const INDICATOR_KINDS = ['share', 'ratio', 'rate', 'plain'] as const
export const WANTED = ['higher', 'lower', 'inside'] as const
/** `own`: made by the office. Of court packs only the value and its range are shown: courts are not compared. */
export const PACKS = ['governance', 'court', 'courtools', 'cepej', 'own'] as const
export type Pack = (typeof PACKS)[number]

/** An indicator as data. A figure names the version it was counted by; old versions stay. */
export type IndicatorDefinition = {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly pack: Pack
  readonly kind: (typeof INDICATOR_KINDS)[number]
  readonly formula: string
  readonly wanted: (typeof WANTED)[number]
  readonly range?: { readonly from: number | null; readonly to: number | null }
  /** Below this denominator nothing is judged. */
  readonly fewest?: number
  /** Kinds of matters that are counted; absent: all that are counted at all. */
  readonly kinds?: readonly string[]
  /** A matter stands in the line of the place where it happened, whoever handled it; absent: of the unit that has it. */
  readonly by?: 'place'
  readonly source: { readonly mark: SourceMark; readonly text: string }
  readonly effectiveFrom: Day
  /** No longer published by those who made it: kept so that old figures can be read. */
  readonly isDropped?: true
}

/** Who may change the definitions. */
export const INDICATOR_KEEPERS = ['triageOfficer', 'reviewer', 'divisionHead', 'leader', 'president'] as const

/** Only at the top of the office or its centre: whoever is measured by an indicator doesn't write it. */
export const mayKeepIndicators = (
  { roles, unitId }: Pick<Actor, 'roles' | 'unitId'>,
  { units }: Directory,
): boolean => {
  const unit = units[unitId]
  const isAbove = unit !== undefined && (unit.parentId === undefined || unit.kind === 'centre')
  return isAbove && INDICATOR_KEEPERS.some((role) => roles.includes(role))
}

/** Whether units are told apart by it, or only its value and range are shown. */
export const isCompared = ({ pack, kind }: Pick<IndicatorDefinition, 'pack' | 'kind'>): boolean =>
  kind === 'share' && (pack === 'governance' || pack === 'own')

/** The versions of one indicator, the newest first. */
const byVersion = (one: IndicatorDefinition, other: IndicatorDefinition) => other.version - one.version

/** All versions of all indicators: those of the packs, and after each what the office made of it. Order: packs, then their own order. */
export function allVersions(packs: readonly IndicatorDefinition[], own: readonly IndicatorDefinition[]) {
  const made = new Set(packs.map(({ id }) => id))
  const ids = [...packs.map(({ id }) => id), ...own.map(({ id }) => id).filter((id) => !made.has(id))]
  return [...new Set(ids)].map((id) => [...packs, ...own].filter((each) => each.id === id).sort(byVersion))
}

/** The version that holds for a period: the newest that was in force on its last day, else the first there was. */
export const versionFor = (versions: readonly IndicatorDefinition[], day: Day): IndicatorDefinition | undefined =>
  versions.find(({ effectiveFrom }) => effectiveFrom <= day) ?? versions.at(-1)
