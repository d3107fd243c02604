import type { Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'

/** A form that can be made of a matter as it stands. */
export type MatterFormView = { readonly document: string; readonly title: Text }

/** A paper in the list of templates. `own`: its text was written for it; without it, it is printed from the definition. */
export type PaperView = {
  readonly id: string
  readonly title: string
  readonly kinds: readonly Text[]
  readonly own: boolean
  /** The office's own template that prints it now, with since when. */
  readonly inForce?: number
  readonly since?: Instant
  readonly versionCount: number
}

/** A placeholder that a template may use. */
export type PaperWord = {
  readonly tag: string
  readonly title: string
  readonly personal?: true
  readonly columns?: readonly { readonly tag: string; readonly title: string }[]
}

/** One paper with what its templates may use, on what it rests and what the office sent in. */
export type PaperDetail = PaperView & {
  readonly words: readonly PaperWord[]
  readonly sources: readonly { readonly article: string; readonly mark: string; readonly note?: string }[]
  readonly versions: readonly { readonly version: number; readonly name: string; readonly at: Instant }[]
}

/** What stands against a template, or under which version it is kept. */
export type TemplateTaken = {
  readonly version?: number
  readonly faults: readonly { readonly rule: string; readonly what?: string; readonly nearest?: string }[]
}

/** How a unit signs. `signs`: the name that stands on its papers now, its own or one set for it or above it. */
export type LetterheadView = {
  readonly unitId: string
  readonly name?: string
  readonly letters?: string
  readonly red: boolean
}
