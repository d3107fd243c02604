import { reporterActor } from '../../../domain/matter/actor.ts'
import type { MatterEvent } from '../../../domain/matter/event.ts'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import { type FieldValue, type FileRef, type Form, optionsOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import { eventWithoutRestricted, isRestricted } from '../../../engine/access/restricted.ts'
import type { TrackedMatter } from '../../../storage/read/tracked-matter.ts'

/** One thing the reporter is told: when, what, and what was written to them. */
export type Told = {
  readonly at: Instant
  readonly text: string
  readonly details: readonly string[]
  /** Pictures that the step hands on to the reporter. */
  readonly photos: readonly FileRef[]
  readonly photoCount: number
}

/**
 * What happened, in the words the definitions have for residents. A step without such words is internal and left out;
 * no official is named.
 */
export function publicStory(
  tracked: readonly TrackedMatter[],
  procedures: readonly Procedure[],
  locale: Locale,
): Told[] {
  return tracked
    .flatMap(({ matter, events }) => {
      const procedure = getDefinition(procedures, matter)
      // Whoever holds the code may be anybody: what is taken out of sight, or stored and not used, is so here too.
      const seen = events.map(({ event }) => eventWithoutRestricted(event, matter, reporterActor('')))
      return seen.flatMap((event) => told(procedure, event, locale) ?? [])
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const PICTURES = ['image/jpeg', 'image/png', 'image/webp']

/** The pictures that the reporter sent, as browsers show them; never those that officials took, and none that is only stored. */
export const ownPhotos = ({ matter, events }: TrackedMatter): readonly FileRef[] =>
  isRestricted(matter)
    ? []
    : matter.files.filter(
        ({ type, version }) =>
          PICTURES.includes(type) && events[version - 1]?.event.by.personId === reporterActor('').personId,
      )

/** What became of the joint matter since a report was merged into it: its stages only, nothing that others wrote or were told. */
export function jointStory(
  report: TrackedMatter,
  joint: TrackedMatter,
  procedures: readonly Procedure[],
  locale: Locale,
): Told[] {
  const mergedAt = report.events.findLast(({ event }) => event.type === 'StepTaken' && event.links.length > 0)?.event.at
  const byOffice = joint.events.filter(
    ({ event }) => event.by.personId !== reporterActor('').personId && mergedAt !== undefined && event.at >= mergedAt,
  )
  return publicStory([{ ...joint, events: byOffice }], procedures, locale).map((one) => ({
    ...one,
    details: [],
    photos: [],
    photoCount: 0,
  }))
}

function told(procedure: Procedure, event: MatterEvent, locale: Locale): Told | undefined {
  if (event.type !== 'StepTaken') return undefined
  const step = procedure.steps[event.step]
  if (!step?.public) return undefined
  const form = step.form ? procedure.forms[step.form] : undefined
  return {
    at: event.at,
    text: (event.by.personId === reporterActor('').personId ? step.public : (step.publicByOffice ?? step.public))[
      locale
    ],
    details: form ? publicAnswers(form, event.form, locale) : [],
    photos: form ? publicPhotos(form, event.form) : [],
    photoCount: event.files.length,
  }
}

/** The pictures in questions that the definition marks for the reporter. */
const publicPhotos = (form: Form, values: Readonly<Record<string, FieldValue>>): readonly FileRef[] =>
  Object.entries(form.fields).flatMap(([name, field]) =>
    field.kind === 'files' && field.public
      ? ((values[name] ?? []) as readonly FileRef[]).filter(({ type }) => PICTURES.includes(type))
      : [],
  )

/** The answers of a form that its definition marks for the reporter, as people read them. */
function publicAnswers(form: Form, values: Readonly<Record<string, FieldValue>>, locale: Locale): string[] {
  const colon = locale === 'zh' ? '：' : ': '
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const value = values[name]
    if (!field.public || value === undefined || value === null || value === '') return []
    const options = optionsOf(field)
    const chosen = (option: string) => options?.[option]?.[locale] ?? option
    if (Array.isArray(value)) {
      const words = value.filter((item) => typeof item === 'string').map(chosen)
      return words.length > 0 ? [`${field.title[locale]}${colon}${words.join(locale === 'zh' ? '、' : ', ')}`] : []
    }
    return typeof value === 'string'
      ? [field.kind === 'longText' ? chosen(value) : `${field.title[locale]}${colon}${chosen(value)}`]
      : []
  })
}
